import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kernel, kernels } from '#stats/weights/kernel.ts';
import { kernelWeights } from '#stats/weights/kernel-weights.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';
import { isSymmetric } from '#stats/weights/symmetry.ts';
import { distanceBetween, line, listsOf, placesOf, rowsOf, somePlaces, someRadius } from './places.ts';

describe('kernel weights', () => {
  test.each([
    ['uniform', [1, 1]],
    ['triangular', [0.55, 0.45]],
    ['biweight', [(1 - 0.45 ** 2) ** 2, (1 - 0.55 ** 2) ** 2]],
    ['gaussian', [Math.exp(-(0.45 ** 2) / 2), Math.exp(-(0.55 ** 2) / 2)]],
  ] as const)('%s, by hand', (kernel, weights) => {
    const matrix = kernelWeights(line, { kernel, bandwidth: 2000 });
    expect(matrix.style).toBe('general');
    const row = rowsOf(matrix)[1]!;
    weights.forEach((weight, k) => {
      expect(row[k]).toBeCloseTo(weight, 14);
    });
  });

  test('are symmetric for one bandwidth, 1 at the same place, and know the unit itself if asked', () => {
    fc.assert(
      fc.property(somePlaces, someRadius, fc.constantFrom(...kernels), (places, bandwidth, kernel) => {
        const matrix = kernelWeights(places, { kernel, bandwidth, self: true });
        expect(isSymmetric(matrix)).toBe(true);
        rowsOf(matrix).forEach((row, i) => {
          listsOf(matrix)[i]!.forEach((j, k) => {
            expect(row[k]).toBeCloseTo(byHand(kernel, distanceBetween(places, i, j), bandwidth), 12);
            if (distanceBetween(places, i, j) === 0) expect(row[k]).toBe(1);
          });
          expect(listsOf(matrix)[i]).toContain(i);
        });
        const others = kernelWeights(places, { kernel, bandwidth });
        expect(others.neighbours.length).toBe(matrix.neighbours.length - places.x.length);
      }),
      { seed: 4, numRuns: 50 },
    );
  });

  test('the Gaussian ends at four bandwidths', () => {
    expect(listsOf(kernelWeights(line, { kernel: 'gaussian', bandwidth: 230 }))).toEqual([[1], [0], []]);
    expect(listsOf(kernelWeights(line, { kernel: 'gaussian', bandwidth: 224 }))).toEqual([[], [], []]);
  });

  test('with the distance to the k-th neighbour as bandwidth', () => {
    const adaptive = (kernel: Kernel, neighbours: number): SparseMatrix =>
      kernelWeights(line, { kernel, bandwidth: { neighbours } });
    expect(rowsOf(adaptive('uniform', 1))).toEqual([[1], [1], [1]]);
    expect(rowsOf(adaptive('triangular', 2))).toEqual(
      [[0.55], [1 - 900 / 1100], [0.45]].map((row) => row.map((w) => expect.closeTo(w, 12))),
    );
    const same = placesOf([
      [0, 0],
      [0, 0],
      [50, 0],
    ]);
    expect(listsOf(kernelWeights(same, { kernel: 'biweight', bandwidth: { neighbours: 1 } }))).toEqual([
      [1],
      [0],
      [],
    ]);
    expect(
      listsOf(kernelWeights(placesOf([[0, 0]]), { kernel: 'uniform', bandwidth: { neighbours: 3 } })),
    ).toEqual([[]]);
  });

  test.each([0, -5, NaN, Infinity])('refuses the radius %f', (radius) => {
    expect(() => kernelWeights(line, { kernel: 'uniform', bandwidth: radius })).toThrow(
      `invalid radius: ${radius}`,
    );
  });
});

function byHand(kernel: Kernel, d: number, h: number): number {
  if (kernel === 'uniform') return 1;
  if (kernel === 'triangular') return 1 - d / h;
  if (kernel === 'biweight') return (1 - (d / h) ** 2) ** 2;
  return Math.exp(-((d / h) ** 2) / 2);
}
