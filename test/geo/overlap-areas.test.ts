import { featureCollection, intersect, polygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingBounds, overlapArea, overlapAreas, overlapOutline } from '#geo/overlap-areas.ts';
import { polygonArea } from '#geo/planar.ts';
import type { AreaGeometry, Position } from '#geo/polygon.ts';
import { rectangle, ringOf } from './squares.ts';

function overlap(a: AreaGeometry, b: AreaGeometry): number {
  const [one, other] = [overlapOutline(a), overlapOutline(b)];
  if (!one || !other) throw new Error('no outline');
  return overlapArea(one, other);
}

describe('common area of two polygons', () => {
  test.each<[string, AreaGeometry, AreaGeometry, number]>([
    ['side by side with a common edge', rectangle(0, 0), rectangle(1, 0), 0],
    ['one above the other', rectangle(0, 0), rectangle(0, 1), 0],
    ['a common corner', rectangle(0, 0), rectangle(1, 1), 0],
    ['shifted', rectangle(0, 0), rectangle(0.5, 0), 0.5],
    ['shifted in both directions', rectangle(0, 0, 4), rectangle(3, 1, 4), 3],
    ['the same', rectangle(2, 3, 4), rectangle(2, 3, 4), 16],
    ['one in the other', rectangle(0, 0, 10), rectangle(2, 3, 4, 5), 20],
    ['a cross', rectangle(0, 4, 10, 2), rectangle(4, 0, 2, 10), 4],
    ['apart', rectangle(0, 0), rectangle(5, 5), 0],
  ])('%s', (_name, a, b, area) => {
    expect(overlap(a, b)).toBeCloseTo(area, 12);
    expect(overlap(b, a)).toBeCloseTo(area, 12);
  });

  test('holes do not count, nor does the direction of rings', () => {
    const holed: AreaGeometry = { type: 'Polygon', coordinates: [ringOf(0, 0, 10), ringOf(2, 2, 6)] };
    expect(overlap(holed, rectangle(0, 0, 5))).toBeCloseTo(25 - 9, 12);
    const turned: AreaGeometry = {
      type: 'Polygon',
      coordinates: holed.coordinates.map((ring) => [...ring].reverse()),
    } as AreaGeometry;
    expect(overlap(turned, rectangle(0, 0, 5))).toBeCloseTo(16, 12);
    expect(overlap(holed, rectangle(3, 3, 2))).toBeCloseTo(0, 12);
  });

  test('large coordinates lose nothing', () => {
    expect(overlap(rectangle(390_000, 5_800_000, 100), rectangle(390_099, 5_800_000, 100))).toBeCloseTo(
      100,
      6,
    );
    expect(overlap(rectangle(390_000, 5_800_000, 100), rectangle(390_100, 5_800_000, 100))).toBeLessThan(
      1e-6,
    );
  });

  test('no outline without corners', () => {
    expect(overlapOutline(null)).toBeNull();
    expect(overlapAreas([null], [rectangle(0, 0)])).toEqual([]);
  });

  /** Corners at random distances around a middle: never crosses itself. */
  const star = fc
    .tuple(
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.array(fc.double({ min: 0.5, max: 6, noNaN: true }), { minLength: 3, maxLength: 12 }),
    )
    .map(([x, y, radii]): AreaGeometry => {
      const corners = radii.map((radius, k): Position => {
        const angle = (2 * Math.PI * k) / radii.length + 0.1;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      });
      return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
    });

  test('agrees with the polygons that Turf makes', () => {
    fc.assert(
      fc.property(star, star, (a, b) => {
        const asTurf = ({ coordinates }: AreaGeometry) => polygon(coordinates as number[][][]);
        const common = intersect(featureCollection([asTurf(a), asTurf(b)]));
        expect(overlap(a, b)).toBeCloseTo(polygonArea(common?.geometry ?? null), 8);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('identities: with itself its area, both ways the same, at most the smaller', () => {
    fc.assert(
      fc.property(star, star, (a, b) => {
        const common = overlap(a, b);
        expect(overlap(a, a)).toBeCloseTo(polygonArea(a), 9);
        expect(overlap(b, a)).toBeCloseTo(common, 9);
        expect(common).toBeLessThanOrEqual(Math.min(polygonArea(a), polygonArea(b)) + 1e-9);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

test('all pairs of two sets', () => {
  const grid = [0, 1, 2, 3].map((k) => rectangle(k % 2, Math.floor(k / 2)));
  const found = overlapAreas(grid, [rectangle(0.5, 0.5), rectangle(7, 7)]);
  expect(found.map(({ first, second, area }) => [first, second, Number(area.toFixed(12))])).toEqual([
    [0, 0, 0.25],
    [1, 0, 0.25],
    [2, 0, 0.25],
    [3, 0, 0.25],
  ]);
});

test('bounds that meet are all found', () => {
  const box = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.nat(9), fc.nat(9))
    .map(([x, y, width, height]) => [x, y, x + width, y + height] as const);
  fc.assert(
    fc.property(fc.array(fc.option(box)), fc.array(fc.option(box)), (first, second) => {
      const expected = first.flatMap((a, i) =>
        second.flatMap((b, j) =>
          a && b && a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3] ? [[i, j]] : [],
        ),
      );
      expect(meetingBounds(first, second)).toEqual(expected);
    }),
    { seed: 1 },
  );
});
