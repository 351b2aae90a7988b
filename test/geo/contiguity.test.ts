import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contiguity, queenContiguity, rookContiguity } from '#geo/contiguity.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { type OracleFile, readCases, travellingCases } from '../oracles/case.ts';
import { describeWithOracles, describeWithRealData, oracle, requireRealData } from '../realData.ts';
import { rectangle, ringOf } from './squares.ts';

function listsOf({ offsets, neighbours }: Contiguity): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, i) => [
    ...neighbours.subarray(offsets[i], offsets[i + 1]),
  ]);
}

// 2 3
// 0 1   and 4 far away
const block = [rectangle(0, 0), rectangle(1, 0), rectangle(0, 1), rectangle(1, 1), rectangle(9, 9)];

describe('queen and rook contiguity', () => {
  test('of four squares around a corner, and one alone', () => {
    expect(listsOf(queenContiguity(block))).toEqual([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2], []]);
    expect(listsOf(rookContiguity(block))).toEqual([[1, 2], [0, 3], [0, 3], [1, 2], []]);
    expect([...queenContiguity(block).islands]).toEqual([4]);
  });

  test('an area without geometry is an island', () => {
    const queen = queenContiguity([block[0]!, null, block[1]!]);
    expect(listsOf(queen)).toEqual([[2], [], [0]]);
    expect([...queen.islands]).toEqual([1]);
    expect(listsOf(queenContiguity([]))).toEqual([]);
  });

  test('the direction of the rings does not matter', () => {
    const turned: AreaGeometry = { type: 'Polygon', coordinates: [[...ringOf(1, 0)].reverse()] };
    expect(listsOf(rookContiguity([block[0]!, turned]))).toEqual([[1], [0]]);
  });

  test('an area in the hole of another borders on it', () => {
    const around: AreaGeometry = { type: 'Polygon', coordinates: [ringOf(0, 0, 3), ringOf(1, 1)] };
    expect(listsOf(rookContiguity([around, rectangle(1, 1)]))).toEqual([[1], [0]]);
  });

  test('every part of an area in several parts counts', () => {
    const parts: AreaGeometry = { type: 'MultiPolygon', coordinates: [[ringOf(5, 5)], [ringOf(1, 0)]] };
    expect(listsOf(rookContiguity([block[0]!, parts, rectangle(6, 5)]))).toEqual([[1], [0, 2], [1]]);
  });

  test('a ring that touches itself does not make an area its own neighbour', () => {
    const eight: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [2, 0],
          [2, 2],
          [1, 1],
          [0, 2],
          [0, 0],
        ],
      ],
    };
    expect(listsOf(queenContiguity([eight, rectangle(2, 2)]))).toEqual([[1], [0]]);
  });

  test('rounded corners are the same corner within the tolerance, also across the cells of the search', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: -0.9e-6, max: 0.9e-6, noNaN: true }),
        (x, y, shift) => {
          const pair = [rectangle(x, y), rectangle(x + 1 + shift, y - shift)];
          expect(queenContiguity(pair, { tolerance: 1e-6 }).neighbours.length).toBe(2);
          expect(rookContiguity(pair, { tolerance: 1e-6 }).neighbours.length).toBe(2);
          const apart = [rectangle(x, y), rectangle(x + 1 + 3e-6, y)];
          expect(queenContiguity(apart, { tolerance: 1e-6 }).neighbours.length).toBe(0);
        },
      ),
    );
  });

  test('without tolerance corners must be equal', () => {
    expect(queenContiguity([rectangle(0, 0), rectangle(1, 0)], { tolerance: 0 }).neighbours.length).toBe(2);
    const pair = [rectangle(0, 0), rectangle(1 + 1e-12, 0)];
    expect(queenContiguity(pair, { tolerance: 0 }).neighbours.length).toBe(0);
  });

  test('projected coordinates far from the origin are compared in decimetres', () => {
    const pair = [rectangle(392_000, 5_818_000, 400), rectangle(392_400.05, 5_818_000, 400)];
    expect(rookContiguity(pair).neighbours.length).toBe(2);
    expect(rookContiguity([pair[0]!, rectangle(392_400.5, 5_818_000, 400)]).neighbours.length).toBe(0);
  });

  test('is symmetric and follows any order of the areas', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Array.from({ length: 36 }, (_, k) => k)), (cells) => {
        const geometries = cells.map((k) => rectangle(k % 6, Math.floor(k / 6)));
        const lists = listsOf(queenContiguity(geometries));
        lists.forEach((list, i) => {
          const near = cells
            .map((k, j) => ({ k, j }))
            .filter(({ k, j }) => {
              const own = cells[i]!;
              const [dx, dy] = [(k % 6) - (own % 6), Math.floor(k / 6) - Math.floor(own / 6)];
              return j !== i && Math.max(Math.abs(dx), Math.abs(dy)) === 1;
            });
          expect(list).toEqual(near.map(({ j }) => j).sort((a, b) => a - b));
        });
      }),
    );
  });

  test('refuses coordinates and tolerances that are no numbers', () => {
    expect(() => queenContiguity([rectangle(NaN, 0)])).toThrow('invalid coordinate: NaN, 0');
    const short: AreaGeometry = { type: 'Polygon', coordinates: [[[1]]] };
    expect(() => rookContiguity([short])).toThrow('invalid coordinate: 1, undefined');
    expect(() => queenContiguity(block, { tolerance: -1 })).toThrow('invalid tolerance: -1');
  });
});

test('neighbours of libpysal in the excerpts are ours', () => {
  expectNeighbours(readCases(travellingCases));
});

function expectNeighbours(cases: readonly OracleFile[]): void {
  let compared = 0;
  for (const { id, geojson, spatial } of cases) {
    if (!geojson || !spatial) continue;
    const geometries = geojson.features.map((feature) => feature.geometry);
    expect(listsOf(queenContiguity(geometries)), id).toEqual(spatial.queen);
    expect(listsOf(rookContiguity(geometries)), id).toEqual(spatial.rook);
    compared++;
  }
  expect(compared).toBeGreaterThanOrEqual(2);
}

describeWithOracles('neighbours of libpysal in all open reference files with polygons', () => {
  test('are ours', () => expectNeighbours(readCases(oracle('open')!)));
});

describeWithRealData('Berlin’s 542 planning areas', () => {
  test('have the queen and rook neighbours of the reference values, in longitude and latitude', () => {
    const { features } = JSON.parse(readFileSync(requireRealData('berlin/geo/plr_2021.geojson'), 'utf8')) as {
      features: { properties: { PLR_ID: string }; geometry: AreaGeometry }[];
    };
    const path = oracle('open/berlin_plr_2024.json');
    expect(path).not.toBeNull();
    const { data, spatial } = JSON.parse(readFileSync(path!, 'utf8')) as {
      data: { ids: string[] };
      spatial: { queen: number[][]; rook: number[][] };
    };
    const byKey = new Map(features.map(({ properties, geometry }) => [properties.PLR_ID, geometry]));
    const geometries = data.ids.map((key) => byKey.get(key) ?? null);
    expect(geometries).toHaveLength(542);
    const queen = queenContiguity(geometries);
    expect(listsOf(queen)).toEqual(spatial.queen);
    expect([...queen.islands]).toEqual([]);
    expect(listsOf(rookContiguity(geometries))).toEqual(spatial.rook);
  });
});
