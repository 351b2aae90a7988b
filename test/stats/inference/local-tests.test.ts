import { describe, expect, test } from 'vitest';
import { catalog, indexById } from '#stats/catalog.ts';
import { sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { localTestOf, localTests } from '#stats/inference/local-tests.ts';
import { finish } from '#stats/inference/stepper.ts';
import { twoGroupTable } from '#stats/table.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';

/** Eight units in a row, the first three alike, the last without neighbours. */
const table = twoGroupTable([9, 8, 9, 1, 2, 1, 3, 5], [1, 2, 1, 9, 8, 9, 7, 5]);
const row = {
  offsets: Int32Array.of(0, 1, 3, 5, 7, 9, 11, 12, 12),
  neighbours: Int32Array.of(1, 0, 2, 1, 3, 2, 4, 3, 5, 4, 6, 5),
};
const weights = sparseMatrix(row, 'row-standardised');
const shares = sharesOf(table);

describe.each(localTests.map((one) => [one.spec.id, one] as const))('the test of %s', (id, one) => {
  test('belongs to an index of the catalogue that neighbours suffice for', () => {
    expect(catalog).toContain(one.spec);
    expect(localTestOf(indexById(id))).toBe(one);
    expect(one.spec.needs).toEqual(['weights']);
  });

  test('gives a p to every unit with a value, and to no other', () => {
    const { p, twoSidedP } = finish(one.begin(shares, weights, { permutations: 99, seed: 1 }));
    expect(Array.from(p, Number.isNaN)).toEqual([false, false, false, false, false, false, false, true]);
    for (const value of twoSidedP.subarray(0, 7)) {
      expect(value).toBeGreaterThanOrEqual(0.01);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});

test('units among their like are told from those that stand out', () => {
  // mean share 0.475; around the third and the fourth unit it is 0.45 and 0.55
  const codes = localTestOf(indexById('local_moran'))?.quadrants?.(shares, weights);
  expect(Array.from(codes ?? [])).toEqual([1, 1, 4, 2, 3, 3, 3, 0]);
});

test('other indices have none', () => {
  expect(localTestOf(indexById('local_E'))).toBeUndefined();
  expect(localTestOf(indexById('D'))).toBeUndefined();
});
