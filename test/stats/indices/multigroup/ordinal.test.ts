import fc from 'fast-check';
import { expect, test } from 'vitest';
import { information } from '#stats/indices/evenness/information.ts';
import { varianceRatio } from '#stats/indices/evenness/variance-ratio.ts';
import { ordinalIndices } from '#stats/indices/multigroup/ordinal.ts';
import { manyGroups } from '../local/manyGroups.ts';

test('by hand: three ordered groups, two units', () => {
  // shares up to the first and second group: city 1/2 and 3/4, first unit 3/4 and 1, second 1/4 and 1/2
  const groups = [
    [30, 10],
    [10, 10],
    [0, 20],
  ];
  const { variationRatio, absolute, squareRoot } = ordinalIndices(groups);
  const city = 4 * (0.5 * 0.5 + 0.75 * 0.25);
  const units = (4 * (0.75 * 0.25 + 0) + 4 * (0.25 * 0.75 + 0.5 * 0.5)) / 2;
  expect(variationRatio).toBeCloseTo(1 - units / city, 14);
  expect(absolute).toBeCloseTo(1 - (0.5 + 0 + 0.5 + 1) / 2 / (1 + 0.5), 14);
  const root = (c: number): number => 2 * Math.sqrt(c * (1 - c));
  expect(squareRoot).toBeCloseTo(
    1 - (root(0.75) + root(0.25) + root(0.5)) / 2 / (root(0.5) + root(0.75)),
    14,
  );
});

test('two groups: H and the variance ratio', () => {
  const { information: H, variationRatio } = ordinalIndices([
    [3, 10, 40],
    [20, 9, 11],
  ]);
  expect(H).toBeCloseTo(information([3, 10, 40], [20, 9, 11]), 14);
  expect(variationRatio).toBeCloseTo(varianceRatio([3, 10, 40], [20, 9, 11]), 14);
});

test('neither direction of the order nor the size of all counts matters; 0 … 1', () => {
  let tried = 0;
  fc.assert(
    fc.property(manyGroups, (groups) => {
      const values = ordinalIndices(groups);
      const turned = ordinalIndices([...groups].reverse().map((column) => column.map((x) => 3 * x)));
      for (const key of ['information', 'variationRatio', 'squareRoot', 'absolute'] as const) {
        if (Number.isNaN(values[key])) {
          expect(turned[key]).toBeNaN();
          continue;
        }
        tried++;
        expect(values[key]).toBeGreaterThanOrEqual(0);
        expect(values[key]).toBeLessThanOrEqual(1);
        expect(turned[key]).toBeCloseTo(values[key], 12);
      }
    }),
  );
  expect(tried).toBeGreaterThan(100);
});

test('extremes: all units alike, and nobody with neighbours of another group', () => {
  for (const value of Object.values(
    ordinalIndices([
      [1, 2],
      [2, 4],
      [3, 6],
    ]),
  ))
    expect(value).toBeCloseTo(0, 12);
  for (const value of Object.values(
    ordinalIndices([
      [4, 0],
      [0, 0],
      [0, 9],
    ]),
  ))
    expect(value).toBe(1);
});

test.each([
  [
    'one group',
    [
      [4, 5],
      [0, 0],
    ],
  ],
  [
    'one populated unit',
    [
      [4, 0],
      [5, 0],
    ],
  ],
])('%s: undefined', (_, groups) => {
  for (const value of Object.values(ordinalIndices(groups))) expect(value).toBeNaN();
});
