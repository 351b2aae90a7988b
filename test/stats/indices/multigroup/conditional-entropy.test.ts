import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionalEntropy } from '#stats/indices/multigroup/conditional-entropy.ts';
import { entropy } from '#stats/indices/multigroup/entropy.ts';
import { mutualInformation } from '#stats/indices/multigroup/mutual-information.ts';
import { manyGroups } from '../local/manyGroups.ts';

test('by hand: half the persons in a mixed unit, half in an unmixed one', () => {
  expect(
    conditionalEntropy([
      [10, 20, 0],
      [10, 0, 0],
    ]),
  ).toBeCloseTo(Math.LN2 / 2, 14);
  expect(conditionalEntropy([[0, 0]])).toBeNaN();
});

test('is what M leaves of the diversity of the city', () => {
  fc.assert(
    fc.property(manyGroups, (groups) => {
      const M = mutualInformation(groups);
      if (Number.isNaN(M)) return;
      expect(Math.abs(entropy(groups) - M - conditionalEntropy(groups))).toBeLessThan(1e-12);
    }),
  );
});
