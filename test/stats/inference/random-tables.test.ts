import { describe, expect, test } from 'vitest';
import { type KeptMargins, tablesWithoutSegregation, wholeMargins } from '#stats/inference/random-tables.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { manyGroupTable } from '#stats/table.ts';
import { allAllocations } from '../dealing.ts';
import { misfit } from '../numeric/goodness.ts';
import { allDraws } from './enumerated.ts';

const table = manyGroupTable([
  [2, 1, 0],
  [1, 1, 2],
]);

/** Draws as numbers with one digit per cell. */
function drawn(kept: KeptMargins, count: number, of = table): readonly number[] {
  const sampler = tablesWithoutSegregation(of, kept);
  const into = of.groups.map((column) => new Float64Array(column.length));
  return Array.from({ length: count }, (_, i) => {
    sampler.draw(randomStream(9, i), into);
    return Number(into.map((column) => column.join('')).join(''));
  });
}

const key = (...columns: readonly (readonly number[])[]): number => Number(columns.flat().join(''));

describe('random tables without segregation follow enumeration', () => {
  test('both margins kept', () => {
    const chances = new Map(
      allAllocations([3, 2, 2], 3).map(({ group, chance }) => [
        key(group, [3 - group[0]!, 2 - group[1]!, 2 - group[2]!]),
        chance,
      ]),
    );
    expect(Math.abs(misfit(drawn('both', 30_000), (k) => chances.get(k) ?? 0))).toBeLessThan(3.5);
  });

  test('units kept', () => {
    const chances = new Map<number, number>();
    const binomial = (n: number) => allDraws([3 / 7, 4 / 7], n);
    for (const a of binomial(3))
      for (const b of binomial(2))
        for (const c of binomial(2)) {
          const x = [a.counts[0]!, b.counts[0]!, c.counts[0]!];
          chances.set(key(x, [3 - x[0]!, 2 - x[1]!, 2 - x[2]!]), a.chance * b.chance * c.chance);
        }
    expect(Math.abs(misfit(drawn('units', 30_000), (k) => chances.get(k) ?? 0))).toBeLessThan(3.5);
  });

  test('groups kept', () => {
    const shares = [3 / 7, 2 / 7, 2 / 7];
    const chances = new Map<number, number>();
    for (const a of allDraws(shares, 3))
      for (const b of allDraws(shares, 4)) chances.set(key(a.counts, b.counts), a.chance * b.chance);
    expect(Math.abs(misfit(drawn('groups', 40_000), (k) => chances.get(k) ?? 0))).toBeLessThan(3.5);
  });

  test('nothing kept but the number of persons', () => {
    const shares = [3 / 7, 4 / 7].flatMap((group) => [3, 2, 2].map((t) => (group * t) / 7));
    const chances = new Map(allDraws(shares, 7).map(({ counts, chance }) => [key(counts), chance]));
    expect(Math.abs(misfit(drawn('none', 40_000), (k) => chances.get(k) ?? 0))).toBeLessThan(3.5);
  });

  test('three groups of unequal size, both margins kept: every group alone is hypergeometric', () => {
    const three = manyGroupTable([
      [1, 0, 1],
      [2, 0, 3],
      [0, 4, 1],
    ]);
    const found = drawn('both', 20_000, three).map((k) => String(k).padStart(9, '0'));
    [0, 1, 2].forEach((m) => {
      const chances = new Map(
        allAllocations([3, 4, 5], [2, 5, 5][m]!).map(({ group, chance }) => [key(group), chance]),
      );
      const own = found.map((digits) => Number(digits.slice(3 * m, 3 * m + 3)));
      expect(Math.abs(misfit(own, (k) => chances.get(k) ?? 0))).toBeLessThan(3.5);
    });
  });
});

test('what is kept is kept, also for units large and small, and for groups that are empty', () => {
  const size = 40;
  const wide = manyGroupTable([
    Float64Array.from({ length: size }, (_, j) => (j % 5 === 0 ? 3000 : j % 4)),
    new Float64Array(size),
    Float64Array.from({ length: size }, (_, j) => (j * 37) % 200),
  ]);
  const into = wide.groups.map(() => new Float64Array(size));
  const unitSums = (): number[] =>
    Array.from({ length: size }, (_, j) => into.reduce((sum, c) => sum + c[j]!, 0));
  const groupSums = (): number[] => into.map((column) => column.reduce((a, b) => a + b, 0));
  for (const kept of ['both', 'units', 'groups', 'none'] as const) {
    const sampler = tablesWithoutSegregation(wide, kept);
    for (let i = 0; i < 20; i++) {
      sampler.draw(randomStream(1, i), into);
      expect(groupSums().reduce((a, b) => a + b, 0)).toBe(wide.totalSum);
      expect(groupSums()[1]).toBe(0);
      if (kept === 'both' || kept === 'units') expect(unitSums()).toEqual([...wide.total]);
      if (kept === 'both' || kept === 'groups') expect(groupSums()).toEqual([...wide.groupSums]);
    }
  }
});

test('estimated counts become whole persons that add up', () => {
  const { unitTotals, groupTotals, population } = wholeMargins(
    manyGroupTable([
      [0.4, 1.4, 2.3],
      [0.4, 1.4, 0.3],
      [0.4, 0, 0.3],
    ]),
  );
  expect([...unitTotals]).toEqual([1, 3, 3]);
  expect(population).toBe(7);
  expect([...groupTotals].reduce((a, b) => a + b, 0)).toBe(7);
});

test('nobody at all, and margins that do not exist', () => {
  const none = manyGroupTable([
    [0, 0],
    [0, 0],
  ]);
  const into = [new Float64Array(2).fill(5), new Float64Array(2).fill(5)];
  tablesWithoutSegregation(none, 'both').draw(randomStream(1), into);
  expect(into.map((column) => [...column])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(() => tablesWithoutSegregation(table, 'rows' as 'both')).toThrow('invalid kept margins: rows');
});
