import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { polygonArea } from '#geo/planar.ts';
import { simplifiedOutlines } from '#import/geometry/simplifiedOutlines.ts';
import { describeWithRealData } from '../../realData.ts';
import { readAreas } from './readAreas.ts';

const cornersOf = (outlines: Awaited<ReturnType<typeof simplifiedOutlines>>) =>
  outlines.flatMap(({ type, coordinates }) =>
    type === 'Polygon' ? coordinates.flat() : (coordinates as number[][][][]).flat(2),
  );

/** A strip whose upper side has a corner every millionth of a degree, one of them far out. */
function toothed(y: number, tooth: number): Polygon {
  const side = Array.from({ length: 99 }, (_, i) => [
    11 + (99 - i) / 1e6,
    51 + (y + 100) / 1e6 + (i === 50 ? tooth : 0),
  ]);
  const [low, high] = [51 + y / 1e6, 51 + (y + 100) / 1e6];
  return {
    type: 'Polygon',
    coordinates: [[[11, low], [11.0001, low], [11.0001, high], ...side, [11, high], [11, low]]],
  };
}

describe('outlines for a preview', () => {
  test('few corners stay as they are', async () => {
    const square: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [11, 51],
          [11.1, 51],
          [11.1, 51.1],
          [11, 51.1],
          [11, 51],
        ],
      ],
    };
    const [outline] = await simplifiedOutlines([square], 100);
    expect(cornersOf(outline ? [outline] : [])).toHaveLength(5);
    expect(polygonArea(outline ?? null)).toBeCloseTo(0.01, 12);
    expect(await simplifiedOutlines([], 100)).toEqual([]);
  });

  test('of many corners those stay that tell most', async () => {
    const [outline] = await simplifiedOutlines([toothed(0, 5e-5)], 9);
    const corners = cornersOf(outline ? [outline] : []);
    expect(corners.length).toBeLessThanOrEqual(10);
    expect(corners.some(([, lat = 0]) => lat > 51.00014)).toBe(true);
  });
});

describeWithRealData('official outlines', () => {
  test.each([
    ['nuernberg/statistische_bezirke.geojson', 'code_bez', 87],
    ['leipzig/ortsteile.geojson', 'key', 63],
    ['berlin/geo/plr_until_2020.geojson', 'id', 448],
  ])(
    '%s: about 3 000 corners, the same areas, common borders still common',
    async (path, key, count) => {
      const { areas } = await readAreas(path, key);
      const outlines = await simplifiedOutlines(
        areas.map(({ geometry }) => geometry),
        3_000,
      );
      expect(outlines.length).toBeGreaterThan(count * 0.97);
      const corners = cornersOf(outlines);
      expect(corners.length).toBeLessThan(3_600);
      expect(corners.length).toBeGreaterThan(2_500);
      const size = (geometries: readonly Parameters<typeof polygonArea>[0][]) =>
        geometries.reduce((sum, geometry) => sum + polygonArea(geometry), 0);
      expect(size(outlines) / size(areas.map(({ geometry }) => geometry))).toBeCloseTo(1, 1);
      // Every side of an inner border runs twice, once in each direction.
      const sides = new Map<string, number>();
      for (const { type, coordinates } of outlines)
        for (const ring of type === 'Polygon' ? coordinates : (coordinates as number[][][][]).flat())
          ring.forEach((to, i) => {
            const from = ring[i - 1];
            if (!from) return;
            const name = [String(from), String(to)].sort().join(' ');
            sides.set(name, (sides.get(name) ?? 0) + 1);
          });
      const common = [...sides.values()].filter((times) => times === 2).length;
      expect(common / sides.size).toBeGreaterThan(0.4);
    },
    30_000,
  );
});
