import { expect, test } from 'vitest';
import { pairedLinks } from '#stats/weights/paired-links.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';

test('names every pair once, with the weights of both directions and of doubled links', () => {
  // 0 → 1, 1, 2; 1 → 3; 2 → 2, 0; 3 → 1; 4 alone
  const offsets = Int32Array.of(0, 3, 4, 6, 7, 7);
  const neighbours = Int32Array.of(1, 1, 2, 3, 2, 0, 1);
  const links = pairedLinks({
    ...sparseMatrix({ offsets, neighbours }, 'binary'),
    weights: Float64Array.of(1, 2, 3, 4, 5, 6, 7),
    style: 'general',
  });
  const pairs = Array.from({ length: 5 }, (_, i) =>
    Array.from({ length: links.offsets[i + 1]! - links.offsets[i]! }, (_, m) => {
      const k = links.offsets[i]! + m;
      return [i, links.neighbours[k], links.weights[k]];
    }).sort((a, b) => a[1]! - b[1]!),
  ).flat();
  expect(pairs).toEqual([
    [0, 1, 3],
    [0, 2, 9],
    [1, 3, 11],
    [2, 2, 5],
  ]);
  expect(links.weightSum).toBe(28);
  expect(links.islands).toBe(1);
});
