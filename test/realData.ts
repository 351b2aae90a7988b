import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const missing = 'übersprungen: ../shared/data fehlt';
let hasWarned = false;

/** Absolute path of a publisher's file below `../shared/data` (`berlin/mss/…`), or null when it is not there. */
export function realData(path: string): string | null {
  const full = join(shared, 'data', path);
  return existsSync(full) ? full : null;
}

/** Absolute path of a reference value file below `../shared/oracles`, or null when it is not there. */
export function oracle(path: string): string | null {
  const full = join(shared, 'oracles', path);
  return existsSync(full) ? full : null;
}

/** The path a test cannot do without; inside `describeWithRealData` a missing file is a failure, not a skip. */
export function requireRealData(path: string): string {
  const full = realData(path);
  if (full === null) throw new Error(`missing real data file: ${path}`);
  return full;
}

/**
 * A block of tests that needs the publishers' real files, which are not part of the repository. Without them its body
 * is not run; one skipped test per block and one warning per file say so.
 */
export function describeWithRealData(name: string, body: () => void): void {
  if (existsSync(join(shared, 'data'))) {
    describe(name, body);
    return;
  }
  skipLoudly(name, missing);
}

/** As `describeWithRealData`, for the reference values below `../shared/oracles`. */
export function describeWithOracles(name: string, body: () => void): void {
  if (existsSync(join(shared, 'oracles'))) {
    describe(name, body);
    return;
  }
  skipLoudly(name, 'übersprungen: ../shared/oracles fehlt');
}

function skipLoudly(name: string, reason: string): void {
  if (!hasWarned) {
    console.warn(`\n⚠ ${reason} – Prüfungen an echten Daten laufen hier nicht.\n`);
    hasWarned = true;
  }
  describe(`${name} (${reason})`, () => {
    test.skip(reason, () => {});
  });
}
