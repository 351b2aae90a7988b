import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import type { Study } from '#model/study.ts';
import { kleinstadtFiles, open } from './fixturePack.ts';

const files = kleinstadtFiles();
const settings = { seed: 20240531, numRuns: 150 } as const;

/** What every other layer takes for granted about a Study. */
function expectSound(study: Study): void {
  for (const { level: id, years, columns } of study.observations) {
    const level = study.levels.find((candidate) => candidate.id === id);
    expect(level).toBeDefined();
    for (const column of Object.values(columns)) {
      expect(column.values).toHaveLength(years.length * (level?.keys.length ?? 0));
      if (column.signs) expect(column.signs).toHaveLength(column.values.length);
      column.values.forEach((value, cell) => {
        // Absent figures have a reason, present ones have none (or are marked unreliable).
        const sign = column.signs?.[cell] ?? 0;
        expect(Number.isNaN(value)).toBe(sign !== 0 && sign !== 3);
      });
    }
  }
  for (const level of study.levels) {
    expect(new Set(level.keys).size).toBe(level.keys.length);
    expect(level.names).toHaveLength(level.keys.length);
    expect(level.geometries).toHaveLength(level.keys.length);
  }
  const ids = new Set(study.institutions.map((institution) => institution.id));
  for (const composition of study.compositions) {
    expect(ids.has(composition.institution)).toBe(true);
    for (const count of Object.values(composition.counts))
      expect(count).toBeLessThanOrEqual(composition.total);
  }
}

async function expectProblemsOrStudy(mutated: readonly PackFile[]): Promise<void> {
  const opened = await open(mutated);
  if (opened.ok) {
    expectSound(opened.value);
    return;
  }
  expect(opened.problems.length).toBeGreaterThan(0);
  expect(opened.problems.length).toBeLessThanOrEqual(201);
  for (const problem of opened.problems) expect(problem.code).toMatch(/^[a-z-]+$/);
}

const anyFile = fc.nat(files.length - 1);
const replaced = (position: number, bytes: Uint8Array): PackFile[] =>
  files.map((file, i) => (i === position ? { path: file.path, bytes } : file));

describe('whatever stands in the files', () => {
  test('bytes overwritten, cut and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        fc.option(fc.nat(), { nil: undefined }),
        async (position, edits, cut) => {
          const bytes = Uint8Array.from(files[position]!.bytes);
          for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
          await expectProblemsOrStudy(
            replaced(position, cut === undefined ? bytes : bytes.slice(0, cut % bytes.length)),
          );
        },
      ),
      settings,
    );
  });

  test('cells of tables replaced by odd ones', async () => {
    const tables = files.flatMap((file, i) => (file.path.endsWith('.csv') ? [i] : []));
    const odd = fc.constantFrom(
      '',
      '-',
      '.',
      'x',
      '…',
      'NaN',
      'Infinity',
      '1e308',
      '1e999',
      '-0',
      '0x10',
      '1.234,5',
      '1 234',
      '\u0000',
      '"',
      ';',
      ',',
      '\n',
      '=1+1',
      '<script>alert(1)</script>',
      '__proto__',
      '999999999999999999999',
      'ä',
      '(12)',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }),
        async (position, edits) => {
          const cells = Buffer.from(files[position]!.bytes)
            .toString('latin1')
            .split(/([;,\n])/);
          for (const [at, text] of edits) cells[(2 * at) % cells.length] = text;
          await expectProblemsOrStudy(
            replaced(position, new Uint8Array(Buffer.from(cells.join(''), 'latin1'))),
          );
        },
      ),
      settings,
    );
  });

  test('values of the descriptor and the geometries replaced by any JSON', async () => {
    const json = files.flatMap((file, i) => (file.path.endsWith('json') ? [i] : []));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...json),
        fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
        fc.jsonValue({ maxDepth: 2 }),
        async (position, path, value) => {
          const root: unknown = JSON.parse(Buffer.from(files[position]!.bytes).toString('utf8'));
          plant(root, path, value);
          await expectProblemsOrStudy(
            replaced(position, new Uint8Array(Buffer.from(JSON.stringify(root), 'utf8'))),
          );
        },
      ),
      settings,
    );
  });
});

/** Walks down by the numbers of the path and replaces what stands at its end. */
function plant(node: unknown, path: readonly number[], value: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const keys = Object.keys(node);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return;
  const record = node as Record<string, unknown>;
  const below = record[key];
  if (path.length <= 1 || typeof below !== 'object' || below === null) record[key] = value;
  else plant(below, path.slice(1), value);
}
