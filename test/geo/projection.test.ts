import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { projectedGeometry, utmCodeOf, utmProjection } from '#geo/projection.ts';
import { rectangle } from './squares.ts';

function proj4Forward(code: number): (longitude: number, latitude: number) => number[] {
  const zone = code % 100;
  const system = code < 26_000 ? '+ellps=GRS80' : code < 32_700 ? '+datum=WGS84' : '+south +datum=WGS84';
  const from = code < 26_000 ? '+proj=longlat +ellps=GRS80 +no_defs' : '+proj=longlat +datum=WGS84 +no_defs';
  const converter = proj4(from, `+proj=utm +zone=${zone} ${system} +units=m +no_defs`);
  return (longitude, latitude) => converter.forward([longitude, latitude]);
}

function expectWithin(actual: readonly number[], reference: readonly number[], metres: number): void {
  expect(Math.abs(actual[0]! - reference[0]!)).toBeLessThan(metres);
  expect(Math.abs(actual[1]! - reference[1]!)).toBeLessThan(metres);
}

describe('UTM', () => {
  test.each([25831, 25832, 25833, 32631, 32632, 32633])(
    'EPSG:%i is that of proj4 to 1 mm over Germany',
    (code) => {
      const project = utmProjection(code);
      const reference = proj4Forward(code);
      fc.assert(
        fc.property(
          fc.double({ min: 5.8, max: 15.1, noNaN: true }),
          fc.double({ min: 47.2, max: 55.1, noNaN: true }),
          (longitude, latitude) => {
            expectWithin(project(longitude, latitude), reference(longitude, latitude), 1e-3);
          },
        ),
        { seed: 1, numRuns: 500 },
      );
    },
  );

  test.each([32601, 32660, 32719, 32756])('EPSG:%i is that of proj4 to 1 mm within its zone', (code) => {
    const project = utmProjection(code);
    const reference = proj4Forward(code);
    const middle = (code % 100) * 6 - 183;
    fc.assert(
      fc.property(
        fc.double({ min: middle - 2.99, max: middle + 2.99, noNaN: true }),
        fc.double({ min: -80, max: 84, noNaN: true }),
        (longitude, latitude) => {
          expectWithin(project(longitude, latitude), reference(longitude, latitude), 1e-3);
        },
      ),
      { seed: 1 },
    );
  });

  test('on the central meridian and the equator', () => {
    expect(utmProjection(25833)(15, 0)).toEqual([500_000, 0]);
    expect(utmProjection(32733)(15, 0)).toEqual([500_000, 10_000_000]);
    // a quarter of the meridian of GRS80 is 10 001 965.729 m long
    expectWithin(utmProjection(25833)(15, 90), [500_000, 0.9996 * 10_001_965.729], 1e-3);
  });

  test('across the date line', () => {
    expectWithin(utmProjection(32601)(179.9, 10), utmProjection(32601)(-180.1, 10), 1e-6);
  });

  test.each([
    [5.99, 25831],
    [6, 25832],
    [11.99, 25832],
    [12, 25833],
    [-74, 32618],
    [180, 32660],
    [-180, 32601],
  ])('the system of longitude %f is EPSG:%i', (longitude, code) => {
    expect(utmCodeOf(longitude)).toBe(code);
  });

  test('refuses what is no UTM and no longitude or latitude', () => {
    for (const code of [4326, 25839, 25800, 32600, 32661, 25832.5, NaN]) {
      expect(() => utmProjection(code)).toThrow(`invalid code: ${code}`);
    }
    expect(() => utmCodeOf(181)).toThrow('invalid longitude: 181');
    expect(() => utmCodeOf(NaN)).toThrow('invalid longitude: NaN');
    expect(() => utmProjection(25832)(9, 91)).toThrow('invalid coordinate: 9, 91');
    expect(() => utmProjection(25832)(NaN, 50)).toThrow('invalid coordinate: NaN, 50');
    expect(() => utmProjection(25832)(392_000, 5_818_000)).toThrow('invalid coordinate: 392000, 5818000');
  });

  test('of a geometry moves every corner and keeps its shape', () => {
    const project = utmProjection(25832);
    const square = rectangle(9, 50, 0.01);
    expect(projectedGeometry(square, project)).toEqual({
      type: 'Polygon',
      coordinates: [
        [project(9, 50), project(9.01, 50), project(9.01, 50.01), project(9, 50.01), project(9, 50)],
      ],
    });
    const parts = { type: 'MultiPolygon', coordinates: [square.coordinates, square.coordinates] } as const;
    expect(projectedGeometry(parts as never, project)?.coordinates).toHaveLength(2);
    expect(projectedGeometry(null, project)).toBeNull();
  });
});
