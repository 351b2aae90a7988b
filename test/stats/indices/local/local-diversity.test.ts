import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  localEntropy,
  localSimpsonConcentration,
  localSimpsonInteraction,
  normalizedLocalEntropy,
} from '#stats/indices/local/local-diversity.ts';
import { conditionalEntropy } from '#stats/indices/multigroup/conditional-entropy.ts';
import { manyGroups } from './manyGroups.ts';

const groups = [
  [10, 7, 0],
  [10, 0, 0],
  [0, 0, 0],
];

test('by hand: two of three groups, one, none', () => {
  expect([...localEntropy(groups)]).toEqual([expect.closeTo(Math.LN2, 14), 0, NaN]);
  // by the logarithm of all three groups, not of the two that live there
  expect([...normalizedLocalEntropy(groups)]).toEqual([expect.closeTo(Math.LN2 / Math.log(3), 14), 0, NaN]);
  expect([...localSimpsonInteraction(groups)]).toEqual([0.5, 0, NaN]);
  expect([...localSimpsonConcentration(groups)]).toEqual([0.5, 1, NaN]);
});

test('equal groups are the greatest mix; a single group has none to compare with', () => {
  expect(normalizedLocalEntropy([[3], [3], [3], [3]])[0]).toBeCloseTo(1, 14);
  expect([...normalizedLocalEntropy([[3, 4]])]).toEqual([NaN, NaN]);
  expect([...localEntropy([[3, 4]])]).toEqual([0, 0]);
});

test('mean diversity is the conditional entropy; interaction and concentration make 1', () => {
  fc.assert(
    fc.property(manyGroups, (columns) => {
      const totals = columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
      const all = totals.reduce((a, b) => a + b, 0);
      fc.pre(all > 0);
      const entropies = localEntropy(columns);
      const mean = totals.reduce((sum, t, i) => (t > 0 ? sum + (t / all) * entropies[i]! : sum), 0);
      expect(Math.abs(mean - conditionalEntropy(columns))).toBeLessThan(1e-12);
      const concentration = localSimpsonConcentration(columns);
      localSimpsonInteraction(columns).forEach((value, i) => {
        if (totals[i]! > 0) expect(value + concentration[i]!).toBeCloseTo(1, 12);
        else expect(value).toBeNaN();
      });
    }),
  );
});

test('invalid counts are refused', () => {
  for (const index of [
    localEntropy,
    normalizedLocalEntropy,
    localSimpsonInteraction,
    localSimpsonConcentration,
  ]) {
    expect(() => index([[1, NaN]])).toThrow('invalid count: NaN at 1');
    expect(() => index([])).toThrow('invalid groups: 0');
  }
});
