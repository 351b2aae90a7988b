import { describe, expect, test } from 'vitest';
import { type ConditionalCounts, conditionalDraws } from '#stats/inference/conditional-draws.ts';
import { randomStream } from '#stats/numeric/random.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';
import { neighbourWeights } from '../../oracles/input.ts';
import { lattice, withWeights } from '../maps.ts';

const values = (size: number, seed = 3): Float64Array => {
  const random = randomStream(seed);
  return Float64Array.from({ length: size }, () => random.uniform() - 0.5);
};

function counted(matrix: SparseMatrix, column: Float64Array, count: number, first = 0): ConditionalCounts {
  const draws = conditionalDraws(matrix, column, { seed: 9, isReplaced: false });
  const counts = draws.none();
  draws.add(first, count, counts);
  return counts;
}

/** The matrix with weights that are equal but for a trace, so that every unit is drawn by itself. */
const singly = (matrix: SparseMatrix): SparseMatrix => {
  const weights = matrix.weights.slice();
  for (let i = 0; i < matrix.size; i++) {
    const last = matrix.offsets[i + 1]! - 1;
    if (last > matrix.offsets[i]!) weights[last]! *= 1 + 1e-15;
  }
  return { ...matrix, weights, style: 'general' };
};

describe('conditional draws', () => {
  test('lists kept up to date along the units count what drawing unit by unit counts', () => {
    // 3, 5 and 8 neighbours, the last of them in many units; more replicates than are run together
    const size = 40;
    const queen = neighbourWeights(
      Array.from({ length: size * size }, (_, k) => {
        const [r, c] = [Math.floor(k / size), k % size];
        return [-1, 0, 1]
          .flatMap((dr) => [-1, 0, 1].map((dc) => [r + dr, c + dc] as const))
          .filter(([y, x]) => y >= 0 && y < size && x >= 0 && x < size && y * size + x !== k)
          .map(([y, x]) => y * size + x);
      }),
    );
    const column = values(size * size);
    const shared = counted(queen, column, 1500);
    expect(singly(queen).weights).not.toEqual(queen.weights);
    expect(counted(singly(queen), column, 1500)).toEqual(shared);
    expect(shared.above.every((count, i) => count + shared.below[i]! >= 1500)).toBe(true);
    // equal values: ties are common and must be seen as such on both ways
    const rounded = column.map((value) => Math.round(value * 3) * 0.1);
    expect(counted(singly(queen), rounded, 300)).toEqual(counted(queen, rounded, 300));
  });

  test('portions and workers change no count', () => {
    const column = values(400);
    const weights = lattice(20, 20);
    const whole = counted(weights, column, 1200);
    const draws = conditionalDraws(weights, column, { seed: 9, isReplaced: false });
    const counts = draws.none();
    for (const [first, count] of [
      [0, 1],
      [1, 99],
      [700, 500],
      [100, 600],
    ] as const) {
      draws.add(first, count, counts);
    }
    expect(counts).toEqual(whole);
  });

  test('each unit’s neighbours get any set of the other values equally often, never its own', () => {
    // powers of two: the sum of two or three values tells which they are
    const column = Float64Array.of(1, 2, 4, 8, 16, 32);
    const draws = 30_000;
    for (let i = 0; i < 6; i++) {
      for (const length of [2, 3]) {
        const others = [0, 1, 2, 3, 4, 5].filter((j) => j !== i);
        const sets = others.flatMap((a) =>
          others.flatMap((b) =>
            b > a ? (length === 2 ? [[a, b]] : others.filter((c) => c > b).map((c) => [a, b, c])) : [],
          ),
        );
        // how often a sum is at most that of the set, for each possible set in turn
        const totals = sets.map((set) => set.reduce((sum, j) => sum + column[j]!, 0)).sort((a, b) => a - b);
        totals.forEach((total, rank) => {
          const set = sets.find((one) => one.reduce((sum, j) => sum + column[j]!, 0) === total)!;
          const lists = Array.from({ length: 6 }, (_, k) => (k === i ? set : []));
          const counts = counted(neighbourWeights(lists), column, draws / 10);
          const exact = (rank + 1) / totals.length;
          const error = Math.sqrt((exact * (1 - exact)) / (draws / 10));
          expect(Math.abs(counts.below[i]! / (draws / 10) - exact)).toBeLessThanOrEqual(4.5 * error);
        });
      }
    }
  });

  test('with unequal weights every order counts', () => {
    const weights = withWeights(neighbourWeights([[1, 2], [], [], []]), (_, j) => j);
    const column = Float64Array.of(0, 1, 10, 100);
    // 1·v + 2·w over the six ordered pairs of 1, 10, 100: 12, 21, 102, 120, 201, 210; the real one is 21
    const { above, below } = counted(weights, column, 6000);
    expect(Math.abs(above[0]! / 6000 - 5 / 6)).toBeLessThan(4 * Math.sqrt(5 / 36 / 6000));
    expect(Math.abs(below[0]! / 6000 - 2 / 6)).toBeLessThan(4 * Math.sqrt(8 / 36 / 6000));
  });

  test('with replacement one unit may be drawn twice', () => {
    const weights = neighbourWeights([[1, 2], [], [], []]);
    const column = Float64Array.of(0, 1, 10, 100);
    const draws = conditionalDraws(weights, column, { seed: 9, isReplaced: true });
    const counts = draws.none();
    draws.add(0, 9000, counts);
    // 1 + 1, 1 + 10, 10 + 1 of nine
    expect(Math.abs(counts.below[0]! / 9000 - 3 / 9)).toBeLessThan(4 * Math.sqrt(2 / 9 / 9000));
    expect(counted(weights, column, 100).below[0]! / 100).toBeGreaterThan(0.2);
  });

  test('no neighbours: no counts; all others as neighbours: always the same', () => {
    const { above, below } = counted(neighbourWeights([[1, 2, 3], [], [0], [0]]), values(4), 50);
    expect([above[0], below[0], above[1], below[1]]).toEqual([50, 50, 0, 0]);
  });

  test('refuses more links than there are other units', () => {
    expect(() => counted(neighbourWeights([[1, 1], [0]]), values(2), 1)).toThrow(
      'invalid weights: unit 0 has more links than there are other units',
    );
  });
});
