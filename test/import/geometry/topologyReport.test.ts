import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Area } from '#import/geometry/areasOf.ts';
import { squareMetresOf } from '#import/geometry/outlineGrid.ts';
import { overlapCrosswalk } from '#import/geometry/overlapCrosswalk.ts';
import { topologyReport, withTopology } from '#import/geometry/topologyReport.ts';
import { describeWithRealData } from '../../realData.ts';
import { readAreas } from './readAreas.ts';

/** Millionths of a degree from 11° E 51° N: about 7 cm by 11 cm each. */
function rectangle(key: string, x: number, y: number, width: number, height: number): Area {
  const ring = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ].map(([lon = 0, lat = 0]) => [(11_000_000 + lon) / 1e6, (51_000_000 + lat) / 1e6]);
  return { key, name: key, geometry: { type: 'Polygon', coordinates: [ring] } };
}
const metres = (x: number, y: number, width: number, height: number) =>
  squareMetresOf(rectangle('', x, y, width, height).geometry);
const findingsOf = async (areas: readonly Area[]) => (await topologyReport(areas)).findings;

/** Three by three squares of about 700 m by 1 100 m: a1 … c3, c3 in the upper right. */
const nine = () =>
  [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) =>
      rectangle(`${'abc'[row]}${column + 1}`, column * 10_000, row * 10_000, 10_000, 10_000),
    ),
  );

describe('how areas lie beside each other', () => {
  test('areas that fit together: nothing to say', async () => {
    expect(await topologyReport(nine())).toEqual({ findings: [], counts: {} });
    expect(await topologyReport([])).toEqual({ findings: [] });
  });

  test('a corner in the middle of the other side is no gap', async () => {
    const areas = [
      rectangle('a', 0, 0, 10_000, 20_000),
      rectangle('b', 10_000, 0, 7_000, 9_999),
      rectangle('c', 10_000, 9_999, 7_000, 10_001),
    ];
    expect(await findingsOf(areas)).toEqual([]);
  });

  test('an area taken out of the middle is a hole, with size, place and those around it', async () => {
    const found = await findingsOf(nine().filter(({ key }) => key !== 'b2'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'hole', place: [11.015, 51.015] });
    expect(found[0]?.squareMetres).toBeCloseTo(metres(10_000, 10_000, 10_000, 10_000), 0);
    expect([...(found[0]?.areas ?? [])].sort().slice(0, 6)).toEqual(
      expect.arrayContaining(['a2', 'b1', 'b3', 'c2']),
    );
  });

  test('an area taken out of the edge is none', async () => {
    expect(await findingsOf(nine().filter(({ key }) => key !== 'b1'))).toEqual([]);
  });

  test('an island in the hole is not part of it', async () => {
    const areas = [...nine().filter(({ key }) => key !== 'b2'), rectangle('i', 13_000, 13_000, 4_000, 4_000)];
    const [hole] = await findingsOf(areas);
    expect(hole?.kind).toBe('hole');
    expect(hole?.squareMetres).toBeCloseTo(
      metres(10_000, 10_000, 10_000, 10_000) - metres(13_000, 13_000, 4_000, 4_000),
      0,
    );
    const [lon = 0, lat = 0] = hole?.place ?? [];
    expect(lon > 11.013 && lon < 11.017 && lat > 51.013 && lat < 51.017).toBe(false);
  });

  test('an area that was moved lies on its neighbour', async () => {
    const areas = [rectangle('a', 0, 0, 10_000, 10_000), rectangle('b', 8_000, 0, 10_000, 10_000)];
    const found = await findingsOf(areas);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'overlap', areas: ['a', 'b'], place: [11.009, 51.005] });
    expect(found[0]!.squareMetres! / metres(8_000, 0, 2_000, 10_000)).toBeCloseTo(1, 4);
  });

  test('an area that was moved onto two neighbours lies on both', async () => {
    const areas = [
      rectangle('a', 0, 0, 10_000, 10_000),
      rectangle('b', 0, 10_000, 10_000, 10_000),
      rectangle('c', 8_000, 5_000, 10_000, 10_000),
    ];
    const found = await findingsOf(areas);
    expect(found.map(({ kind, areas: keys }) => [kind, ...keys]).sort()).toEqual([
      ['overlap', 'a', 'c'],
      ['overlap', 'b', 'c'],
    ]);
    for (const { squareMetres } of found)
      expect(squareMetres! / metres(8_000, 5_000, 2_000, 5_000)).toBeCloseTo(1, 3);
  });

  test('the outline of the whole lies on every area', async () => {
    const found = await findingsOf([...nine(), rectangle('city', 0, 0, 30_000, 30_000)]);
    expect(found.map(({ kind, areas }) => [kind, ...areas]).sort()).toEqual(
      nine().map(({ key }) => ['overlap', key, 'city']),
    );
  });

  test('an area inside another lies on it', async () => {
    const found = await findingsOf([
      rectangle('city', 0, 0, 30_000, 30_000),
      rectangle('b', 10_000, 10_000, 5_000, 5_000),
    ]);
    expect(found.map(({ kind, areas }) => [kind, areas])).toEqual([['overlap', ['city', 'b']]]);
    expect(found[0]?.squareMetres).toBeCloseTo(metres(10_000, 10_000, 5_000, 5_000), 0);
  });

  test('the same outline under two keys', async () => {
    const found = await findingsOf([...nine(), { ...nine()[4]!, key: 'again' }]);
    expect(found.map(({ kind, areas }) => [kind, areas])).toEqual([['duplicate', ['b2', 'again']]]);
    const shrunk = await findingsOf([...nine(), rectangle('again', 10_000, 10_000, 9_000, 10_000)]);
    expect(shrunk.map(({ kind }) => kind)).toEqual(['overlap']);
  });

  test('narrow overlaps and gaps are slivers, narrower than rounding is nothing', async () => {
    const strip = (width: number) => [
      rectangle('a', 0, 0, 10_000, 10_000),
      rectangle('b', 10_000 + width, 0, 10_000, 10_000),
      rectangle('c', 0, 10_000, 20_000 + width, 5_000),
      rectangle('d', 0, -5_000, 20_000 + width, 5_000),
    ];
    // 20 millionths are 1.4 m.
    expect((await findingsOf(strip(20))).map(({ kind }) => kind)).toEqual(['sliver']);
    const overlapping = await findingsOf(strip(-20));
    expect(overlapping.map(({ kind, areas }) => [kind, areas])).toEqual([['sliver', ['a', 'b']]]);
    expect(overlapping[0]!.squareMetres! / metres(9_980, 0, 20, 10_000)).toBeCloseTo(1, 3);
    expect((await findingsOf(strip(200))).map(({ kind }) => kind)).toEqual(['hole']);
    const small = [rectangle('a', 0, 0, 100, 40), rectangle('b', 98, 0, 100, 40)];
    expect((await findingsOf(small)).filter(({ areas }) => areas.length > 1)).toEqual([]);
  });

  test('areas and parts next to nothing', async () => {
    const tiny = rectangle('tiny', 30_000, 0, 50, 50);
    const [main, part] = [nine()[0]!, rectangle('', 40_000, 0, 30, 30)];
    const both: Area = {
      key: 'a1',
      name: 'a1',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [main.geometry.coordinates, part.geometry.coordinates] as never,
      },
    };
    const found = await findingsOf([both, ...nine().slice(1), tiny]);
    expect(found.map(({ kind, areas }) => [kind, areas])).toEqual([
      ['sliver', ['tiny']],
      ['sliver', ['a1']],
    ]);
    expect(found[0]?.place).toEqual([11.030025, 51.000025]);
  });

  test('only the largest of a kind are listed, all are counted', async () => {
    const areas = Array.from({ length: 50 }, (_, i) => rectangle(`k${i}`, i * 10_000, 0, 11_000 + i, 10_000));
    const { findings, counts } = await topologyReport(areas);
    expect([findings.length, counts]).toEqual([20, { overlap: 49 }]);
    expect(findings[0]?.areas).toEqual(['k48', 'k49']);
    const report = await withTopology({ areas: 50, dissolved: ['x'], findings: [] }, areas);
    expect(report).toMatchObject({ areas: 50, dissolved: ['x'], counts: { overlap: 49 } });
  });

  test('areas across half the world are not looked at', async () => {
    const far = rectangle('far', 90_000_000, 0, 10_000, 10_000);
    expect(await topologyReport([...nine(), far])).toEqual({ findings: [] });
  });

  test('others have their turn, and a cancelled report ends', async () => {
    let turns = 0;
    await topologyReport(nine(), { pause: async () => void turns++ });
    expect(turns).toBeGreaterThan(1);
    const cancelled = topologyReport(nine(), { pause: () => Promise.reject(new Error('cancelled')) });
    await expect(cancelled).rejects.toThrow('cancelled');
  });
});

describe('any tiling of rectangles', () => {
  /** Sides of 70 to 700 m; the tiling has at least three columns and rows. */
  const sides = fc.array(fc.integer({ min: 1_000, max: 9_000 }), { minLength: 3, maxLength: 6 });
  const tiling = (widths: readonly number[], heights: readonly number[]) => {
    let y = 0;
    return heights.map((height, row) => {
      let x = 0;
      const line = widths.map((width, column) => {
        const tile = { key: `${row}-${column}`, x, y, width, height };
        x += width;
        return tile;
      });
      y += height;
      return line;
    });
  };
  const areaOf = ({ key, x, y, width, height }: ReturnType<typeof tiling>[number][number]) =>
    rectangle(key, x, y, width, height);

  test('has no findings; with an inner tile cut out exactly that hole', async () => {
    await fc.assert(
      fc.asyncProperty(sides, sides, fc.nat(), async (widths, heights, pick) => {
        const rows = tiling(widths, heights);
        expect(await findingsOf(rows.flat().map(areaOf))).toEqual([]);
        const inner = rows.slice(1, -1).flatMap((row) => row.slice(1, -1));
        const gone = inner[pick % inner.length]!;
        const found = await findingsOf(
          rows
            .flat()
            .filter((tile) => tile !== gone)
            .map(areaOf),
        );
        expect(found.map(({ kind }) => kind)).toEqual(['hole']);
        expect(found[0]?.squareMetres).toBeCloseTo(squareMetresOf(areaOf(gone).geometry), -1);
        const [lon = 0, lat = 0] = found[0]?.place ?? [];
        expect(lon * 1e6 - 11e6).toBeGreaterThan(gone.x);
        expect(lon * 1e6 - 11e6).toBeLessThan(gone.x + gone.width);
        expect(lat * 1e6 - 51e6).toBeGreaterThan(gone.y);
        expect(lat * 1e6 - 51e6).toBeLessThan(gone.y + gone.height);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('with a tile of the right edge moved to the left: the overlap with its neighbour', async () => {
    await fc.assert(
      fc.asyncProperty(
        sides,
        sides,
        fc.nat(),
        fc.integer({ min: 100, max: 900 }),
        async (widths, heights, pick, shift) => {
          const rows = tiling(widths, heights);
          const row = rows[pick % rows.length]!;
          const [before, moved] = row.slice(-2);
          const areas = rows
            .flat()
            .map((tile) => areaOf(tile === moved ? { ...tile, x: tile.x - shift } : tile));
          const found = (await findingsOf(areas)).filter(({ kind }) => kind === 'overlap');
          expect(found.map((one) => one.areas)).toEqual([[before!.key, moved!.key]]);
          const expected = metres(moved!.x - shift, moved!.y, shift, moved!.height);
          expect(found[0]!.squareMetres! / expected).toBeCloseTo(1, 4);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });
});

describeWithRealData('official outlines', () => {
  test.each([
    ['berlin/geo/plr_2021.geojson', 'PLR_ID'],
    ['berlin/geo/bzr_2021.geojson', 'BZR_ID'],
    ['berlin/geo/pgr_2021.geojson', 'PGR_ID'],
    ['berlin/geo/plr_until_2020.geojson', 'id'],
    ['berlin/schools/einschulungsbereiche_2019.geojson', 'ESB'],
    ['berlin/schools/einschulungsbereiche_2012_demographie.geojson', 'ESB'],
    ['leipzig/ortsteile.geojson', 'key'],
  ])(
    '%s fits together',
    async (path, key) => {
      const { areas } = await readAreas(path, key);
      expect(await topologyReport(areas)).toEqual({ findings: [], counts: {} });
    },
    30_000,
  );

  test('Nürnberg has a hole of 30 hectares in Bezirk 38, Hamburg a small one in Duvenstedt', async () => {
    const nuernberg = await readAreas('nuernberg/statistische_bezirke.geojson', 'code_bez');
    const [hole, ...others] = await findingsOf(nuernberg.areas);
    expect([hole?.kind, hole?.areas, Math.round((hole?.squareMetres ?? 0) / 1e4), others]).toEqual([
      'hole',
      ['38'],
      30,
      [],
    ]);
    const hamburg = await readAreas('hamburg/stadtteile_osm.geojson', 'name');
    const found = await findingsOf(hamburg.areas);
    expect(
      found.map(({ kind, areas, squareMetres }) => [kind, areas, Math.round(squareMetres ?? 0)]),
    ).toEqual([['hole', ['Duvenstedt'], 5576]]);
  });

  test('an area of Berlin taken out is found, one that comes twice as well', async () => {
    const { areas } = await readAreas('berlin/geo/plr_2021.geojson', 'PLR_ID');
    const gone = areas.find(({ key }) => key === '01100310')!;
    const [hole, ...others] = await findingsOf(areas.filter((area) => area !== gone));
    expect([hole?.kind, others]).toEqual(['hole', []]);
    expect(hole!.squareMetres! / squareMetresOf(gone.geometry)).toBeCloseTo(1, 5);
    const twice = await findingsOf([...areas, { ...gone, key: 'twice' }]);
    expect(twice.map(({ kind, areas: keys }) => [kind, keys])).toEqual([
      ['duplicate', ['01100310', 'twice']],
    ]);
  }, 30_000);

  test('old and new areas of Berlin-Mitte on one another: every pair is found', async () => {
    const inMitte = ({ key }: Area) => key.startsWith('01');
    const old = (await readAreas('berlin/geo/plr_until_2020.geojson', 'id')).areas.filter(inMitte);
    const now = (await readAreas('berlin/geo/plr_2021.geojson', 'PLR_ID')).areas.filter(inMitte);
    const { findings, counts } = await topologyReport([
      ...old,
      ...now.map((area) => ({ ...area, key: `n${area.key}` })),
    ]);
    const { weights } = await overlapCrosswalk(old, now);
    const found = findings.filter(({ kind }) => kind === 'overlap' || kind === 'duplicate');
    const counted =
      (counts?.overlap ?? 0) + (counts?.duplicate ?? found.filter(({ kind }) => kind === 'duplicate').length);
    expect(found.filter(({ kind }) => kind === 'overlap')).toHaveLength(20);
    // The crosswalk leaves out parts below a thousandth of the old area, of which some are no slivers here.
    expect(counted).toBeGreaterThanOrEqual(Math.round(weights.length * 0.8));
    for (const { place } of found) expect(place).not.toBeNull();
  }, 60_000);
});
