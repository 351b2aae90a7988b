import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endLabels } from '#charts/endLabels.ts';

describe('endLabels', () => {
  test('leaves labels with room where they are', () => {
    expect(endLabels([20, 60], [12, 12], 0, 100)).toEqual([20, 60]);
  });

  test('pushes the lower of two meeting labels down', () => {
    expect(endLabels([50, 52], [12, 12], 0, 100)).toEqual([50, 62]);
  });

  test('pushes labels at the foot up', () => {
    expect(endLabels([97, 99], [12, 12], 0, 100)).toEqual([82, 94]);
  });

  test('keeps their order and apart wherever they all fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (wanted) => {
        const heights = wanted.map((_, index) => 10 + (index % 3) * 6);
        const placed = endLabels(wanted, heights, 0, 200);
        const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
        for (const [place, index] of order.entries()) {
          const middle = placed[index] ?? 0;
          const half = (heights[index] ?? 0) / 2;
          expect(middle - half).toBeGreaterThanOrEqual(-1e-9);
          expect(middle + half).toBeLessThanOrEqual(200 + 1e-9);
          const before = order[place - 1];
          if (before === undefined) continue;
          expect(middle - half).toBeGreaterThanOrEqual(
            (placed[before] ?? 0) + (heights[before] ?? 0) / 2 - 1e-9,
          );
        }
      }),
      { seed: 1 },
    );
  });
});
