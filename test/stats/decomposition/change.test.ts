import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, segregationChange, unitChanges } from '#stats/decomposition/change.ts';
import { karmelMaclachlanChange } from '#stats/decomposition/change-karmel-maclachlan.ts';
import { moraRuizCastilloChange } from '#stats/decomposition/change-mora-ruiz-castillo.ts';
import type { KeyedTable } from '#stats/decomposition/matched.ts';
import { multigroupInformation } from '#stats/indices/multigroup/multigroup-information.ts';
import { mutualInformation } from '#stats/indices/multigroup/mutual-information.ts';

const before = {
  keys: ['a', 'b', 'gone'],
  groups: [
    [30, 10, 8],
    [10, 30, 2],
  ],
};
const after = {
  keys: ['new', 'b', 'a'],
  groups: [
    [5, 20, 20],
    [9, 25, 18],
  ],
};

const parts = (change: Change): number =>
  change.removals + change.additions + change.groupMarginal + change.unitMarginal + change.structural;

test('by hand: units that come and go, then people who live differently in units of the same size', () => {
  const one: KeyedTable = { ...before };
  const two: KeyedTable = {
    keys: ['a', 'b'],
    groups: [
      [20, 20],
      [20, 20],
    ],
  };
  const change = segregationChange(one, two);
  const matched = mutualInformation([
    [30, 10],
    [10, 30],
  ]);
  expect(change.before).toBeCloseTo(mutualInformation(one.groups), 15);
  expect(change.after).toBe(0);
  expect(change.removals).toBeCloseTo(matched - change.before, 14);
  expect(change.additions).toBe(0);
  // same margins in both tables: only the structure differs
  expect(change.structural).toBeCloseTo(-matched, 12);
  expect(change.groupMarginal).toBeCloseTo(0, 12);
  expect(change.unitMarginal).toBeCloseTo(0, 12);
  expect([change.units, change.groups, change.converged]).toEqual([2, 2, true]);
});

test('a group that grows alike everywhere changes margins, not structure', () => {
  const grown = { keys: before.keys, groups: [before.groups[0]!.map((x) => 3 * x), before.groups[1]!] };
  const change = segregationChange(before, grown);
  expect(change.structural).toBeCloseTo(0, 9);
  expect(change.groupMarginal + change.unitMarginal).toBeCloseTo(change.difference, 9);
  expect(karmelMaclachlanChange(before, grown).structural).toBeCloseTo(0, 9);
});

test('nothing changes between a table and itself', () => {
  const change = segregationChange(before, before);
  for (const part of [change.difference, change.removals, change.additions, change.structural]) {
    expect(part).toBe(0);
  }
  expect(karmelMaclachlanChange(before, before).interaction).toBeCloseTo(0, 15);
  expect(moraRuizCastilloChange(before, before).structural).toBeCloseTo(0, 15);
});

const column = (n: number) => fc.array(fc.oneof(fc.constant(0), fc.nat(90)), { minLength: n, maxLength: n });
const pairs = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 9 }), fc.nat(3))
  .chain(([k, n, shift]) =>
    fc
      .tuple(
        fc.array(column(n), { minLength: k, maxLength: k }),
        fc.array(column(n), { minLength: k, maxLength: k }),
      )
      .map(([one, two]): readonly [KeyedTable, KeyedTable] => [
        { keys: one[0]!.map((_, i) => `u${i}`), groups: one },
        { keys: two[0]!.map((_, i) => `u${i + shift}`), groups: two },
      ]),
  );

describe.each(['M', 'H'] as const)('%s', (index) => {
  test('parts add up to the change of the index, even where fitting is cut short', () => {
    let tried = 0;
    fc.assert(
      fc.property(pairs, ([one, two]) => {
        for (const options of [
          { index, iterations: 50 },
          { index, precision: 0.05, start: 'R segregation' as const },
        ]) {
          const change = segregationChange(one, two, options);
          if (Number.isNaN(parts(change))) continue;
          tried++;
          const value = index === 'M' ? mutualInformation : multigroupInformation;
          expect(Math.abs(change.after - value(two.groups))).toBeLessThan(1e-12);
          expect(Math.abs(change.before - value(one.groups))).toBeLessThan(1e-12);
          expect(Math.abs(parts(change) - change.difference)).toBeLessThan(1e-12);
        }
      }),
    );
    expect(tried).toBeGreaterThan(100);
  });

  test('exchanging the tables turns every sign', () => {
    const there = segregationChange(before, after, { index });
    const back = segregationChange(after, before, { index });
    expect(back.structural).toBeCloseTo(-there.structural, 9);
    expect(back.groupMarginal).toBeCloseTo(-there.groupMarginal, 9);
    expect(back.unitMarginal).toBeCloseTo(-there.unitMarginal, 9);
    expect(back.additions).toBeCloseTo(-there.removals, 14);
    expect(back.removals).toBeCloseTo(-there.additions, 14);
  });
});

test('the other methods add up too', () => {
  fc.assert(
    fc.property(pairs, ([one, two]) => {
      const km = karmelMaclachlanChange(one, two, { iterations: 50 });
      const kmSum =
        km.removals + km.additions + km.groupMarginal + km.unitMarginal + km.interaction + km.structural;
      if (!Number.isNaN(kmSum)) expect(Math.abs(kmSum - km.difference)).toBeLessThan(1e-12);
      const mrc = moraRuizCastilloChange(one, two);
      const mrcSum = mrc.removals + mrc.additions + mrc.groupMarginal + mrc.unitMarginal + mrc.structural;
      if (!Number.isNaN(mrcSum)) expect(Math.abs(mrcSum - mrc.difference)).toBeLessThan(1e-12);
    }),
  );
});

test('what single units add sums to the parts', () => {
  const change = segregationChange(before, after);
  const units = unitChanges(before, after);
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  expect(units.keys).toEqual(['a', 'b']);
  expect(sum(units.structural)).toBeCloseTo(change.structural, 9);
  expect(sum(units.unitMarginal)).toBeCloseTo(change.unitMarginal, 12);
  expect(sum(units.groupMarginal)).toBeCloseTo(change.groupMarginal, 12);
  expect(sum(units.before)).toBeCloseTo(1, 14);
});

test('the start of R segregation makes no difference once the fits are precise', () => {
  const own = segregationChange(before, after);
  const theirs = segregationChange(before, after, { start: 'R segregation' });
  expect(theirs.groupMarginal).toBeCloseTo(own.groupMarginal, 8);
  expect(theirs.structural).toBeCloseTo(own.structural, 8);
});

describe('edge cases', () => {
  test('units of the same key are added up', () => {
    const split = {
      keys: ['a', 'b', 'gone', 'a'],
      groups: [
        [10, 10, 8, 20],
        [10, 30, 2, 0],
      ],
    };
    expect(segregationChange(split, after).before).toBeCloseTo(segregationChange(before, after).before, 14);
    expect(segregationChange(split, after).structural).toBeCloseTo(
      segregationChange(before, after).structural,
      9,
    );
  });

  test('a group that is new counts with the additions', () => {
    const three = { ...after, groups: [...after.groups, [7, 0, 3]] };
    const change = segregationChange({ ...before, groups: [...before.groups, [0, 0, 0]] }, three);
    expect(change.groups).toBe(2);
    expect(change.after).toBeCloseTo(mutualInformation(three.groups), 14);
    expect(parts(change)).toBeCloseTo(change.difference, 12);
  });

  test('no unit in common: before and after, but no parts', () => {
    const change = segregationChange(before, { ...after, keys: ['x', 'y', 'z'] });
    expect(change.before).not.toBeNaN();
    expect(change.units).toBe(0);
    expect(change.structural).toBeNaN();
    expect(moraRuizCastilloChange(before, { ...after, keys: ['x', 'y', 'z'] }).groupMarginal).toBeNaN();
    expect(unitChanges(before, { ...after, keys: ['x', 'y', 'z'] }).keys).toEqual([]);
  });

  test('an empty table is undefined', () => {
    const none = { keys: [], groups: [[], []] };
    expect(segregationChange(none, after).before).toBeNaN();
    expect(segregationChange(none, none).structural).toBeNaN();
  });

  test('fits that do not get there are reported', () => {
    const change = segregationChange(before, after, { iterations: 1, precision: 1e-15 });
    expect(change.converged).toBe(false);
    expect(change.deviation).toBeGreaterThan(0);
    expect(parts(change)).toBeCloseTo(change.difference, 14);
  });

  test('tables that do not belong together are refused', () => {
    expect(() => segregationChange(before, { ...after, groups: [[1, 2, 3]] })).toThrow('invalid groups: 1');
    expect(() => segregationChange({ ...before, keys: ['a'] }, after)).toThrow(
      'invalid length: 1 (expected 3)',
    );
    expect(() => segregationChange({ keys: ['a'], groups: [[-1], [1]] }, after)).toThrow(
      'invalid count: -1 at 0',
    );
  });
});
