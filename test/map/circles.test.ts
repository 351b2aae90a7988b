import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circleRadius } from '#symbology/circleRadius.ts';
import { circleAt, circleScale, drawingOrder } from '../../src/map/circles.ts';

const circle = (id: string, x: number, radius: number) => ({
  id,
  position: [x, 0] as const,
  radius,
  fill: '#ffffff',
  line: '#000000',
});
const plane = ([x, y]: readonly [number, number]) => ({ x, y });

describe('circleRadius', () => {
  test('the area, not the radius, is in proportion to the children', () => {
    expect(circleRadius(400, 400, 16)).toBe(16);
    expect(circleRadius(100, 400, 16)).toBe(8);
    expect(circleRadius(0, 400)).toBe(0);
    expect(circleRadius(Number.NaN, 400)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (count) => {
        expect(circleRadius(count, 2000) ** 2 / circleRadius(2000, 2000) ** 2).toBeCloseTo(count / 2000, 10);
      }),
    );
  });
});

describe('circleAt', () => {
  const drawn = drawingOrder([circle('small', 0, 4), circle('large', 3, 20), circle('unknown', 0, 0)]);

  test('finds the small one on top of the large one', () => {
    expect(circleAt(drawn, { x: 0, y: 0 }, plane, 1)?.id).toBe('small');
    expect(circleAt(drawn, { x: 15, y: 0 }, plane, 1)?.id).toBe('large');
  });

  test('reaches a little over the edge, no further', () => {
    expect(circleAt(drawn, { x: 24.9, y: 0 }, plane, 1)?.id).toBe('large');
    expect(circleAt(drawn, { x: 25.1, y: 0 }, plane, 1)).toBeNull();
  });

  test('follows the scale of the zoom', () => {
    expect(circleScale(10, 10)).toBe(1);
    expect(circleScale(20, 10)).toBe(3);
    expect(circleAt(drawn, { x: 40, y: 0 }, plane, 2)?.id).toBe('large');
  });

  test('one without children is not drawn and not found', () => {
    expect(circleAt([circle('unknown', 0, 0)], { x: 0, y: 0 }, plane, 1)).toBeNull();
  });
});
