import { readFile } from 'node:fs/promises';
import type { Findings } from './findings.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'es gibt sie nicht',
  EISDIR: 'es ist ein Ordner',
  EACCES: 'der Zugriff ist nicht erlaubt',
  EEXIST: 'dort liegt eine Datei statt eines Ordners',
  ENOTDIR: 'dort liegt eine Datei statt eines Ordners',
  EROFS: 'der Datenträger ist schreibgeschützt',
  ENOSPC: 'der Datenträger ist voll',
};

/** Why the system would not read or write a file, in German. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (code || String(error));
}

/** The bytes of a file; null with a finding where it cannot be read. */
export async function readBytes(file: string, findings: Findings): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    findings.add(`Die Datei lässt sich nicht lesen: ${systemReason(error)}.`, { file });
    return null;
  }
}
