import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { polygonArea, ringArea } from '#geo/planar.ts';
import type { RawFeature } from '#import/formats/feature.ts';
import { checkGeometry } from '#import/geometry/checkGeometry.ts';
import { crossesItself } from '#import/geometry/crossesItself.ts';
import { ProblemList } from '#import/pack/problemList.ts';
import { describeWithRealData } from '../../realData.ts';
import { makeAreas, readAreas, readFeatures } from './readAreas.ts';

/** Corners in thousandths of a degree from 11° E 51° N. */
type Corner = readonly [number, number];
const ring = (...corners: readonly Corner[]) => corners.map(([x, y]) => [11 + x / 1e3, 51 + y / 1e3]);
const square = (x: number, y: number, side = 10): readonly Corner[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const polygon = (...rings: readonly (readonly Corner[])[]) => ({
  type: 'Polygon',
  coordinates: rings.map((corners) => ring(...corners)),
});
const feature = (key: unknown, geometry: unknown, name?: unknown): RawFeature => ({
  properties: { key, name },
  geometry,
});
/** In square thousandths of a degree. */
const sizeOf = (geometry: Parameters<typeof polygonArea>[0]) =>
  Math.round(polygonArea(geometry) * 1e6 * 1e6) / 1e6;
const kindsOf = (findings: readonly { readonly kind: string; readonly areas: readonly string[] }[]) =>
  findings.map(({ kind, areas }) => `${kind} ${areas.join(' ')}`);

describe('keys and names', () => {
  test('numbers become text and are filled up, in the order of keys', async () => {
    const { areas, problems, notes } = await makeAreas(
      [feature(12, polygon(square(0, 0))), feature(' 3 ', polygon(square(10, 0)), ' Mitte ')],
      { pad: 3 },
    );
    expect(areas.map(({ key, name }) => [key, name])).toEqual([
      ['003', 'Mitte'],
      ['012', '012'],
    ]);
    expect([problems, notes]).toEqual([[], []]);
  });

  test('features without key are left out and noted', async () => {
    const { areas, problems, notes } = await makeAreas([
      feature(null, polygon(square(0, 0))),
      feature('', polygon(square(0, 0))),
      feature({}, polygon(square(0, 0))),
      feature(NaN, polygon(square(0, 0))),
      feature('a', polygon(square(0, 0))),
    ]);
    expect(areas).toHaveLength(1);
    expect(problems).toEqual([]);
    expect(notes.map(({ code, where }) => [code, where?.row])).toEqual([
      ['feature-without-key', 1],
      ['feature-without-key', 2],
      ['feature-without-key', 3],
      ['feature-without-key', 4],
    ]);
  });

  test('names of JavaScript members are keys like others', async () => {
    const { areas } = await makeAreas([
      feature('__proto__', polygon(square(0, 0)), 'constructor'),
      feature('constructor', polygon(square(10, 0)), 'toString'),
    ]);
    expect(areas.map(({ key, name }) => [key, name])).toEqual([
      ['__proto__', 'constructor'],
      ['constructor', 'toString'],
    ]);
  });

  test('a layer without any area is a problem', async () => {
    const { problems } = await makeAreas([feature('a', { type: 'Point', coordinates: [11, 51] })]);
    expect(problems.map(({ code, params }) => [code, params])).toEqual([['layer-without-areas', { n: 1 }]]);
    expect((await makeAreas([])).problems.map(({ code }) => code)).toEqual(['layer-without-areas']);
  });

  test('two names of one key are noted, the first stays', async () => {
    const { areas, notes } = await makeAreas([
      feature('a', polygon(square(0, 0)), 'Nord'),
      feature('a', polygon(square(30, 0)), 'Süd'),
    ]);
    expect(areas.map(({ name }) => name)).toEqual(['Nord']);
    expect(notes.map(({ code, params }) => [code, params])).toEqual([
      ['names-differ', { key: 'a', first: 'Nord', second: 'Süd' }],
    ]);
  });
});

describe('several polygons of one key', () => {
  test('that touch become one without the border between them', async () => {
    const { areas, report } = await makeAreas([
      feature('a', polygon(square(0, 0))),
      feature('b', polygon(square(0, 10))),
      feature('a', polygon(square(10, 0))),
    ]);
    expect(report).toMatchObject({ areas: 2, dissolved: ['a'], findings: [] });
    expect(areas[0]?.geometry.type).toBe('Polygon');
    expect(sizeOf(areas[0]!.geometry)).toBe(200);
  });

  test('that overlap, or come twice, count once', async () => {
    const { areas } = await makeAreas([
      feature('a', polygon(square(0, 0))),
      feature('a', polygon(square(5, 0))),
      feature('b', polygon(square(0, 20))),
      feature('b', polygon(square(0, 20))),
    ]);
    expect(areas.map(({ geometry }) => sizeOf(geometry))).toEqual([150, 100]);
  });

  test('that lie apart stay parts; a part in the hole of another fills it', async () => {
    const { areas } = await makeAreas([
      feature('a', polygon(square(0, 0))),
      feature('a', polygon(square(30, 0))),
      feature('b', polygon(square(0, 40, 30), square(10, 50))),
      feature('b', polygon(square(10, 50))),
    ]);
    expect(areas.map(({ geometry }) => [geometry.type, sizeOf(geometry)])).toEqual([
      ['MultiPolygon', 200],
      ['Polygon', 900],
    ]);
    expect(areas[1]?.geometry.coordinates).toHaveLength(1);
  });

  test('parts of collections and of one feature are treated alike', async () => {
    const both = {
      type: 'MultiPolygon',
      coordinates: [square(0, 0), square(10, 0)].map((one) => [ring(...one)]),
    };
    const { areas } = await makeAreas([
      feature('a', both),
      feature('b', {
        type: 'GeometryCollection',
        geometries: [
          polygon(square(0, 20)),
          { type: 'Point', coordinates: [11, 51] },
          polygon(square(10, 20)),
        ],
      }),
    ]);
    expect(areas.map(({ geometry }) => [geometry.type, sizeOf(geometry)])).toEqual([
      ['Polygon', 200],
      ['Polygon', 200],
    ]);
  });

  test('tilings: any rectangles put together keep their area', async () => {
    const widths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        widths,
        widths,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 25 }),
        async (w, h, keys) => {
          const features: RawFeature[] = [];
          const expected = new Map<string, number>();
          let y = 0;
          for (const [j, height] of h.entries()) {
            let x = 0;
            for (const [i, width] of w.entries()) {
              const key = `k${keys[j * 5 + i]}`;
              const corners: Corner[] = [
                [x, y],
                [x + width, y],
                [x + width, y + height],
                [x, y + height],
                [x, y],
              ];
              features.push(feature(key, polygon((i + j) % 2 ? corners : corners.reverse())));
              expected.set(key, (expected.get(key) ?? 0) + width * height);
              x += width;
            }
            y += height;
          }
          const { areas, report } = await makeAreas(features);
          expect(report.findings).toEqual([]);
          expect(new Map(areas.map(({ key, geometry }) => [key, sizeOf(geometry)]))).toEqual(expected);
          for (const { geometry } of areas) expectSound(geometry);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });
});

/** Passes the check of packs, winds as RFC 7946 asks, does not cross itself, comes to no corner twice. */
function expectSound(geometry: Parameters<typeof polygonArea>[0]): void {
  const refused = new ProblemList();
  expect(checkGeometry(geometry, '', { file: '' }, refused)).not.toBeNull();
  expect(refused.list()).toEqual([]);
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : (geometry?.coordinates ?? []);
  for (const rings of polygons)
    rings.forEach((one, r) => {
      expect(ringArea(one) > 0).toBe(r === 0);
      expect(crossesItself(one as number[][])).toBe(false);
      expect(new Set(one.map(String)).size).toBe(one.length - 1);
    });
}

describe('rings are repaired', () => {
  const repaired = async (geometry: unknown) => {
    const { areas, report, problems } = await makeAreas([
      feature('a', geometry),
      feature('z', polygon(square(90, 90))),
    ]);
    expect(problems).toEqual([]);
    for (const area of areas) expectSound(area.geometry);
    const area = areas.find(({ key }) => key === 'a');
    return { size: area ? sizeOf(area.geometry) : null, geometry: area?.geometry, report };
  };

  test('winding and repeated corners, without a word', async () => {
    const corners = square(0, 0);
    const { size, report, geometry } = await repaired(
      polygon([...corners].reverse().flatMap((one) => [one, one])),
    );
    expect([size, report.findings]).toEqual([100, []]);
    expect(geometry?.coordinates[0]).toHaveLength(5);
  });

  test('not closed', async () => {
    const { size, report } = await repaired(polygon(square(0, 0).slice(0, 4)));
    expect([size, kindsOf(report.findings)]).toEqual([100, ['ring-repaired a']]);
    expect(report.findings[0]?.place).toEqual([11, 51]);
  });

  test('a needle', async () => {
    const { size, report } = await repaired(
      polygon([
        [0, 0],
        [10, 0],
        [10, 5],
        [25, 5],
        [10, 5],
        [10, 10],
        [0, 10],
        [0, 0],
      ]),
    );
    expect([size, kindsOf(report.findings)]).toEqual([100, ['ring-repaired a']]);
    expect(report.findings[0]).toMatchObject({ place: [11.025, 51.005] });
    expect(report.findings[0]?.squareMetres).toBeCloseTo(0, 3);
  });

  test('touching itself in a corner', async () => {
    const { size, geometry, report } = await repaired(
      polygon([
        [0, 0],
        [10, 0],
        [10, 10],
        [5, 10],
        [7, 5],
        [3, 5],
        [5, 10],
        [0, 10],
        [0, 0],
      ]),
    );
    expect([size, kindsOf(report.findings)]).toEqual([90, ['ring-repaired a']]);
    expect(geometry?.coordinates).toHaveLength(2);
    expect(report.findings[0]?.place).toEqual([11.005, 51.01]);
  });

  test('touching itself with a corner on a side', async () => {
    const { size, report } = await repaired(
      polygon([
        [0, 0],
        [10, 0],
        [10, 10],
        [6, 10],
        [5, 0],
        [4, 10],
        [0, 10],
        [0, 0],
      ]),
    );
    expect([size, kindsOf(report.findings)]).toEqual([90, ['ring-repaired a']]);
  });

  test('a small loop is repaired, a bow tie is told apart', async () => {
    const loop = await repaired(
      polygon([
        [0, 0],
        [100, 0],
        [100, 100],
        [51, 100],
        [50, 101],
        [51, 101],
        [50, 100],
        [0, 100],
        [0, 0],
      ]),
    );
    expect(kindsOf(loop.report.findings)).toEqual(['ring-repaired a']);
    expect(loop.size).toBeCloseTo(10_000.5, 2);
    const tie = await repaired(
      polygon([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
        [0, 0],
      ]),
    );
    expect([tie.size, kindsOf(tie.report.findings)]).toEqual([50, ['ring-invalid a']]);
    expect(tie.report.findings[0]?.place).toEqual([11.005, 51.005]);
    // 50 square thousandths of a degree here: 111.3 m by 70.1 m each.
    expect(tie.report.findings[0]?.squareMetres).toBeGreaterThan(385_000);
    expect(tie.report.findings[0]?.squareMetres).toBeLessThan(395_000);
  });

  test('holes: outside the outline, across it, in one another, twice', async () => {
    const outside = await repaired(polygon(square(0, 0), square(20, 0, 5)));
    expect([outside.size, kindsOf(outside.report.findings)]).toEqual([125, ['ring-invalid a']]);
    const across = await repaired(polygon(square(0, 0), square(9, 2, 2)));
    expect(kindsOf(across.report.findings)).toEqual(['ring-invalid a']);
    const nested = await repaired(polygon(square(0, 0), square(1, 1, 6), square(2, 2, 2)));
    expect(nested.size).toBe(100 - 36 + 4);
    const twice = await repaired(polygon(square(0, 0), square(1, 1, 6), square(1, 1, 6)));
    expect(twice.size).toBe(100);
    const sound = await repaired(polygon(square(0, 0), square(1, 1, 3), square(5, 5, 3)));
    expect([sound.size, sound.report.findings]).toEqual([82, []]);
  });

  test('flat and tiny rings: without an outline the area is left out', async () => {
    const flat = await repaired(
      polygon([
        [0, 0],
        [10, 0],
        [5, 0],
        [0, 0],
      ]),
    );
    expect([flat.size, kindsOf(flat.report.findings)]).toEqual([null, ['ring-invalid a']]);
    const short = await repaired(
      polygon([
        [0, 0],
        [10, 0],
      ]),
    );
    expect([short.size, kindsOf(short.report.findings)]).toEqual([null, ['ring-invalid a']]);
    const hole = await repaired(
      polygon(square(0, 0), [
        [1, 1],
        [2, 2],
        [1, 1],
      ]),
    );
    expect([hole.size, kindsOf(hole.report.findings)]).toEqual([100, ['ring-repaired a']]);
    const onlyHole = await repaired(
      polygon(
        [
          [0, 0],
          [10, 0],
          [0, 0],
        ],
        square(1, 1, 3),
      ),
    );
    expect(onlyHole.size).toBeNull();
  });

  test('empty, and no polygon', async () => {
    const { areas, report } = await makeAreas([
      feature('a', null),
      feature('b', { type: 'Polygon', coordinates: [] }),
      feature('c', { type: 'LineString', coordinates: ring([0, 0], [1, 1]) }),
      feature('d', 'POLYGON'),
      feature('e', { type: 'Polygon' }),
      feature('f', { type: 'Polygon', coordinates: [[]] }),
      feature('g', polygon(square(0, 0))),
    ]);
    expect(areas.map(({ key }) => key)).toEqual(['g']);
    expect(kindsOf(report.findings)).toEqual([
      'empty a',
      'empty b',
      'not-polygon c',
      'not-polygon d',
      'empty e',
      'empty f',
    ]);
  });

  test('coordinates of another system are a problem, not a repair', async () => {
    const metres = {
      type: 'Polygon',
      coordinates: [
        [
          [390_000, 5_800_000],
          [391_000, 5_800_000],
          [391_000, 5_801_000],
        ],
      ],
    };
    const swapped = {
      type: 'Polygon',
      coordinates: [
        [
          [51, 11],
          [51.1, 11],
          [51.1, 11.1],
          [51, 11],
        ],
      ],
    };
    const broken = {
      type: 'Polygon',
      coordinates: [
        [
          ['a', 11],
          [51.1, 11],
          [51.1, 11.1],
          [51, 11],
        ],
      ],
    };
    const { problems } = await makeAreas([feature('a', metres), feature('b', swapped), feature('c', broken)]);
    expect(problems.map(({ code, where }) => [code, where?.row])).toEqual([
      ['coordinates-out-of-range', 1],
      ['coordinates-swapped', 2],
      ['coordinates-invalid', 3],
    ]);
  });

  test('an outline across half the world is no area of a city', async () => {
    const wide = {
      type: 'Polygon',
      coordinates: [
        [
          [-60, 0],
          [60, 0],
          [60, 40],
          [-60, 0],
        ],
      ],
    };
    const { areas, report } = await makeAreas([feature('a', wide), feature('b', polygon(square(0, 0)))]);
    expect([areas.length, kindsOf(report.findings)]).toEqual([1, ['ring-invalid a']]);
  });

  test('parts of one key far apart from each other stay parts', async () => {
    const { areas } = await makeAreas([
      feature('a', polygon(square(0, 0))),
      feature('a', polygon(square(10, 0))),
      feature('a', polygon(square(-70_000, 0))),
    ]);
    expect(areas[0]?.geometry.coordinates).toHaveLength(3);
  });

  test('any tangle becomes something sound, or nothing', async () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    const tangle = fc.array(corner, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(tangle, { minLength: 1, maxLength: 3 }), async (rings) => {
        const { areas } = await makeAreas([feature('a', polygon(...rings))]);
        for (const { geometry } of areas) expectSound(geometry);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  test('what is sound stays as it is, corner by corner', async () => {
    const corners: Corner[] = [
      [0, 0],
      [10, 0.0001],
      [10, 10],
      [5, 5.000001],
      [0, 10],
      [0, 0],
    ];
    const { geometry, report } = await repaired(polygon(corners));
    expect(report.findings).toEqual([]);
    expect(geometry?.coordinates[0]).toHaveLength(6);
  });
});

describeWithRealData('official outlines', () => {
  test('Nürnberg: 89 polygons are 87 areas, 49 and 84 come in two', async () => {
    expect(readFeatures('nuernberg/statistische_bezirke.geojson')).toHaveLength(89);
    const { areas, report, problems, notes } = await readAreas(
      'nuernberg/statistische_bezirke.geojson',
      'code_bez',
      'name_bez',
    );
    expect(report).toEqual({ areas: 87, dissolved: ['49', '84'], findings: [] });
    expect(areas.filter(({ geometry }) => geometry.type === 'MultiPolygon').map(({ key }) => key)).toEqual([
      '49',
      '84',
    ]);
    expect([problems, notes]).toEqual([[], []]);
  });

  // The number of self-touching polygons after rounding, as the description of the data gives it.
  test.each([
    ['berlin/geo/plr_2021.geojson', 'PLR_ID', 542, ['10100205']],
    ['berlin/geo/bzr_2021.geojson', 'BZR_ID', 143, ['101002']],
    ['berlin/geo/pgr_2021.geojson', 'PGR_ID', 58, ['1010', '1110']],
    ['berlin/geo/plr_until_2020.geojson', 'id', 448, []],
    ['berlin/schools/einschulungsbereiche_2019.geojson', 'ESB', 346, ['1004']],
    ['berlin/schools/einschulungsbereiche_2012_demographie.geojson', 'ESB', 339, []],
    ['leipzig/ortsteile.geojson', 'key', 63, []],
    ['hamburg/stadtteile_osm.geojson', 'name', 103, []],
  ])(
    '%s',
    async (path, key, count, touching) => {
      const { areas, report, problems, notes } = await readAreas(path, key);
      expect([areas.length, report.dissolved, problems, notes]).toEqual([count, [], [], []]);
      expect(report.findings.map(({ kind, areas: keys }) => [kind, ...keys])).toEqual(
        touching.map((area) => ['ring-repaired', area]),
      );
      for (const { squareMetres } of report.findings) expect(squareMetres).toBeLessThan(1);
      for (const { geometry } of areas) {
        for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
          expect(rings.some((one) => crossesItself(one))).toBe(false);
      }
    },
    30_000,
  );
});

describe('outlines that are asked for again', () => {
  const bowTie = polygon([
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
    [0, 0],
  ]);

  test('tell what was repaired under the key of this time', async () => {
    const first = await makeAreas([feature('alt', bowTie)]);
    const second = await makeAreas([feature('neu', bowTie)]);
    expect(kindsOf(first.report.findings)).toEqual(['ring-invalid alt']);
    expect(kindsOf(second.report.findings)).toEqual(['ring-invalid neu']);
    expect(second.areas[0]?.geometry).toEqual(first.areas[0]?.geometry);
  });

  test('are made anew in another system', async () => {
    const given = polygon(square(0, 0));
    const here = await makeAreas([feature('1', given)]);
    const moved = await makeAreas([feature('1', given)], { project: (x, y) => [x + 1, y] });
    expect(JSON.stringify(moved.areas[0]?.geometry)).toContain('12.01');
    expect(JSON.stringify(here.areas[0]?.geometry)).not.toContain('12.01');
  });

  test('of several features of one key do not grow when they are asked for twice', async () => {
    const features = [feature('1', polygon(square(0, 0))), feature('1', polygon(square(30, 0)))];
    const first = await makeAreas(features);
    const second = await makeAreas(features);
    expect(second.areas).toEqual(first.areas);
    expect(sizeOf(second.areas[0]!.geometry)).toBe(200);
  });
});
