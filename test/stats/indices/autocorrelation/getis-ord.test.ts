import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getisOrd, getisOrdSpec } from '#stats/indices/autocorrelation/getis-ord.ts';
import { twoGroupTable } from '#stats/table.ts';
import { neighbourWeights } from '../../../oracles/input.ts';
import { chain, chainAndIsland, lattice, meanOf, permutations, varianceOf } from '../../maps.ts';

describe('getisOrd', () => {
  test('G* by hand: (2 − 2 · ½)/(½ · sqrt((4 · 2 − 4)/3)) = √3 at the end of the chain', () => {
    const { z, p } = getisOrd([1, 1, 0, 0], neighbourWeights(chain, 'binary'));
    expect(z[0]).toBeCloseTo(Math.sqrt(3), 14);
    expect(z[3]).toBeCloseTo(-Math.sqrt(3), 14);
    expect(p[0]).toBeCloseTo(0.0832645, 6);
  });

  test('G by hand: others of the first unit 1, 0, 0, neighbour 1', () => {
    // mean 1/3, s² = 2/9, sqrt(2/9 · (3 · 1 − 1)/2) = √2/3: (1 − 1/3)/(√2/3) = √2
    const { z } = getisOrd([1, 1, 0, 0], neighbourWeights(chain, 'binary'), 'excluded');
    expect(z[0]).toBeCloseTo(Math.SQRT2, 14);
  });

  test('is the standard score among all orders: of all values for G*, of the other values for G', () => {
    const values = [5, 4, 1, 6, 3, 22];
    const lists = [[1, 2], [0, 2, 5], [0, 1], [4], [3, 5], [1, 4]];
    const weights = neighbourWeights(lists, 'binary');
    const [star, without] = [getisOrd(values, weights).z, getisOrd(values, weights, 'excluded').z];
    lists.forEach((list, i) => {
      const around = (order: readonly number[]) => list.reduce((sum, j) => sum + order[j]!, 0);
      const all = permutations(values).map((order) => around(order) + order[i]!);
      expect(star[i]).toBeCloseTo(
        (around(values) + values[i]! - meanOf(all)) / Math.sqrt(varianceOf(all)),
        12,
      );
      const fixed = permutations(values)
        .filter((order) => order[i] === values[i])
        .map(around);
      expect(without[i]).toBeCloseTo((around(values) - meanOf(fixed)) / Math.sqrt(varianceOf(fixed)), 12);
    });
  });

  test('binary and row-standardised weights give the same, and so does a unit that is its own neighbour', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }), (values) => {
        const binary = lattice(3, 4, 'binary');
        const lists = Array.from({ length: 12 }, (_, i) => [
          i,
          ...binary.neighbours.subarray(binary.offsets[i], binary.offsets[i + 1]),
        ]);
        for (const self of ['included', 'excluded'] as const) {
          const { z } = getisOrd(values, binary, self);
          const others = [lattice(3, 4), neighbourWeights(lists, 'binary')];
          for (const weights of others) {
            getisOrd(values, weights, self).z.forEach((other, i) => {
              if (Number.isNaN(z[i])) expect(other).toBeNaN();
              else expect(other).toBeCloseTo(z[i]!, 9);
            });
          }
        }
      }),
      { seed: 1 },
    );
  });

  test('an island is compared by its own value with G*, not at all with G', () => {
    const values = [1, 3, 3, 9, 4];
    const own = (4 - meanOf(values)) / Math.sqrt(varianceOf(values));
    expect(getisOrd(values, neighbourWeights(chainAndIsland)).z[4]).toBeCloseTo(own, 14);
    expect(getisOrd(values, neighbourWeights(chainAndIsland), 'excluded').z[4]).toBeNaN();
  });

  test('a unit without a value has none, and its neighbours do without it', () => {
    const { z } = getisOrd([3, 1, 2, NaN], neighbourWeights(chain));
    const short = getisOrd([3, 1, 2], neighbourWeights([[1], [0, 2], [1]])).z;
    expect([...z.subarray(0, 3)]).toEqual([...short]);
    expect(z[3]).toBeNaN();
  });

  test('where the unit and its neighbours are the whole city nothing can stand out', () => {
    const star = neighbourWeights([[1, 2, 3], [0], [0], [0]], 'binary');
    expect(getisOrd([1, 2, 4, 9], star).z[0]).toBeNaN();
    expect(getisOrd([1, 2, 4, 9], star, 'excluded').z[0]).toBeNaN();
    expect(getisOrd([1, 2, 4, 9], star).z[1]).not.toBeNaN();
    // the others are all equal
    expect(getisOrd([5, 2, 2, 2], neighbourWeights(chain), 'excluded').z[0]).toBeNaN();
  });

  test('equal values are nowhere hot or cold', () => {
    expect([...getisOrd([2, 2, 2, 2], neighbourWeights(chain)).z].every(Number.isNaN)).toBe(true);
  });

  test('refuses what does not fit', () => {
    expect(() => getisOrd([1, 2], neighbourWeights(chain))).toThrow('invalid length: 2 (expected 4)');
  });

  test('as an index: G* of the shares', () => {
    const table = twoGroupTable([1, 3, 0, 9], [9, 7, 0, 1]);
    const weights = neighbourWeights(chain);
    const shares = [0.1, 0.3, NaN, 0.9];
    expect(getisOrdSpec.compute(table, { weights })).toEqual(getisOrd(shares, weights).z);
  });
});
