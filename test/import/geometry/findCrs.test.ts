import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import type { RawFeature } from '#import/formats/feature.ts';
import { eachCoordinate } from '#import/geometry/coordinatesOf.ts';
import { findCrs } from '#import/geometry/findCrs.ts';
import { liesInGermany } from '#import/geometry/germany.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';

/** From the EPSG register, not from the code under test. */
const bessel = '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs';
const gauss = (zone: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${3 * zone} +k=1 +x_0=${zone}500000 +y_0=0 ${bessel}`;
const systems: Readonly<Record<string, string>> = {
  'EPSG:4326': '+proj=longlat +datum=WGS84 +no_defs',
  'EPSG:4258': '+proj=longlat +ellps=GRS80 +no_defs',
  'EPSG:25832': '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs',
  'EPSG:25833': '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs',
  'EPSG:4647': '+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=32500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
  'EPSG:5650': '+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=33500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
  'EPSG:31466': gauss(2),
  'EPSG:31467': gauss(3),
  'EPSG:31468': gauss(4),
  'EPSG:31469': gauss(5),
  'EPSG:3857': 'EPSG:3857',
  'EPSG:3035': '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs',
};

type Pair = readonly [number, number];
const inSystem = (pairs: readonly Pair[], crs: string): Pair[] => {
  const { forward } = proj4(systems['EPSG:4326']!, systems[crs]!);
  return pairs.map(([lon, lat]) => forward([lon, lat]) as [number, number]);
};
const exchanged = (pairs: readonly Pair[]): Pair[] => pairs.map(([x, y]) => [y, x]);

const nuernberg: Pair[] = [
  [11.08, 49.45],
  [10.99, 49.4],
  [11.2, 49.5],
];
const berlin: Pair[] = [
  [13.1, 52.4],
  [13.7, 52.6],
  [13.4, 52.5],
];

describe('a system is told from the numbers', () => {
  test.each(Object.keys(systems))('%s, also with axes exchanged', async (crs) => {
    const pairs = inSystem(nuernberg, crs);
    const found = await findCrs({ pairs });
    expect([found.crs, ...found.alternatives]).toContain(crs);
    expect(found).toMatchObject({ from: 'range', swapped: false, inGermany: true, declared: null });
    if (crs !== 'EPSG:4258') expect(found.crs).toBe(crs);
    const turned = await findCrs({ pairs: exchanged(pairs) });
    expect([turned.crs, ...turned.alternatives]).toContain(crs);
    expect(turned).toMatchObject({ from: 'range', swapped: true, inGermany: true });
    for (const [i, edge] of [10.99, 49.4, 11.2, 49.5].entries()) {
      expect(found.bounds?.[i]).toBeCloseTo(edge, 2);
      expect(turned.bounds?.[i]).toBeCloseTo(edge, 2);
    }
  });

  test('everywhere in Germany the right one is found or named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 6, max: 15, noNaN: true }),
        fc.double({ min: 47.3, max: 55, noNaN: true }),
        fc.constantFrom(...Object.keys(systems)),
        async (lon, lat, crs) => {
          fc.pre(liesInGermany(lon, lat) && liesInGermany(lon + 0.05, lat + 0.05));
          const pairs = inSystem(
            [
              [lon, lat],
              [lon + 0.05, lat + 0.05],
            ],
            crs,
          );
          const found = await findCrs({ pairs });
          expect([found.crs, ...found.alternatives]).toContain(crs);
          expect(found.swapped).toBe(false);
        },
      ),
      { seed: 1, numRuns: 150 },
    );
  });

  test('Berlin in zone 33 could be Lower Saxony in zone 32: both are named, other layers decide', async () => {
    const pairs = inSystem(berlin, 'EPSG:25833');
    const alone = await findCrs({ pairs });
    expect([alone.crs, ...alone.alternatives].sort()).toEqual(['EPSG:25832', 'EPSG:25833']);
    const beside = await findCrs({ pairs }, { near: [[13, 52.3, 13.8, 52.7]] });
    expect(beside.crs).toBe('EPSG:25833');
    expect(beside.alternatives).toEqual(['EPSG:25832']);
  });

  test('numbers of nowhere', async () => {
    const found = await findCrs({ pairs: [[1e9, 1e9]] });
    expect(found).toMatchObject({ crs: null, from: 'range', alternatives: [], inGermany: false });
    expect(await findCrs({ pairs: [] })).toMatchObject({ crs: null, bounds: null });
    expect(await findCrs({ pairs: [[NaN, 3]] })).toMatchObject({ crs: null, bounds: null });
  });

  test('a few slips and zeros for missing positions do not hide it', async () => {
    const pairs = inSystem([...berlin, ...berlin, ...berlin, ...berlin, ...nuernberg, [2, 40]], 'EPSG:3857');
    const found = await findCrs({ pairs: [...pairs, [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]] });
    expect(found).toMatchObject({ crs: 'EPSG:3857', inGermany: true });
    // Bounds keep the slip: it has to be seen.
    expect(found.bounds?.[1]).toBeCloseTo(40, 3);
  });
});

describe('what the file says', () => {
  test('stands where it leads to Germany', async () => {
    const pairs = inSystem(berlin, 'EPSG:25833');
    const found = await findCrs({ pairs, crs: 'urn:ogc:def:crs:EPSG::25833' });
    expect(found).toMatchObject({
      crs: 'EPSG:25833',
      from: 'file',
      declared: 'EPSG:25833',
      alternatives: ['EPSG:25832'],
    });
    const byText = await findCrs({ pairs, crs: null, crsText: 'PROJCS["ETRS_1989_UTM_Zone_33N"]' });
    expect(byText).toMatchObject({ crs: 'EPSG:25833', from: 'file' });
  });

  test('with latitude first, as services do for EPSG:4326', async () => {
    const found = await findCrs({ pairs: exchanged(berlin), crs: 'EPSG:4326' });
    expect(found).toMatchObject({ crs: 'EPSG:4326', from: 'file', swapped: true, inGermany: true });
  });

  test('is doubted where it leads out of Germany and another does not', async () => {
    const metres = await findCrs({ pairs: inSystem(nuernberg, 'EPSG:25832'), crs: 'EPSG:4326' });
    expect(metres).toMatchObject({
      crs: 'EPSG:25832',
      from: 'range',
      declared: 'EPSG:4326',
      inGermany: true,
    });
    const zone = await findCrs({ pairs: inSystem(nuernberg, 'EPSG:25832'), crs: 'EPSG:25833' });
    expect(zone).toMatchObject({ crs: 'EPSG:25832', from: 'range', declared: 'EPSG:25833' });
  });

  test('stands where nothing leads to Germany', async () => {
    const vienna = await findCrs({ pairs: [[16.37, 48.2]], crs: 'EPSG:4326' });
    expect(vienna).toMatchObject({ crs: 'EPSG:4326', from: 'file', inGermany: false, alternatives: [] });
  });

  test('is told when we cannot project it', async () => {
    const found = await findCrs({ pairs: nuernberg, crs: 'EPSG:2154' });
    expect(found).toMatchObject({ crs: 'EPSG:4326', from: 'range', declared: 'EPSG:2154' });
  });
});

describe('what was chosen stands', () => {
  test('even against the numbers, which stay visible', async () => {
    const found = await findCrs({ pairs: nuernberg, crs: 'EPSG:4326' }, { crs: 'EPSG:25833' });
    expect(found).toMatchObject({ crs: 'EPSG:25833', from: 'chosen', inGermany: false, swapped: false });
    expect(found.alternatives).toContain('EPSG:4326');
  });

  test('and the axes are exchanged if only that helps, unless it was said', async () => {
    const pairs = exchanged(inSystem(nuernberg, 'EPSG:31468'));
    expect(await findCrs({ pairs }, { crs: 'EPSG:31468' })).toMatchObject({ swapped: true, inGermany: true });
    const said = await findCrs({ pairs }, { crs: 'EPSG:31468', swapped: false });
    expect(said).toMatchObject({ swapped: false, inGermany: false, from: 'chosen' });
  });
});

describeWithRealData('Nürnberg as it is published', () => {
  const file = 'nuernberg/statistische_bezirke.geojson';
  const read = () => {
    const { features } = JSON.parse(readFileSync(requireRealData(file), 'utf8')) as {
      features: RawFeature[];
    };
    const pairs: Pair[] = [];
    eachCoordinate(features, (x, y) => pairs.push([x, y]));
    return { features, pairs };
  };

  test('as a layer', async () => {
    const { features } = read();
    const found = await findCrs({ name: '', features, crs: null, crsText: null });
    expect(found).toMatchObject({ crs: 'EPSG:4326', inGermany: true, swapped: false });
    expect(found.bounds?.map((edge) => Number(edge.toFixed(2)))).toEqual([10.99, 49.33, 11.28, 49.54]);
  });

  test.each(Object.keys(systems))('in %s', async (crs) => {
    const pairs = inSystem(read().pairs, crs);
    const found = await findCrs({ pairs });
    expect(found.swapped).toBe(false);
    if (crs === 'EPSG:4258') expect(found.alternatives).toContain(crs);
    else expect(found.crs).toBe(crs);
    expect((await findCrs({ pairs: exchanged(pairs) })).swapped).toBe(true);
  });
});
