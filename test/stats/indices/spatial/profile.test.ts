import { describe, expect, test } from 'vitest';
import { macroMicroRatio, profileRadii, segregationProfile } from '#stats/indices/spatial/profile.ts';
import { spatialSegregationOf } from '#stats/indices/spatial/spatial-segregation.ts';
import { manyGroupTable, twoGroupTable } from '#stats/table.ts';
import { kernels } from '#stats/weights/kernel.ts';
import { localEnvironments } from '#stats/weights/local-environments.ts';
import { lattice } from '../../weights/places.ts';

const environments = localEnvironments(lattice(16, 16));
const units = Array.from({ length: 256 }, (_, k) => k);
/** Halves of the city, and squares of a chess board. */
const halves = twoGroupTable(
  units.map((k) => (k % 16 < 8 ? 90 : 10)),
  units.map((k) => (k % 16 < 8 ? 10 : 90)),
);
const chess = twoGroupTable(
  units.map((k) => ((k + Math.floor(k / 16)) % 2 === 0 ? 90 : 10)),
  units.map((k) => ((k + Math.floor(k / 16)) % 2 === 0 ? 10 : 90)),
);
const three = manyGroupTable([
  units.map((k) => k % 7),
  units.map((k) => (k * 31) % 11),
  units.map((k) => Math.floor(k / 16)),
]);

describe('segregation profile', () => {
  test.each(kernels)('%s: every point is the family at its radius', (kernel) => {
    for (const table of [halves, three]) {
      const radii = [1000, 260, 4000];
      const profile = segregationProfile(table, environments, radii, kernel);
      expect(profile.map(({ radiusMetres }) => radiusMetres)).toEqual(radii);
      for (const { radiusMetres, ...point } of profile) {
        const single = spatialSegregationOf(table, environments.environment(radiusMetres, kernel));
        for (const index of ['H', 'D', 'R', 'P'] as const)
          expect(point[index]).toBeCloseTo(single[index], 11);
        point.exposure.flat().forEach((share, k) => {
          expect(share).toBeCloseTo(single.exposure.flat()[k]!, 11);
        });
      }
    }
  });

  test('goes from the block to the district by itself, and falls on the way', () => {
    const profile = segregationProfile(halves, environments);
    expect(profile.map(({ radiusMetres }) => radiusMetres)).toEqual([...profileRadii]);
    for (let r = 1; r < profile.length; r++) expect(profile[r]!.H).toBeLessThan(profile[r - 1]!.H);
  });

  test('is undefined where segregation is', () => {
    const empty = twoGroupTable(
      units.map(() => 0),
      units.map(() => 5),
    );
    expect(segregationProfile(empty, environments, [500, 1000]).map(({ H }) => H)).toEqual([NaN, NaN]);
    expect(segregationProfile(halves, environments, [])).toEqual([]);
    expect(() => segregationProfile(halves, environments, [0])).toThrow('invalid radius: 0');
    expect(() => segregationProfile(twoGroupTable([1, 2], [2, 1]), environments, [500])).toThrow(
      'invalid length: 2 (expected 256)',
    );
  });
});

describe('macro/micro ratio', () => {
  test('divides the value at the large radius by that at the small one', () => {
    const profile = segregationProfile(halves, environments, [500, 2000, 4000]);
    expect(macroMicroRatio(profile)).toBe(profile[2]!.H / profile[0]!.H);
    expect(macroMicroRatio(profile, 'D', 2000)).toBe(profile[1]!.D / profile[0]!.D);
  });

  test('is large for halves of a city and small for a chess board', () => {
    const ratioOf = (table: typeof halves): number =>
      macroMicroRatio(segregationProfile(table, environments, [260, 1500], 'biweight'), 'H', 1500, 260);
    expect(ratioOf(halves)).toBeGreaterThan(0.5);
    expect(ratioOf(chess)).toBeLessThan(0.05);
  });

  test('needs both points, and something to divide by', () => {
    const profile = segregationProfile(halves, environments, [500]);
    expect(() => macroMicroRatio(profile)).toThrow('invalid radius: 4000');
    const even = twoGroupTable(
      units.map(() => 5),
      units.map(() => 5),
    );
    expect(macroMicroRatio(segregationProfile(even, environments, [500, 4000], 'uniform'), 'D')).toBeNaN();
  });
});
