import { type Problem, problem, type Result } from '#model/result.ts';
import { drivers } from './catalog.ts';
import type { Driver, FileContents, FormatFile, FormatId, ReadChoices, ReadContext } from './driver.ts';
import { extensionOf } from './extension.ts';

export interface ReadFile {
  readonly format: FormatId;
  readonly contents: FileContents;
}

/** Reads one file by what it is, whatever its name ends in. Only cancelling (`context.pause` throwing) is thrown. */
export async function readFile(
  file: FormatFile,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<ReadFile>> {
  const where = { file: file.path };
  if (file.bytes.length === 0) return { ok: false, problems: [problem('file-empty', {}, where)] };
  const driver = recognise(file);
  if (!driver) return { ok: false, problems: [unknownFormat(file)] };
  const cancelling: { error: unknown }[] = [];
  const watched: ReadContext = {
    async pause(done, of) {
      try {
        await context.pause(done, of);
      } catch (error) {
        cancelling.push({ error });
        throw error;
      }
    },
  };
  try {
    const read = await driver.read(file, choices, watched);
    if (!read.ok) return read;
    return { ok: true, value: { format: driver.id, contents: read.value }, notes: read.notes };
  } catch (error) {
    if (cancelling.some((one) => one.error === error)) throw error;
    // A library met something its authors did not think of: the file is broken, not the import.
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [problem('file-unreadable', { reason }, where)] };
  }
}

/** The driver that is surest of the file; of equally sure ones the first of the catalogue. */
export function recognise(file: Pick<FormatFile, 'path' | 'bytes'>): Driver | null {
  let best: Driver | null = null;
  let bestScore = 0;
  for (const driver of drivers) {
    const score = driver.recognises(file);
    if (score > bestScore) {
      best = driver;
      bestScore = score;
    }
  }
  return best;
}

function unknownFormat({ path }: FormatFile): Problem {
  return problem('format-unknown', { extension: extensionOf(path) }, { file: path });
}
