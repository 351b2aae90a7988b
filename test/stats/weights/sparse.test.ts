import { describe, expect, test } from 'vitest';
import { islandsOf, restrictedTo, rowStandardised, sparseMatrix } from '#stats/weights/sparse.ts';

/** 1 – 2 – 3, 2 – 4, and 5 alone. */
const tree = {
  offsets: Int32Array.of(0, 1, 4, 5, 6, 6),
  neighbours: Int32Array.of(1, 0, 2, 3, 1, 1),
};

describe('spatial weights', () => {
  test('binary: one for every neighbour', () => {
    const matrix = sparseMatrix(tree, 'binary');
    expect(matrix.size).toBe(5);
    expect([...matrix.weights]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('row-standardised: every row with neighbours adds up to 1', () => {
    expect([...sparseMatrix(tree, 'row-standardised').weights]).toEqual([1, 1 / 3, 1 / 3, 1 / 3, 1, 1]);
  });

  test('a row of zeros stays one', () => {
    const matrix = { ...sparseMatrix(tree, 'binary'), weights: new Float64Array(6) };
    expect([...rowStandardised(matrix).weights]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('restriction keeps the order and standardises anew only what was standardised', () => {
    const keep = [true, true, false, true, true];
    const standardised = restrictedTo(sparseMatrix(tree, 'row-standardised'), keep);
    expect([...standardised.offsets]).toEqual([0, 1, 3, 4, 4]);
    expect([...standardised.neighbours]).toEqual([1, 0, 2, 1]);
    expect([...standardised.weights]).toEqual([1, 0.5, 0.5, 1]);
    expect([...restrictedTo(sparseMatrix(tree, 'binary'), keep).weights]).toEqual([1, 1, 1, 1]);
    expect(restrictedTo(sparseMatrix(tree, 'binary'), [0, 0, 0, 0, 0]).size).toBe(0);
  });

  test('islands', () => {
    expect([...islandsOf(tree)]).toEqual([4]);
  });

  test.each([
    [
      'rows that end too early',
      { offsets: Int32Array.of(0, 1), neighbours: Int32Array.of(0, 0) },
      'invalid offsets',
    ],
    [
      'falling rows',
      { offsets: Int32Array.of(0, 2, 1, 2), neighbours: Int32Array.of(1, 2) },
      'invalid offsets: 1 at 2',
    ],
    [
      'an unknown unit',
      { offsets: Int32Array.of(0, 1), neighbours: Int32Array.of(1) },
      'invalid neighbour: 1',
    ],
  ])('refuses %s', (_, adjacency, message) => {
    expect(() => sparseMatrix(adjacency, 'binary')).toThrow(message);
  });

  test('refuses to keep more or fewer units than there are', () => {
    expect(() => restrictedTo(sparseMatrix(tree, 'binary'), [1])).toThrow('invalid length: 1 (expected 5)');
  });
});
