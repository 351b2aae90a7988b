import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BorderLengths, borderLengths } from '#geo/border-lengths.ts';
import { rookContiguity } from '#geo/contiguity.ts';
import { polygonArea, polygonCentroid, polygonPerimeter } from '#geo/planar.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { projectedGeometry, utmProjection } from '#geo/projection.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';
import { type OracleSpatial, readCases } from '../oracles/case.ts';
import { describeWithOracles, describeWithRealData, oracle, requireRealData } from '../realData.ts';
import { rectangle, ringOf } from './squares.ts';

/** Pairs i < j with the length of their border, as the reference files have them. */
function pairsOf({ offsets, neighbours, weights, size }: BorderLengths): [number, number, number][] {
  return Array.from({ length: size }, (_, i) =>
    [...neighbours.subarray(offsets[i], offsets[i + 1])].map((j, k): [number, number, number] => [
      i,
      j,
      weights[offsets[i]! + k]!,
    ]),
  )
    .flat()
    .filter(([i, j]) => i < j);
}

function sortedBoundaries({ shared_boundaries }: OracleSpatial): (readonly [number, number, number])[] {
  return [...shared_boundaries].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

describe('lengths of common borders', () => {
  test('of two rows of rectangles', () => {
    // 2  2        2 is 3 wide, its lower edge has a corner where 0 and 1 meet
    // 0  1
    const upper: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 1],
          [1, 1],
          [3, 1],
          [3, 2],
          [0, 2],
          [0, 1],
        ],
      ],
    };
    const borders = borderLengths([rectangle(0, 0), rectangle(1, 0, 2, 1), upper, rectangle(9, 9)]);
    expect(pairsOf(borders)).toEqual([
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 2],
    ]);
    expect([...borders.outer]).toEqual([2, 3, 5, 4]);
    const fits: SparseMatrix = borders;
    expect(fits.style).toBe('general');
  });

  test('a corner in the middle of the other’s edge is no common one: that edge is outer border', () => {
    const borders = borderLengths([rectangle(0, 0), rectangle(1, 0), rectangle(0, 1, 2, 1)]);
    expect(pairsOf(borders)).toEqual([[0, 1, 1]]);
    expect([...borders.outer]).toEqual([3, 3, 6]);
  });

  test('differently rounded borders are common, with their mean length', () => {
    const borders = borderLengths([rectangle(1000, 0, 400), rectangle(1400.02, 0, 400, 400.04)]);
    expect(pairsOf(borders)[0]![2]).toBeCloseTo(400.02, 9);
    expect(
      pairsOf(borderLengths([rectangle(1000, 0, 400), rectangle(1400.02, 0, 400)], { tolerance: 0 })),
    ).toEqual([]);
  });

  test('a hole, parts that touch, areas on each other, no geometry, nothing', () => {
    const around: AreaGeometry = { type: 'Polygon', coordinates: [ringOf(0, 0, 3), ringOf(1, 1)] };
    const filled = borderLengths([around, rectangle(1, 1)]);
    expect(pairsOf(filled)).toEqual([[0, 1, 4]]);
    expect([...filled.outer]).toEqual([12, 0]);

    const parts: AreaGeometry = { type: 'MultiPolygon', coordinates: [[ringOf(0, 0)], [ringOf(1, 0)]] };
    expect([...borderLengths([parts]).outer]).toEqual([6]);

    const twice = borderLengths([rectangle(0, 0), rectangle(0, 0), null, rectangle(1, 0)]);
    expect(pairsOf(twice)).toEqual([
      [0, 1, 4],
      [0, 3, 1],
      [1, 3, 1],
    ]);
    expect([...twice.outer]).toEqual([0, 0, 0, 3]);
    expect(borderLengths([]).size).toBe(0);
  });

  test('have the neighbours of rook contiguity, are symmetric, and make up the perimeter', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Array.from({ length: 30 }, (_, k) => k)),
        fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (cells, widths) => {
          const left = widths.map((_, c) => widths.slice(0, c).reduce((sum, width) => sum + width, 0));
          const geometries = cells.map((k) =>
            rectangle(left[k % 6]!, Math.floor(k / 6), left[(k % 6) + 1]! - left[k % 6]! || widths[5]!, 1),
          );
          const borders = borderLengths(geometries, { tolerance: 1e-9 });
          const rook = rookContiguity(geometries, { tolerance: 1e-9 });
          expect([...borders.offsets]).toEqual([...rook.offsets]);
          expect([...borders.neighbours]).toEqual([...rook.neighbours]);
          geometries.forEach((geometry, i) => {
            let sum = borders.outer[i]!;
            for (let k = borders.offsets[i]!; k < borders.offsets[i + 1]!; k++) {
              const j = borders.neighbours[k]!;
              const row = borders.neighbours.subarray(borders.offsets[j], borders.offsets[j + 1]);
              expect(borders.weights[borders.offsets[j]! + row.indexOf(i)]).toBe(borders.weights[k]);
              sum += borders.weights[k]!;
            }
            expect(sum).toBeCloseTo(polygonPerimeter(geometry), 9);
          });
        },
      ),
      { seed: 1 },
    );
  });

  test('refuses coordinates and tolerances that are no numbers', () => {
    expect(() => borderLengths([rectangle(NaN, 0)])).toThrow('invalid coordinate: NaN, 0');
    expect(() => borderLengths([rectangle(0, 0)], { tolerance: NaN })).toThrow('invalid tolerance: NaN');
  });
});

describeWithOracles('common borders of all open reference files with polygons', () => {
  test('are as long as ours', () => {
    let compared = 0;
    for (const { id, geojson, spatial } of readCases(oracle('open')!)) {
      if (!geojson || !spatial) continue;
      const reference = sortedBoundaries(spatial);
      const pairs = pairsOf(borderLengths(geojson.features.map(({ geometry }) => geometry)));
      expect(
        pairs.map(([i, j]) => [i, j]),
        id,
      ).toEqual(reference.map(([i, j]) => [i, j]));
      pairs.forEach(([, , length], k) => {
        expect(Math.abs(length - reference[k]![2]), id).toBeLessThan(1e-6);
      });
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });
});

describeWithRealData('Berlin’s 542 planning areas, projected by ourselves', () => {
  test('have the borders, areas, perimeters and centroids of the reference values', () => {
    const { features } = JSON.parse(readFileSync(requireRealData('berlin/geo/plr_2021.geojson'), 'utf8')) as {
      features: { properties: { PLR_ID: string }; geometry: AreaGeometry }[];
    };
    const found = readCases(oracle('open')!).find(({ id }) => id === 'berlin_plr_2024')!;
    const spatial = found.spatial!;
    if (!('ids' in found.data)) throw new Error(found.id);
    const { ids } = found.data;
    const byKey = new Map(features.map(({ properties, geometry }) => [properties.PLR_ID, geometry]));
    const project = utmProjection(25833);
    const geometries = ids.map((key) => projectedGeometry(byKey.get(key) ?? null, project));

    const reference = sortedBoundaries(spatial);
    // the file has edges shorter than the usual decimetre, and two slivers where areas lie on each other
    for (const [tolerance, allowed, slivers] of [
      [0.01, 0.02, ['428 466', '428 467']],
      [0.1, 1, ['428 466']],
    ] as const) {
      const pairs = pairsOf(borderLengths(geometries, { tolerance }));
      expect(pairs.map(([i, j]) => [i, j])).toEqual(reference.map(([i, j]) => [i, j]));
      const beyond = pairs.filter(([, , length], k) => Math.abs(length - reference[k]![2]) > allowed);
      expect(beyond.map(([i, j]) => `${i} ${j}`)).toEqual(slivers);
    }
    geometries.forEach((geometry, i) => {
      const [x, y] = polygonCentroid(geometry)!;
      expect(Math.hypot(x - spatial.centroids[i]![0], y - spatial.centroids[i]![1])).toBeLessThan(0.001);
      expect(polygonArea(geometry) / spatial.areas[i]!).toBeCloseTo(1, 5);
      expect(polygonPerimeter(geometry) / spatial.perimeters[i]!).toBeCloseTo(1, 3);
    });
  });
});
