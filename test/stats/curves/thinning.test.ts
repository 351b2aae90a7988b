import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinnedPositions } from '#stats/curves/thinning.ts';

test('by hand: both ends, and the corners of the long step', () => {
  expect([...thinnedPositions([0, 0.1, 0.2, 1], [0, 0, 0, 1], 3)]).toEqual([0, 3]);
  expect([...thinnedPositions([0, 0.1, 0.2, 0.9, 1], [0, 0, 0, 1, 1], 4)]).toEqual([0, 2, 3, 4]);
  expect([...thinnedPositions([0, 0.1, 0.2, 1], [0, 0, 0, 1], 4)]).toEqual([0, 1, 2, 3]);
});

test('keeps at most so many points, the ends, what is to be kept, and leaves no gap longer than a stretch', () => {
  const steps = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 3, max: 30 }), fc.nat(), (moves, most, any) => {
      const x = [0];
      const y = [0];
      for (const [east, north] of moves) {
        x.push(x.at(-1)! + east);
        y.push(y.at(-1)! - north);
      }
      const keep = any % x.length;
      const positions = [...thinnedPositions(x, y, most, [keep])];
      expect(positions.length).toBeLessThanOrEqual(most);
      expect(positions[0]).toBe(0);
      expect(positions.at(-1)).toBe(x.length - 1);
      expect(positions).toContain(keep);
      const far = (i: number, j: number) => Math.abs(x[j]! - x[i]!) + Math.abs(y[j]! - y[i]!);
      const stretch = far(0, x.length - 1) / Math.floor((most - 1) / 2);
      for (let k = 1; k < positions.length; k++) {
        const [i, j] = [positions[k - 1]!, positions[k]!];
        if (j > i + 1) expect(far(i, j)).toBeLessThanOrEqual(stretch + 1e-9);
      }
    }),
    { seed: 1 },
  );
});

test('a curve that stays on the spot keeps its ends', () => {
  expect([...thinnedPositions([1, 1, 1, 1, 1], [2, 2, 2, 2, 2], 3)]).toEqual([0, 4]);
});

test('refuses columns that do not fit and too few points', () => {
  expect(() => thinnedPositions([1, 2], [1], 3)).toThrow('invalid length: 1 (expected 2)');
  expect(() => thinnedPositions([1, 2], [1, 2], 2, [1])).toThrow('invalid points: 2');
  expect(() => thinnedPositions([1, 2], [1, 2], 2.5)).toThrow('invalid points: 2.5');
});
