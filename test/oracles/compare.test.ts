import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Entry, type OracleFile, readCases, travellingCases } from './case.ts';
import { compareAll, type Outcome } from './compare.ts';

const cases = readCases(travellingCases);
const lattice = cases.find(({ id }) => id === 'lattice8_zeros_3g') as OracleFile & {
  readonly expected: readonly Entry[];
};
const tolerance = { abs: 1e-10, rel: 1e-9 };

function outcomeOf(entry: Partial<Entry>, file: Partial<OracleFile> = {}): Outcome {
  const whole = { focal: null, params: {}, tolerance, index: '', value: null, ...entry };
  return compareAll([{ ...lattice, ...file, expected: [whole], stochastic: [] }])[0]!;
}

const entryOf = (index: string): Entry => lattice.expected.find((entry) => entry.index === index)!;

describe('the comparison with reference values', () => {
  test('finds a figure that is off by more than its tolerance, in a list as well', () => {
    const d = entryOf('D');
    expect(outcomeOf(d).status).toBe('agrees');
    expect(outcomeOf({ ...d, value: (d.value as number) * (1 + 1e-7) }).status).toBe('deviates');
    expect(outcomeOf({ ...d, value: null }).status).toBe('deviates');
    const entropies = entryOf('local_E');
    const values = [...(entropies.value as number[])];
    expect(outcomeOf({ ...entropies, value: values }).status).toBe('agrees');
    expect(outcomeOf({ ...entropies, value: values.slice(1) }).status).toBe('deviates');
    values[5]! += 1e-6;
    expect(outcomeOf({ ...entropies, value: values }).status).toBe('deviates');
  });

  test('says of what it does not know that it is not covered, and why', () => {
    expect(outcomeOf({ index: 'unheard_of' })).toMatchObject({ status: 'not covered' });
    const moran = entryOf('moran');
    const strange = outcomeOf({ ...moran, params: { weights: 'by train, binary' } });
    expect(strange).toMatchObject({ status: 'not covered', words: 'neighbours by train, binary' });
    expect(outcomeOf(entryOf('DEL'), { spatial: null })).toMatchObject({ status: 'not covered' });
    expect(outcomeOf({ ...entryOf('local_E'), params: { normalized: 'groups present' } }).status).toBe(
      'not covered',
    );
  });

  test('tells a wrong name of a group from a variant', () => {
    expect(outcomeOf({ ...entryOf('D'), focal: 'nobody' }).status).toBe('deviates');
  });
});

describe('cases other than those at hand', () => {
  const three = { ids: ['1', '2', '3'], total: [10, 20, 30] };
  const data = { ...three, groups: { a: [5, 5, 5], b: [5, 10, 5], c: [0, 5, 20] } };

  test('exposure to one of several groups counts the others among all', () => {
    // 1/3 of a in each unit: b is 5/10, 10/20, 5/30 of it
    const value = (0.5 + 0.5 + 5 / 30) / 3;
    expect(outcomeOf({ index: 'xPy', focal: 'a', params: { y: 'b' }, value }, { data }).status).toBe(
      'agrees',
    );
  });

  test('M of some of the groups, to another base', () => {
    const two = { ids: ['1', '2'], total: [4, 4], groups: { a: [4, 0], b: [0, 4], c: [7, 7] } };
    const found = outcomeOf({ index: 'M', params: { base: 2, groups: ['b', 'a'] }, value: 1 }, { data: two });
    expect(found).toMatchObject({ status: 'agrees' });
  });

  test('levels may have any name, and numbers as labels', () => {
    const nested = { Kiez: [7, 7, 3] };
    const value = { Kiez: [3, 7], p: [0.5, 0.5] };
    const entry = { index: 'mutual_within', params: { within: 'Kiez' } };
    expect(outcomeOf({ ...entry, value }, { data: { ...data, nested } }).status).toBe('agrees');
    const wrong = { Kiez: [3, 7], p: [0.25, 0.75] };
    expect(outcomeOf({ ...entry, value: wrong }, { data: { ...data, nested } }).status).toBe('deviates');
  });

  test('nearest neighbours that the case does not list are found', () => {
    const spatial = { ...lattice.spatial!, knn6: undefined };
    const weights = 'knn8, row-standardised';
    const value = { EI: -1 / 63 };
    expect(outcomeOf({ index: 'moran', focal: 'a', params: { weights }, value }, { spatial })).toMatchObject({
      status: 'agrees',
    });
  });

  test('on which side of the mean a value lies is not asked where it is the mean', () => {
    // shares 0.1, 0.2, 0.3 in a row: the middle one is the mean but for rounding
    const row = { ids: ['1', '2', '3'], total: [10, 10, 10], groups: { a: [1, 2, 3] } };
    const spatial = { ...lattice.spatial!, queen: [[1], [0, 2], [1]] };
    const status = (quadrant: readonly number[]): string =>
      outcomeOf({ index: 'local_moran', focal: 'a', value: { quadrant } }, { data: row, spatial }).status;
    for (const middle of [1, 2, 3, 4]) {
      for (const [first, last] of [
        [2, 4],
        [3, 1],
      ]) {
        expect(status([first!, middle, last!])).toBe('agrees');
      }
    }
    const apart = { ...row, groups: { a: [1, 4, 4] } };
    expect(
      outcomeOf(
        { index: 'local_moran', focal: 'a', value: { quadrant: [1, 1, 1] } },
        { data: apart, spatial },
      ).status,
    ).toBe('deviates');
  });
});

describe('npm run oracles', () => {
  test('exits with 1 where a figure deviates, and passes over other files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'oracles-'));
    try {
      const run = () =>
        spawnSync(
          process.execPath,
          ['--import', 'tsx', fileURLToPath(new URL('./run.ts', import.meta.url)), folder],
          { encoding: 'utf8' },
        );
      const only = (value: unknown): string =>
        JSON.stringify({
          ...lattice,
          geojson: undefined,
          stochastic: undefined,
          expected: [{ ...entryOf('D'), value }],
        });
      expect(run()).toMatchObject({ status: 2 });
      writeFileSync(join(folder, 'list.json'), '[]');
      cpSync(fileURLToPath(import.meta.url), join(folder, 'notes.md'));
      writeFileSync(join(folder, 'one.json'), only(entryOf('D').value));
      const fine = run();
      expect(fine).toMatchObject({ status: 0, stderr: expect.stringContaining('list.json is no case') });
      expect(fine.stdout).toContain('1 entries: 1 agree, 0 deviate, 0 not covered.');
      writeFileSync(join(folder, 'two.json'), only(0.123));
      const off = run();
      expect(off.status).toBe(1);
      expect(off.stdout).toMatch(/Deviating:[\s\S]*instead of 0\.123[\s\S]*2 entries: 1 agree, 1 deviate/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
