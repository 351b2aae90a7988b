import { expect } from 'vitest';
import { collectFiles } from '#import/formats/containers/collectFiles.ts';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import type { FormatId, ReadChoices } from '#import/formats/driver.ts';
import { readFile } from '#import/formats/readFile.ts';
import { bounded, expectContents, expectRefused, expectWorded } from './expectations.ts';
import { keep } from './runs.ts';

/** Longer than any of the small files here is worth, also on a machine that does other things as well. */
const mostSeconds = 10;

/**
 * Reads what was dropped as the import does.
 * @returns the formats that were read; those of refused files are not among them.
 */
export async function expectRead(
  files: readonly LooseFile[],
  choices: ReadChoices = {},
): Promise<readonly FormatId[]> {
  keep(files);
  const start = process.cpuUsage();
  const context = bounded();
  const formats: FormatId[] = [];
  const collected = await collectFiles(files);
  expectWorded(collected.problems);
  expect(collected.files.length + collected.problems.length).toBeGreaterThan(0);
  for (const file of collected.files) {
    const read = await readFile(file, choices, context);
    if (read.ok) {
      expectWorded(read.notes);
      expectContents(read.value.contents);
      formats.push(read.value.format);
    } else {
      expectRefused(read.problems);
      // Drivers refuse by themselves; this one is what is left when one of them threw.
      const thrown = read.problems.find(({ code }) => code === 'file-unreadable');
      expect(thrown?.params, `thrown while reading ${file.path}`).toBeUndefined();
    }
  }
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6, 'seconds of work').toBeLessThan(mostSeconds);
  return formats;
}
