import { describe, expect, test } from 'vitest';
import { distanceBand } from '#stats/weights/distance-band.ts';
import { higherOrder } from '#stats/weights/higher-order.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';
import { lattice, listsOf, rowsOf } from './places.ts';

const chain = sparseMatrix(
  { offsets: Int32Array.of(0, 1, 3, 5, 6, 6), neighbours: Int32Array.of(1, 0, 2, 1, 3, 2) },
  'binary',
);

describe('neighbours of higher order', () => {
  test('on a chain of four and an island', () => {
    expect(listsOf(higherOrder(chain, 1))).toEqual(listsOf(chain));
    expect(listsOf(higherOrder(chain, 2))).toEqual([[1, 2], [0, 2, 3], [0, 1, 3], [1, 2], []]);
    expect(listsOf(higherOrder(chain, 9))).toEqual([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2], []]);
    expect(rowsOf(higherOrder(chain, 2))[1]).toEqual([1, 1, 1]);
    const standardised = higherOrder({ ...chain, style: 'row-standardised' }, 2);
    expect(rowsOf(standardised)[1]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  test('on a lattice are the squares at most so many steps of the rook away', () => {
    const rook = distanceBand(lattice(6, 7), 250, { style: 'binary' });
    const reached = listsOf(higherOrder(rook, 3));
    reached.forEach((list, i) => {
      const near = [...reached.keys()].filter((j) => {
        const steps = Math.abs((i % 7) - (j % 7)) + Math.abs(Math.floor(i / 7) - Math.floor(j / 7));
        return j !== i && steps <= 3;
      });
      expect(list).toEqual(near);
    });
  });

  test.each([0, 2.5, NaN])('refuses order %f', (order) => {
    expect(() => higherOrder(chain, order)).toThrow(`invalid order: ${order}`);
  });
});
