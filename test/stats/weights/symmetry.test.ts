import { describe, expect, test } from 'vitest';
import { sparseMatrix } from '#stats/weights/sparse.ts';
import { hasSymmetricLinks, isSymmetric } from '#stats/weights/symmetry.ts';

const chain = sparseMatrix(
  { offsets: Int32Array.of(0, 1, 3, 5, 6, 6), neighbours: Int32Array.of(1, 0, 2, 1, 3, 2) },
  'binary',
);

describe('symmetry', () => {
  test('of links and of weights', () => {
    expect(isSymmetric(chain)).toBe(true);
    const standardised = sparseMatrix(chain, 'row-standardised');
    expect(hasSymmetricLinks(standardised)).toBe(true);
    expect(isSymmetric(standardised)).toBe(false);
    expect(isSymmetric(standardised, 0.5)).toBe(true);
  });

  test('one link without its way back is enough', () => {
    expect(hasSymmetricLinks({ offsets: Int32Array.of(0, 1, 1), neighbours: Int32Array.of(1) })).toBe(false);
    expect(hasSymmetricLinks({ offsets: Int32Array.of(0, 0, 1), neighbours: Int32Array.of(0) })).toBe(false);
    // 0 → 1, 1 → 2, 2 → 0
    expect(
      hasSymmetricLinks({ offsets: Int32Array.of(0, 1, 2, 3), neighbours: Int32Array.of(1, 2, 0) }),
    ).toBe(false);
    expect(hasSymmetricLinks({ offsets: Int32Array.of(0), neighbours: new Int32Array(0) })).toBe(true);
  });
});
