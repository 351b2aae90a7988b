import { describe, expect, test } from 'vitest';
import { inSpatialOrder, placeIndex } from '#stats/weights/place-index.ts';
import { rowSums } from '#stats/weights/row-sums.ts';
import { lattice } from './places.ts';

const index = placeIndex(lattice(40, 40));
const people = Float64Array.from({ length: 1600 }, (_, i) => (i * 31) % 17);
const sorted = inSpatialOrder(index, [people, people.map((f) => 2 * f)]);

describe('sums over rows of cells', () => {
  test.each(['uniform', 'biweight'] as const)('%s: as pair by pair', (kernel) => {
    const add = rowSums(index, sorted, 3000, kernel)!;
    for (const p of [0, 820, 1599]) {
      const sums = new Float64Array(2);
      add(p, sums);
      let expected = 0;
      const count = index.within(p, 3000);
      for (let k = 0; k < count; k++) {
        const weight = kernel === 'uniform' ? 1 : Math.max(0, 1 - index.squares[k]! / 3000 ** 2) ** 2;
        expected += weight * sorted[0]![index.positions[k]!]!;
      }
      expect(sums[0]! / expected).toBeCloseTo(1, 12);
      expect(sums[1]! / expected).toBeCloseTo(2, 12);
    }
  });

  test('are not for a radius of few cells', () => {
    expect(rowSums(index, sorted, 1000, 'uniform')).toBeNull();
    expect(rowSums(index, sorted, 1000, 'biweight')).toBeNull();
  });

  test('are not for more running sums than memory should hold', () => {
    const many = Array.from({ length: 4000 }, () => sorted[0]!);
    expect(rowSums(index, many, 3000, 'biweight')).toBeNull();
  });
});
