import { describe, expect, it } from 'vitest';
import { catchmentsInForce, catchmentsOfAreas } from '#institutions/catchment.ts';
import { exposureOfAreas } from '#institutions/exposureOfAreas.ts';
import { samplePoints } from '#institutions/samplePoints.ts';
import type { Catchment } from '#model/study.ts';
import { exampleLevel } from '../model/exampleStudy.ts';
import { ask, fourSchools, rectangle, school } from './exampleSchools.ts';

const catchment = (id: string, west: number, east: number, parts: Partial<Catchment> = {}): Catchment => ({
  id,
  form: 'primary',
  year: 2019,
  institutions: [id],
  geometry: rectangle(west, 0, east, 5),
  ...parts,
});

/** Areas: all in A's catchment · 2/5 in A's, 3/5 in D's · outside both · without geometry. */
const level = exampleLevel('fine', ['p', 'q', 'r', 's'], {
  geometries: [rectangle(0, 0, 5, 5), rectangle(3, 0, 8, 5), rectangle(20, 0, 25, 5), null],
});
const catchments = [catchment('A', 0, 5), catchment('D', 5, 10)];

describe('catchments of areas', () => {
  const study = fourSchools({ levels: [level], catchments });

  it('are found with their parts, the largest first', () => {
    const parts = catchmentsOfAreas(study, 'fine', 'all', 2020);
    expect(parts.map((area) => area.map(({ catchment: { id }, part }) => [id, part]))).toEqual([
      [['A', 1]],
      [
        ['D', 0.6],
        ['A', 0.4],
      ],
      [],
      [],
    ]);
    expect(catchmentsOfAreas(study, 'fine', 'grammar', 2020).flat()).toEqual([]);
  });

  it('are those in force: the newest up to the year, per form', () => {
    const more = fourSchools({
      catchments: [
        catchment('A', 0, 5, { year: 2012 }),
        catchment('B', 0, 5, { year: 2019 }),
        catchment('C', 0, 5, { year: 2019, form: 'grammar' }),
      ],
    });
    const ids = (year: number, form = 'all') => catchmentsInForce(more, form, year).map(({ id }) => id);
    expect(ids(2020)).toEqual(['B', 'C']);
    expect(ids(2015)).toEqual(['A', 'C']);
    expect(ids(2010)).toEqual(['A', 'C']);
    expect(ids(2020, 'primary')).toEqual(['B']);
  });
});

describe('sample points', () => {
  it('lie inside, 100 of them in a rectangle', () => {
    expect(samplePoints(rectangle(0, 0, 1, 1))).toHaveLength(100);
  });

  it('are found in the thinnest area, and there is one even in a flat one', () => {
    const thin = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0.98],
          [1, 1],
          [0, 0.02],
          [0, 0],
        ],
      ],
    };
    const points = samplePoints(thin);
    expect(points.length).toBeGreaterThan(0);
    for (const [x, y] of points) expect(Math.abs(y - (0.01 + 0.98 * x))).toBeLessThan(0.011);
    expect(samplePoints(rectangle(0, 0, 0, 0))).toHaveLength(1);
  });
});

describe('exposure of areas', () => {
  it('is the share of children in schools above the funnel, by catchment', () => {
    // D stands above, A below: only above counts.
    const { shares, method, year } = exposureOfAreas(
      fourSchools({ levels: [level], catchments }),
      'fine',
      ask(),
    );
    expect(method).toBe('catchments');
    expect(year).toBe(2020);
    expect([...shares]).toEqual([0, 0.6, NaN, NaN]);
  });

  it('weighs the schools of a shared catchment by their children', () => {
    const shared = [catchment('S', 0, 30, { institutions: ['B', 'D', 'unknown'] })];
    const study = fourSchools({ levels: [level], catchments: shared });
    const bigger = study.compositions.map((row) =>
      row.institution === 'B' ? { ...row, total: 300, counts: { ndh: 60 } } : row,
    );
    const { shares } = exposureOfAreas({ ...study, compositions: bigger }, 'fine', ask());
    expect(shares[0]).toBe(0.25);
  });

  it('leaves out catchments whose schools have no figures', () => {
    const study = fourSchools({
      levels: [level],
      catchments: [catchment('X', 0, 5, { institutions: ['X'] }), catchment('D', 5, 10)],
    });
    expect([...exposureOfAreas(study, 'fine', ask()).shares]).toEqual([NaN, 1, NaN, NaN]);
  });

  it('goes to the nearest school where there are no catchments', () => {
    const study = fourSchools({
      levels: [level],
      institutions: [
        school('A', { position: [13.02, 52.02] }),
        school('B', { position: null }),
        school('D', { position: [13.08, 52.02] }),
      ],
    });
    const { shares, method } = exposureOfAreas(study, 'fine', ask());
    expect(method).toBe('nearest');
    // The two schools meet half-way at 5: of q's columns 3.5 and 4.5 go to A, 5.5 to 7.5 to D.
    expect([...shares]).toEqual([0, 0.6, 1, NaN]);
  });

  it('is unknown without figures or without positions', () => {
    const bare = exposureOfAreas(fourSchools({ levels: [level], compositions: [] }), 'fine', ask());
    expect([bare.method, ...bare.shares]).toEqual(['none', NaN, NaN, NaN, NaN]);
    const nowhere = fourSchools({
      levels: [level],
      institutions: ['A', 'B'].map((id) => school(id, { position: null })),
    });
    expect(exposureOfAreas(nowhere, 'fine', ask()).method).toBe('none');
  });
});
