import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borderDissimilarity } from '#stats/indices/clustering/border-dissimilarity.ts';
import { shapeDissimilarity, shapeDissimilaritySpec } from '#stats/indices/clustering/shape-dissimilarity.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { twoGroupTable } from '#stats/table.ts';
import { bordersInARow } from './borders-in-a-row.ts';

const squares = { borders: bordersInARow([100]), areas: [1e4, 1e4], perimeters: [400, 400] };
/** Widths of 50, 100 and 100 m, 100 m deep. */
const row = { borders: bordersInARow([100, 100]), areas: [5e3, 1e4, 1e4], perimeters: [300, 400, 400] };

describe('shapeDissimilarity', () => {
  test('by hand: two squares lose all of D', () => {
    expect(shapeDissimilarity([5, 0], [0, 5], squares)).toBeCloseTo(0, 15);
  });

  test('by hand: r = 0.06, 0.04, 0.04 per metre, the border between 2 and 3 divides the groups', () => {
    // half of the borders, weighted with (0.04 + 0.04)/(2 · 0.06)
    expect(shapeDissimilarity([5, 5, 0], [0, 0, 5], row)).toBeCloseTo(1 - (1 / 2) * (2 / 3), 15);
  });

  test('interior: only borders with others make the perimeter', () => {
    // r = 0.02, 0.02, 0.01 per metre
    expect(shapeDissimilarity([5, 5, 0], [0, 0, 5], row, { perimeter: 'interior' })).toBeCloseTo(
      1 - (1 / 2) * (3 / 4),
      15,
    );
    const { borders, areas } = row;
    expect(
      shapeDissimilarity([5, 5, 0], [0, 0, 5], { borders, areas }, { perimeter: 'interior' }),
    ).toBeCloseTo(1 - (1 / 2) * (3 / 4), 15);
  });

  test('a unit without persons is no yardstick and no border, or one with share 0', () => {
    const [group, reference] = [
      [0, 5, 0],
      [0, 0, 5],
    ];
    expect(shapeDissimilarity(group, reference, row)).toBeCloseTo(0, 15);
    expect(shapeDissimilarity(group, reference, row, { perimeter: 'interior' })).toBeCloseTo(0, 15);
    // borders 1 – 2 with (0.06 + 0.04)/0.12 and 2 – 3 with (0.04 + 0.04)/0.12
    expect(shapeDissimilarity(group, reference, row, { emptyUnits: 'zero' })).toBeCloseTo(
      1 - (5 / 6 + 2 / 3) / 2,
      15,
    );
  });

  test('lies between the index of borders and D', () => {
    const column = fc.array(fc.nat(200), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(column, column, (group, reference) => {
        const value = shapeDissimilarity(group, reference, row);
        fc.pre(!Number.isNaN(value));
        expect(value).toBeLessThanOrEqual(dissimilarity(group, reference) + 1e-14);
        expect(value).toBeGreaterThanOrEqual(borderDissimilarity(group, reference, row.borders) - 1e-14);
      }),
      { seed: 1 },
    );
  });

  test.each([
    ['an empty group', [0, 0, 0], [1, 2, 3]],
    ['an empty reference group', [1, 2, 3], [0, 0, 0]],
    ['one populated unit', [1, 0, 0], [2, 0, 0]],
    ['no two populated neighbours', [1, 0, 3], [2, 0, 1]],
  ])('is undefined for %s', (_, group, reference) => {
    expect(shapeDissimilarity(group, reference, row)).toBeNaN();
    expect(shapeDissimilarity(group, reference, row, { perimeter: 'interior' })).toBeNaN();
  });

  test.each([
    ['a unit without land', { ...squares, areas: [1e4, 0] }, 'invalid area: 0 at 1'],
    ['a missing area', { ...squares, areas: [NaN, 1] }, 'invalid area: NaN at 0'],
    ['a missing perimeter', { ...squares, perimeters: [400, NaN] }, 'invalid perimeter: NaN at 1'],
    ['no perimeters', { ...squares, perimeters: undefined }, 'invalid perimeters: undefined'],
    ['too few areas', { ...squares, areas: [1] }, 'invalid length: 1 (expected 2)'],
    ['too few perimeters', { ...squares, perimeters: [1] }, 'invalid length: 1 (expected 2)'],
    ['borders of another size', { ...squares, borders: row.borders }, 'invalid length: 3 (expected 2)'],
  ])('refuses %s', (_, shapes, message) => {
    expect(() => shapeDissimilarity([5, 1], [1, 5], shapes)).toThrow(message);
  });

  test('takes borders, areas and perimeters from the context', () => {
    const table = twoGroupTable([5, 5, 0], [0, 0, 5]);
    const context = {
      borders: row.borders,
      areas: Float64Array.from(row.areas),
      perimeters: Float64Array.from(row.perimeters),
    };
    expect(shapeDissimilaritySpec.compute(table, context)).toBeCloseTo(2 / 3, 15);
    expect(shapeDissimilaritySpec.expected(table, context)).toBeNaN();
    expect(() => shapeDissimilaritySpec.compute(table)).toThrow('invalid borders: undefined');
    expect(() => shapeDissimilaritySpec.compute(table, { borders: row.borders })).toThrow(
      'invalid areas: undefined',
    );
    expect(() => shapeDissimilaritySpec.compute(table, { ...context, perimeters: undefined })).toThrow(
      'invalid perimeters: undefined',
    );
  });
});
