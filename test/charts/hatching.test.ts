import { describe, expect, test } from 'vitest';
import { hatchLines } from '#charts/hatching.ts';

describe('hatchLines', () => {
  test.each([0, 30, 45, 90, -45, 135])('stays inside the swatch at %d degrees', (angle) => {
    const lines = hatchLines(18, 12, angle, 5);
    expect(lines.length).toBeGreaterThan(1);
    for (const [x1, y1, x2, y2] of lines) {
      for (const x of [x1, x2]) expect(Math.abs(x - 9)).toBeLessThanOrEqual(9 + 1e-9);
      for (const y of [y1, y2]) expect(Math.abs(y - 6)).toBeLessThanOrEqual(6 + 1e-9);
    }
  });

  test('draws horizontal lines across the whole width', () => {
    expect(hatchLines(18, 12, 0, 5).map(([x1, , x2]) => x2 - x1)).toEqual([18, 18, 18]);
  });
});
