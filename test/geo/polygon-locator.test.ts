import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { polygonBounds } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { createPolygonLocator } from '#geo/polygon-locator.ts';
import { describeWithRealData, requireRealData } from '../realData.ts';
import { rectangle, ringOf } from './squares.ts';

const withHole: AreaGeometry = { type: 'Polygon', coordinates: [ringOf(0, 0, 3), ringOf(1, 1)] };
const inParts: AreaGeometry = { type: 'MultiPolygon', coordinates: [[ringOf(0, 0)], [ringOf(3, 0)]] };

describe('point in polygon', () => {
  test.each([
    ['inside', 0.5, 0.5, rectangle(0, 0), true],
    ['outside beside', 1.5, 0.5, rectangle(0, 0), false],
    ['outside on the level of a corner', -1, 1, rectangle(0, 0), false],
    ['in a hole', 1.5, 1.5, withHole, false],
    ['around a hole', 0.5, 1.5, withHole, true],
    ['in the second part', 3.5, 0.5, inParts, true],
    ['between the parts', 2, 0.5, inParts, false],
    ['in nothing', 0, 0, null, false],
  ])('%s', (_, x, y, geometry, inside) => {
    expect(pointInPolygon(x, y, geometry)).toBe(inside);
  });

  test('a point on a shared outline lies in exactly one area', () => {
    const areas = [rectangle(0, 0), rectangle(1, 0), rectangle(0, 1), rectangle(1, 1)];
    for (const [x, y] of [
      [1, 0.5],
      [0.5, 1],
      [1, 1],
      [1, 0.25],
    ] as const) {
      expect(areas.filter((area) => pointInPolygon(x, y, area))).toHaveLength(1);
    }
  });
});

describe('the locator', () => {
  test('finds the area of any point of a lattice, −1 outside and for no number', () => {
    const geometries = Array.from({ length: 42 }, (_, k) => rectangle(k % 7, Math.floor(k / 7)));
    const { locate } = createPolygonLocator([null, ...geometries]);
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 8, noNaN: true }),
        fc.double({ min: -1, max: 7, noNaN: true }),
        (x, y) => {
          const inside = x >= 0 && x < 7 && y >= 0 && y < 6;
          expect(locate(x, y)).toBe(inside ? 1 + Math.floor(x) + 7 * Math.floor(y) : -1);
        },
      ),
      { numRuns: 500 },
    );
    expect(locate(NaN, 1)).toBe(-1);
  });

  test('of nothing finds nothing', () => {
    expect(createPolygonLocator([null]).locate(0, 0)).toBe(-1);
    expect(createPolygonLocator([]).locate(0, 0)).toBe(-1);
  });
});

describeWithRealData('Berlin’s 542 planning areas', () => {
  test('points are found as by trying every area', () => {
    const { features } = JSON.parse(readFileSync(requireRealData('berlin/geo/plr_2021.geojson'), 'utf8')) as {
      features: { geometry: AreaGeometry }[];
    };
    const geometries = features.map((feature) => feature.geometry);
    const { locate } = createPolygonLocator(geometries);
    let found = 0;
    for (let k = 0; k < 400; k++) {
      const [minX, minY, maxX, maxY] = polygonBounds(geometries[(k * 37) % 542]!)!;
      const [x, y] = [minX + ((maxX - minX) * (k % 19)) / 19, minY + ((maxY - minY) * (k % 23)) / 23];
      const tried = geometries.findIndex((geometry) => pointInPolygon(x, y, geometry));
      expect(locate(x, y)).toBe(tried);
      if (tried >= 0) found++;
    }
    expect(found).toBeGreaterThan(300);
  });
});
