import { describe, expect, test } from 'vitest';
import { polygonArea, polygonBounds, polygonCentroid, polygonPerimeter, ringArea } from '#geo/planar.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { type OracleFile, readCases, travellingCases } from '../oracles/case.ts';
import { describeWithOracles, oracle } from '../realData.ts';
import { rectangle, ringOf } from './squares.ts';

const withHole: AreaGeometry = { type: 'Polygon', coordinates: [ringOf(0, 0, 4), ringOf(2, 0, 2, 4)] };
const inParts: AreaGeometry = {
  type: 'MultiPolygon',
  coordinates: [[ringOf(0, 0)], [[...ringOf(3, 0)].reverse()]],
};

describe('planar measures by hand', () => {
  test('signed area of a ring, closed or not', () => {
    expect(ringArea(ringOf(5, 5, 2, 3))).toBe(6);
    expect(ringArea([...ringOf(5, 5, 2, 3)].reverse())).toBe(-6);
    expect(ringArea(ringOf(5, 5, 2, 3).slice(0, 4))).toBe(6);
    expect(ringArea([])).toBe(0);
  });

  test('area: holes taken off, parts added, whatever the direction', () => {
    expect(polygonArea(withHole)).toBe(8);
    expect(polygonArea(inParts)).toBe(2);
    expect(polygonArea(null)).toBe(0);
  });

  test('length of all outlines', () => {
    expect(polygonPerimeter(withHole)).toBe(16 + 12);
    expect(polygonPerimeter(null)).toBe(0);
  });

  test('centre of mass', () => {
    expect(polygonCentroid(rectangle(10, 20, 2, 6))).toEqual([11, 23]);
    // the hole takes the right half, so the centre lies in the left one
    expect(polygonCentroid(withHole)).toEqual([1, 2]);
    expect(polygonCentroid(inParts)).toEqual([2, 0.5]);
    expect(polygonCentroid(null)).toBeNull();
    expect(
      polygonCentroid({
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [3, 1],
            [1, 1],
          ],
        ],
      }),
    ).toEqual([2, 1]);
  });

  test('bounds', () => {
    expect(polygonBounds(inParts)).toEqual([0, 0, 4, 1]);
    expect(polygonBounds(null)).toBeNull();
    expect(polygonBounds({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
  });
});

function expectMeasures(cases: readonly OracleFile[]): void {
  let compared = 0;
  for (const { id, geojson, spatial } of cases) {
    geojson?.features.forEach(({ geometry }, i) => {
      expect(Math.abs(polygonArea(geometry) / spatial!.areas[i]! - 1), id).toBeLessThan(1e-9);
      expect(Math.abs(polygonPerimeter(geometry) / spatial!.perimeters[i]! - 1), id).toBeLessThan(1e-9);
      const [x, y] = polygonCentroid(geometry)!;
      const [theirX, theirY] = spatial!.centroids[i]!;
      expect(Math.hypot(x - theirX, y - theirY), id).toBeLessThan(0.001);
      compared++;
    });
  }
  expect(compared).toBeGreaterThanOrEqual(164);
}

test('areas, outlines and centres of the excerpts are those of the reference values', () => {
  expectMeasures(readCases(travellingCases));
});

describeWithOracles('areas, outlines and centres of all open reference files with polygons', () => {
  test('are ours', () => expectMeasures(readCases(oracle('open')!)));
});
