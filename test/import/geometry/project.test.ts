import { describe, expect, test } from 'vitest';
import { toWgs84 } from '#import/geometry/project.ts';

/** Brandenburger Tor, 52.516272° N 13.377722° E, in the systems of German offices. */
describe('coordinates become lon/lat', () => {
  test.each([
    ['EPSG:25833', 389_887.6, 5_819_708.3],
    ['EPSG:3857', 1_489_201.2, 6_894_017.8],
    ['EPSG:4326', 13.377722, 52.516272],
    ['EPSG:4258', 13.377722, 52.516272],
  ])('%s', async (crs, x, y) => {
    const project = await toWgs84(crs);
    const [lon, lat] = project?.(x, y) ?? [NaN, NaN];
    expect(lon).toBeCloseTo(13.377722, 3);
    expect(lat).toBeCloseTo(52.516272, 3);
  });

  test.each(['EPSG:25832', 'EPSG:31466', 'EPSG:31467', 'EPSG:31468', 'EPSG:31469', 'EPSG:3035'])(
    '%s has its zone in Germany',
    async (crs) => {
      const project = await toWgs84(crs);
      const origins: Record<string, [number, number]> = {
        'EPSG:25832': [500_000, 5_600_000],
        'EPSG:31466': [2_500_000, 5_600_000],
        'EPSG:31467': [3_500_000, 5_600_000],
        'EPSG:31468': [4_500_000, 5_600_000],
        'EPSG:31469': [5_500_000, 5_600_000],
        'EPSG:3035': [4_321_000, 3_210_000],
      };
      const middle: Record<string, number> = {
        'EPSG:25832': 9,
        'EPSG:31466': 6,
        'EPSG:31467': 9,
        'EPSG:31468': 12,
        'EPSG:31469': 15,
        'EPSG:3035': 10,
      };
      const [lon, lat] = project?.(...origins[crs]!) ?? [NaN, NaN];
      expect(lon).toBeCloseTo(middle[crs] ?? NaN, 2);
      expect(lat).toBeGreaterThan(50.4);
      expect(lat).toBeLessThan(52.1);
    },
  );

  test('an unknown system is none', async () => {
    expect(await toWgs84('EPSG:1')).toBeNull();
    expect(await toWgs84('constructor')).toBeNull();
  });
});
