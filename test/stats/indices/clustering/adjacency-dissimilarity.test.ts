import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjacencyDissimilarity,
  adjacencyDissimilaritySpec,
} from '#stats/indices/clustering/adjacency-dissimilarity.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { twoGroupTable } from '#stats/table.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';

/** 1 – 2 – 3 – 4. */
const adjacency = { offsets: Int32Array.of(0, 1, 3, 5, 6), neighbours: Int32Array.of(1, 0, 2, 1, 3, 2) };
const chain = sparseMatrix(adjacency, 'binary');

describe('adjacencyDissimilarity', () => {
  test('by hand: one of three borders divides the groups', () => {
    expect(adjacencyDissimilarity([10, 10, 0, 0], [0, 0, 10, 10], chain)).toBeCloseTo(1 - 1 / 3, 15);
  });

  test('a checkerboard has nothing left', () => {
    expect(adjacencyDissimilarity([10, 0, 10, 0], [0, 10, 0, 10], chain)).toBeCloseTo(0, 15);
  });

  test('row-standardised: the ends count as much as the middle', () => {
    // rows: 0, 1/2, 1/2, 0
    expect(
      adjacencyDissimilarity([10, 10, 0, 0], [0, 0, 10, 10], chain, { links: 'row-standardised' }),
    ).toBeCloseTo(1 - 1 / 4, 15);
  });

  test('only who is next to whom counts, unless the weights are asked for', () => {
    const standardised = sparseMatrix(adjacency, 'row-standardised');
    const [group, reference] = [
      [10, 7, 0, 3],
      [0, 4, 10, 10],
    ];
    expect(adjacencyDissimilarity(group, reference, standardised)).toBe(
      adjacencyDissimilarity(group, reference, chain),
    );
    expect(adjacencyDissimilarity(group, reference, standardised, { links: 'given' })).toBeCloseTo(
      adjacencyDissimilarity(group, reference, chain, { links: 'row-standardised' }),
      15,
    );
    expect(adjacencyDissimilarity(group, reference, chain, { links: 'given' })).toBeCloseTo(
      adjacencyDissimilarity(group, reference, chain),
      15,
    );
  });

  test('a unit without persons is no neighbour, or one with share 0', () => {
    const [group, reference] = [
      [10, 0, 5, 0],
      [0, 0, 5, 10],
    ];
    // D = 2/3; left over is the link 3 – 4 with difference 1/2
    expect(adjacencyDissimilarity(group, reference, chain)).toBeCloseTo(2 / 3 - 1 / 2, 15);
    expect(adjacencyDissimilarity(group, reference, chain, { links: 'row-standardised' })).toBeCloseTo(
      2 / 3 - 1 / 2,
      15,
    );
    // differences 1, 1/2, 1/2
    expect(adjacencyDissimilarity(group, reference, chain, { emptyUnits: 'zero' })).toBeCloseTo(
      2 / 3 - 2 / 3,
      15,
    );
  });

  test('is never above D, and D where neighbours are alike', () => {
    const column = fc.array(fc.nat(200), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(column, column, (group, reference) => {
        const value = adjacencyDissimilarity(group, reference, chain);
        fc.pre(!Number.isNaN(value));
        expect(value).toBeLessThanOrEqual(dissimilarity(group, reference) + 1e-15);
      }),
      { seed: 1 },
    );
    const pairs = sparseMatrix(
      { offsets: Int32Array.of(0, 1, 2, 3, 4), neighbours: Int32Array.of(1, 0, 3, 2) },
      'binary',
    );
    expect(adjacencyDissimilarity([5, 10, 1, 3], [1, 2, 2, 6], pairs)).toBeCloseTo(
      dissimilarity([5, 10, 1, 3], [1, 2, 2, 6]),
      15,
    );
  });

  test('islands have nothing taken off and change nothing for the others', () => {
    const withIsland = sparseMatrix({ ...adjacency, offsets: Int32Array.of(0, 1, 3, 5, 6, 6) }, 'binary');
    const [group, reference] = [
      [10, 10, 0, 0, 4],
      [0, 0, 10, 10, 4],
    ];
    for (const links of ['binary', 'row-standardised'] as const) {
      const term = 1 - adjacencyDissimilarity(group.slice(0, 4), reference.slice(0, 4), chain, { links });
      expect(adjacencyDissimilarity(group, reference, withIsland, { links })).toBeCloseTo(
        dissimilarity(group, reference) - term,
        15,
      );
    }
  });

  test.each([
    ['an empty group', [0, 0, 0, 0], [1, 2, 3, 4]],
    ['an empty reference group', [1, 2, 3, 4], [0, 0, 0, 0]],
    ['one populated unit', [1, 0, 0, 0], [2, 0, 0, 0]],
    ['no two populated neighbours', [1, 0, 3, 0], [2, 0, 1, 0]],
  ])('is undefined for %s', (_, group, reference) => {
    expect(adjacencyDissimilarity(group, reference, chain)).toBeNaN();
  });

  test('refuses weights of another size', () => {
    expect(() => adjacencyDissimilarity([1, 2], [2, 1], chain)).toThrow('invalid length: 2 (expected 4)');
  });

  test('the context says what becomes of units without persons', () => {
    const table = twoGroupTable([10, 0, 5, 0], [0, 0, 5, 10]);
    const compute = adjacencyDissimilaritySpec.compute;
    expect(compute(table, { weights: chain })).toBeCloseTo(1 / 6, 15);
    expect(compute(table, { weights: chain, emptyUnits: 'zero' })).toBeCloseTo(0, 15);
    expect(adjacencyDissimilaritySpec.expected(table, { weights: chain })).toBeNaN();
  });
});
