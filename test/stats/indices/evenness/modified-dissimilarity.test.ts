import { expect, test } from 'vitest';
import { dissimilarity, expectedDissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { beyondChance, modifiedDissimilarity } from '#stats/indices/evenness/modified-dissimilarity.ts';

test('is 0 at the expected value, 1 at complete separation, −1 at perfect evenness', () => {
  expect(beyondChance(0.2, 0.2)).toBe(0);
  expect(beyondChance(1, 0.2)).toBe(1);
  expect(beyondChance(0, 0.2)).toBe(-1);
  expect(beyondChance(0.6, 0.2)).toBeCloseTo(0.5, 15);
  expect(beyondChance(1, 1)).toBeNaN();
});

test('is D set against its binomial expectation, or the hypergeometric one on request', () => {
  const [group, reference] = [
    [8, 1, 4, 3],
    [2, 9, 6, 7],
  ];
  const d = dissimilarity(group, reference);
  for (const model of ['binomial', 'hypergeometric'] as const) {
    const e = expectedDissimilarity(group, reference, model);
    expect(modifiedDissimilarity(group, reference, model)).toBeCloseTo((d - e) / (1 - e), 14);
  }
  expect(modifiedDissimilarity(group, reference)).toBe(modifiedDissimilarity(group, reference, 'binomial'));
});

test('is NaN where chance alone separates completely: one person per unit', () => {
  expect(modifiedDissimilarity([1, 0], [0, 1])).toBeNaN();
  expect(modifiedDissimilarity([1, 0, 1, 0, 0], [0, 1, 0, 1, 1])).toBeNaN();
});
