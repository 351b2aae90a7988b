import { describe, expect, it } from 'vitest';
import { utmProjection } from '#geo/projection.ts';
import { geographyOf } from '#measuring/geography.ts';
import { contextFor, defaultSettings } from '#measuring/indexContext.ts';
import { createMeasureCache, levelGeography } from '#measuring/measureCache.ts';
import { measuredIndices } from '#measuring/measureIndex.ts';
import { twoGroupTable } from '#stats/table.ts';
import { islandsOf } from '#stats/weights/sparse.ts';
import { hundreds, mixed, planStudy, sidesAt, squareAt } from './planStudy.ts';

const study = planStudy([{ year: 2020, x: mixed, residents: hundreds }]);
const [level] = study.levels;
const geography = geographyOf(level!.geometries, utmProjection(25833));
const all = Int32Array.from({ length: 16 }, (_, i) => i);

describe('the geography of a level', () => {
  it('is in metres of the city’s UTM zone', () => {
    const [width, height] = sidesAt(0, 0);
    expect(geography.areas[0]! / (width * height)).toBeCloseTo(1, 3);
    expect(geography.perimeters[0]! / (2 * (width + height))).toBeCloseTo(1, 3);
    const { x, y } = geography.places;
    expect(Math.hypot(x[1]! - x[0]!, y[1]! - y[0]!) / width).toBeCloseTo(1, 3);
    expect(Math.hypot(x[4]! - x[0]!, y[4]! - y[0]!) / height).toBeCloseTo(1, 3);
  });

  it('has corners in the middle of the queen, but no border with them', () => {
    const row = (matrix: typeof geography.contiguity, i: number) =>
      Array.from(matrix.neighbours.slice(matrix.offsets[i], matrix.offsets[i + 1]));
    expect(row(geography.contiguity, 5)).toEqual([0, 1, 2, 4, 6, 8, 9, 10]);
    expect(row(geography.borders, 5)).toEqual([1, 4, 6, 9]);
    const [width] = sidesAt(1, 1);
    expect(geography.borders.weights[geography.borders.offsets[5]!]! / width).toBeCloseTo(1, 3);
  });

  it('is made once per level, whatever system the study names', () => {
    const cache = createMeasureCache();
    const own = levelGeography(study, level!, cache);
    expect(levelGeography(study, level!, cache)).toBe(own);
    expect(own.places).toBe(own.places);
    expect(own.areas).toEqual(geography.areas);
    // Gauss–Krüger: distances are those of UTM all the same.
    const other = levelGeography({ ...study, crs: 'EPSG:31468' }, level!, createMeasureCache());
    expect(other.areas[0]! / own.areas[0]!).toBeCloseTo(1, 3);
  });

  it('keeps units without geometry in place', () => {
    const some = geographyOf([null, squareAt(0, 0), squareAt(1, 0)], utmProjection(25833));
    expect(some.located).toEqual(Uint8Array.of(0, 1, 1));
    expect([some.places.x[0], some.areas[0]]).toEqual([NaN, 0]);
    const near = some.proximity.sums([Float64Array.of(5, 1, 0)])[0]!;
    expect(near[0]).toBe(0);
    const alone = geographyOf([squareAt(0, 0), squareAt(1, 0)], utmProjection(25833)).proximity;
    expect(Array.from(near.slice(1))).toEqual(Array.from(alone.sums([Float64Array.of(1, 0)])[0]!));
  });

  it('takes coordinates in metres as they are', () => {
    const square = (x: number) => ({
      type: 'Polygon' as const,
      coordinates: [
        [
          [x, 0],
          [x + 100, 0],
          [x + 100, 100],
          [x, 100],
          [x, 0],
        ],
      ],
    });
    const planar = geographyOf([square(0), square(100)], null);
    expect(Array.from(planar.areas)).toEqual([10_000, 10_000]);
    expect(Array.from(planar.borders.weights)).toEqual([100, 100]);
  });
});

describe('a context', () => {
  it('feeds every global index of two groups', () => {
    const table = twoGroupTable(
      mixed,
      mixed.map((x) => 100 - x),
    );
    const context = contextFor(geography, all, { ...defaultSettings, radius: 1500 });
    // PCC takes a tenth of the units.
    for (const spec of measuredIndices) expect(spec.compute(table, context), spec.id).not.toBeNaN();
  });

  it('among some units is that of those units alone', () => {
    const positions = Int32Array.from([0, 1, 2, 5, 6, 9, 10, 11, 13]);
    const geometries = Array.from(positions, (i) => level!.geometries[i]!);
    const alone = contextFor(
      geographyOf(geometries, utmProjection(25833)),
      Int32Array.from(positions.keys()),
      defaultSettings,
    );
    const x = Array.from(positions, (i) => mixed[i]!);
    const table = twoGroupTable(
      x,
      x.map((count) => 100 - count),
    );
    for (const neighbourhood of ['contiguity', 'nearest', 'radius'] as const) {
      const settings = { ...defaultSettings, neighbourhood, radius: 1200 };
      const among = contextFor(geography, positions, settings);
      const own = contextFor(
        geographyOf(geometries, utmProjection(25833)),
        Int32Array.from(positions.keys()),
        settings,
      );
      for (const spec of measuredIndices) {
        const [value, expected] = [spec.compute(table, among), spec.compute(table, own)];
        if (Number.isNaN(expected)) expect(value, spec.id).toBeNaN();
        else expect(value, `${spec.id} ${neighbourhood}`).toBeCloseTo(expected, 10);
      }
    }
    expect(alone.weights?.size).toBe(9);
  });

  it('has the neighbours asked for', () => {
    const of = (neighbourhood: 'contiguity' | 'nearest' | 'radius', radius = 1000) =>
      contextFor(geography, all, { ...defaultSettings, neighbourhood, radius }).weights!;
    const degree = (matrix: ReturnType<typeof of>, i: number) => matrix.offsets[i + 1]! - matrix.offsets[i]!;
    expect(degree(of('contiguity'), 0)).toBe(3);
    expect(degree(of('nearest'), 0)).toBe(8);
    // 685 m to the east and west, 1,113 m to the north and south.
    expect(degree(of('radius', 700), 5)).toBe(2);
    expect(degree(of('radius', 1200), 5)).toBe(4);
    expect(islandsOf(of('radius', 100))).toHaveLength(16);
    expect(of('radius', 700)).toBe(of('radius', 700));
    for (const matrix of [of('contiguity'), of('nearest'), of('radius', 1200)]) {
      expect(matrix.style).toBe('row-standardised');
    }
  });

  it('reads only what an index asks for', () => {
    const broken = geographyOf([{ type: 'Polygon', coordinates: [[[NaN, 0]]] }], utmProjection(25833));
    const context = contextFor(broken, Int32Array.of(0), defaultSettings);
    expect(() => context.emptyUnits).not.toThrow();
    expect(() => context.areas).toThrow('invalid coordinate');
  });
});
