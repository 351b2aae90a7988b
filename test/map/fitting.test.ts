import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Extent, type Padding, paddingBeside } from '#map/fitting.ts';

const map = { width: 600, height: 600 };
const padding: Padding = { top: 20, right: 20, bottom: 80, left: 20 };
const panel = { width: 280, height: 260 };

/** Points of a grid over a shape inside the square from 0 to 100. */
function extent(contains: (x: number, y: number) => boolean): Extent {
  const points: number[] = [];
  for (let x = 0; x <= 100; x += 2) for (let y = 0; y <= 100; y += 2) if (contains(x, y)) points.push(x, y);
  return { west: 0, north: 0, east: 100, south: 100, points: Float64Array.from(points) };
}

/** Share of the points that the panel hides with this padding. */
function hidden(shape: Extent, { top, right, bottom, left }: Padding): number {
  const scale = Math.min((map.width - left - right) / 100, (map.height - top - bottom) / 100);
  const x0 = (left + map.width - right) / 2 - 50 * scale;
  const y0 = (top + map.height - bottom) / 2 - 50 * scale;
  let count = 0;
  for (let i = 0; i < shape.points.length; i += 2) {
    const [x, y] = [x0 + shape.points[i]! * scale, y0 + shape.points[i + 1]! * scale];
    if (x < panel.width && y > map.height - panel.height) count++;
  }
  return count / (shape.points.length / 2);
}

describe('a city is fitted beside the legend', () => {
  test('one that leaves the corner free keeps its size', () => {
    const shape = extent((x, y) => x > 62 || y < 50);
    expect(hidden(shape, padding)).toBe(0);
    expect(paddingBeside(shape, map, padding, panel)).toEqual(padding);
  });

  test('a full square moves out from under it as far as its size allows', () => {
    const shape = extent(() => true);
    const found = paddingBeside(shape, map, padding, panel);
    expect(hidden(shape, padding)).toBeGreaterThan(0.15);
    expect(hidden(shape, found)).toBeLessThan(hidden(shape, padding) / 2);
  });

  test('one that is flat moves up without becoming smaller', () => {
    const flat: Extent = { ...extent((_, y) => y <= 50), south: 50 };
    const found = paddingBeside(flat, map, padding, panel);
    expect(found.left).toBe(padding.left);
    expect((map.height - found.top - found.bottom) / 50).toBeGreaterThanOrEqual(
      (map.width - found.left - found.right) / 100,
    );
  });

  test('never hides more than plain fitting, never shrinks the city by more than 28 %', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
          minLength: 3,
          maxLength: 80,
        }),
        (places) => {
          const shape: Extent = {
            west: 0,
            north: 0,
            east: 100,
            south: 100,
            points: Float64Array.from(places.flat()),
          };
          const found = paddingBeside(shape, map, padding, panel);
          const scale = ({ top, right, bottom, left }: Padding) =>
            Math.min(map.width - left - right, map.height - top - bottom);
          expect(scale(found)).toBeGreaterThanOrEqual(scale(padding) * 0.72 - 1e-9);
          expect(hidden(shape, found)).toBeLessThanOrEqual(hidden(shape, padding));
        },
      ),
      { seed: 1 },
    );
  });

  test('nothing to show changes nothing', () => {
    const point: Extent = { west: 1, east: 1, north: 1, south: 1, points: new Float64Array([1, 1]) };
    expect(paddingBeside(point, map, padding, panel)).toEqual(padding);
  });
});
