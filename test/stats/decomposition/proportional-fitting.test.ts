import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proportionalFitting } from '#stats/decomposition/proportional-fitting.ts';

test('by hand', () => {
  const { cells, converged } = proportionalFitting(Float64Array.of(1, 1, 1, 1), [0.5, 0.5], [0.2, 0.8]);
  expect([...cells].map((cell) => Number(cell.toFixed(14)))).toEqual([0.1, 0.4, 0.1, 0.4]);
  expect(converged).toBe(true);
});

test('a table that fits is left alone', () => {
  const { cells, iterations } = proportionalFitting(Float64Array.of(3, 1, 2, 2), [0.5, 0.5], [5 / 8, 3 / 8]);
  expect([...cells]).toEqual([3 / 8, 1 / 8, 2 / 8, 2 / 8]);
  expect(iterations).toBe(0);
});

const table = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc.integer({ min: 2, max: 4 }).chain((k) =>
    fc.record({
      k: fc.constant(k),
      cells: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: n * k, maxLength: n * k }),
      units: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: n, maxLength: n }),
      groups: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: k, maxLength: k }),
    }),
  ),
);

const shares = (counts: readonly number[]): number[] => {
  const all = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => count / all);
};

test('reaches both margins and leaves the ratios of odds as they are, wherever it starts', () => {
  fc.assert(
    fc.property(table, ({ k, cells, units, groups }) => {
      const source = Float64Array.from(cells);
      const start = Float64Array.from(units, (count) => 1 / count);
      const [u, g] = [shares(units), shares(groups)];
      const fit = proportionalFitting(source, u, g);
      const other = proportionalFitting(source, u, g, {}, start);
      expect(fit.converged && other.converged).toBe(true);
      units.forEach((_, i) => {
        const row = fit.cells.subarray(i * k, (i + 1) * k).reduce((a, b) => a + b, 0);
        expect(Math.abs(row - u[i]!)).toBeLessThan(1e-9);
      });
      groups.forEach((_, m) => {
        const column = fit.cells.filter((_cell, c) => c % k === m).reduce((a, b) => a + b, 0);
        expect(Math.abs(column - g[m]!)).toBeLessThan(1e-9);
      });
      const odds = (of: Float64Array): number => (of[0]! / of[1]!) * (of[k + 1]! / of[k]!);
      expect(odds(fit.cells) / odds(source)).toBeCloseTo(1, 8);
      fit.cells.forEach((cell, c) => {
        expect(Math.abs(cell - other.cells[c]!)).toBeLessThan(1e-7);
      });
    }),
  );
});

test('reports that it did not get there, and throws nothing', () => {
  // unit 0 has nobody of group 1, yet half of all are to be in it and nine tenths of group 1
  const fit = proportionalFitting(Float64Array.of(1, 0, 1, 1), [0.5, 0.5], [0.1, 0.9], { iterations: 20 });
  expect(fit.converged).toBe(false);
  expect(fit.iterations).toBe(20);
  expect(fit.deviation).toBeGreaterThan(0.01);
});

test('stops earlier for coarser precision', () => {
  const fine = proportionalFitting(Float64Array.of(5, 1, 2, 8), [0.3, 0.7], [0.8, 0.2]);
  const coarse = proportionalFitting(Float64Array.of(5, 1, 2, 8), [0.3, 0.7], [0.8, 0.2], {
    precision: 0.01,
  });
  expect(coarse.iterations).toBeLessThan(fine.iterations);
  expect(coarse.deviation).toBeLessThanOrEqual(0.01);
  expect(() => proportionalFitting(Float64Array.of(1, 2), [1], [1])).toThrow(
    'invalid length: 2 (expected 1)',
  );
});
