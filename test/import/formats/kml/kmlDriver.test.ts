import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { collectFiles } from '#import/formats/containers/collectFiles.ts';
import { kmlDriver } from '#import/formats/kml/kmlDriver.ts';
import { readFile } from '#import/formats/readFile.ts';
import { describeWithRealData } from '../../../realData.ts';
import { contentsOf, formatFile, quiet, realAreas, refusalOf, truncations } from '../reading.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (text: string) => formatFile('a.kml', bytesOf(text));
const kml = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${content}</Document></kml>`;
const featuresOf = async (content: string) =>
  (await contentsOf(kmlDriver, file(kml(content)))).layers[0]?.features;

const ring: [number, number][] = [
  [13.4, 52.5],
  [13.5, 52.5],
  [13.5, 52.6],
  [13.4, 52.5],
];
const hole: [number, number][] = [
  [13.46, 52.51],
  [13.47, 52.51],
  [13.47, 52.52],
  [13.46, 52.51],
];
const ringXml = (points: [number, number][], height = ',0'): string =>
  `<LinearRing><coordinates>\n  ${points.map(([x, y]) => `${x},${y}${height}`).join('\n  ')}\n</coordinates></LinearRing>`;
const outer = `<outerBoundaryIs>${ringXml(ring)}</outerBoundaryIs>`;
const innerHole = `<innerBoundaryIs>${ringXml(hole, '')}</innerBoundaryIs>`;

describe('placemarks', () => {
  test('with extended data of both kinds, types passed over', async () => {
    const content = `<Schema name="s" id="s"><SimpleField type="int" name="PLR_ID"/></Schema>
      <Style id="x"><PolyStyle><color>ff0000ff</color></PolyStyle></Style>
      <Folder><name>Ordner</name><Placemark id="p1"><name>Schloßstraße</name><styleUrl>#x</styleUrl><description><![CDATA[<b>x</b>]]></description>
      <Style><LineStyle><color>ff0000ff</color></LineStyle></Style>
      <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="PLR_ID">01100101</SimpleData></SchemaData>
      <Data name="EW"><displayName>Einwohner</displayName><value>3419</value></Data><Data name="leer"><value/></Data></ExtendedData>
      <Polygon>${outer}${innerHole}</Polygon></Placemark></Folder>`;
    const { layers } = await contentsOf(kmlDriver, file(kml(content)));
    expect(layers).toEqual([
      {
        name: '',
        crs: 'EPSG:4326',
        crsText: null,
        features: [
          {
            properties: {
              name: 'Schloßstraße',
              description: '<b>x</b>',
              PLR_ID: '01100101',
              EW: '3419',
              leer: null,
            },
            geometry: { type: 'Polygon', coordinates: [ring, hole] },
          },
        ],
      },
    ]);
  });

  test.each([
    [
      'a hole before its outline',
      `<Polygon>${innerHole}${outer}</Polygon>`,
      { type: 'Polygon', coordinates: [ring, hole] },
    ],
    [
      'several polygons',
      `<MultiGeometry><Polygon>${outer}</Polygon><MultiGeometry><Polygon>${outer}</Polygon></MultiGeometry></MultiGeometry>`,
      { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
    ],
    [
      'a point',
      '<Point><coordinates> 13.4,52.5,34 </coordinates></Point>',
      { type: 'Point', coordinates: [13.4, 52.5] },
    ],
    [
      'blanks after commas',
      '<Point><coordinates>13.4, 52.5, 0</coordinates></Point>',
      { type: 'Point', coordinates: [13.4, 52.5] },
    ],
    [
      'a line',
      '<LineString><coordinates>1,2 3,4</coordinates></LineString>',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'an outline and a point',
      `<MultiGeometry><Polygon>${outer}</Polygon><Point><coordinates>1,2</coordinates></Point></MultiGeometry>`,
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', coordinates: [ring] },
          { type: 'Point', coordinates: [1, 2] },
        ],
      },
    ],
    ['nothing', '', null],
    [
      'an empty polygon',
      '<Polygon><outerBoundaryIs><LinearRing><coordinates/></LinearRing></outerBoundaryIs></Polygon>',
      null,
    ],
  ])('with %s', async (_, content, geometry) => {
    expect((await featuresOf(`<Placemark>${content}</Placemark>`))?.[0]?.geometry).toEqual(geometry);
  });

  test('whose names have a prefix', async () => {
    const text = kml(`<Placemark><name>a</name><Polygon>${outer}</Polygon></Placemark>`)
      .replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1k:')
      .replace('xmlns=', 'xmlns:k=');
    const { layers } = await contentsOf(kmlDriver, file(text));
    expect(layers[0]?.features).toEqual([
      { properties: { name: 'a' }, geometry: { type: 'Polygon', coordinates: [ring] } },
    ]);
  });

  test('whose coordinates cannot be read stay without outline, and are counted', async () => {
    const text = kml(
      '<Placemark><name>a</name><Point><coordinates>13.4;52.5</coordinates></Point></Placemark>',
    );
    const { layers, notes } = await contentsOf(kmlDriver, file(text));
    expect(layers[0]?.features).toEqual([{ properties: { name: 'a' }, geometry: null }]);
    expect(notes).toMatchObject([{ code: 'kml-geometry-unread', params: { n: 1 } }]);
  });

  test('may have data of any name', async () => {
    const content =
      '<Placemark><ExtendedData><Data name="__proto__"><value>x</value></Data></ExtendedData></Placemark>';
    expect(Object.entries((await featuresOf(content))?.[0]?.properties ?? {})).toEqual([['__proto__', 'x']]);
  });
});

test('a KMZ is a KML in an archive', async () => {
  const archive = zipSync({
    'doc.kml': bytesOf(kml(`<Placemark><Polygon>${outer}</Polygon></Placemark>`)),
    'files/a.png': new Uint8Array(9),
  });
  const { files, problems } = await collectFiles([{ path: 'a.kmz', bytes: archive }]);
  const [found] = files;
  expect([files.map(({ path }) => path), problems]).toEqual([['a.kmz/doc.kml'], []]);
  if (!found) throw new Error('not unpacked');
  expect(await readFile(found, {}, quiet)).toMatchObject({ ok: true, value: { format: 'kml' } });
});

describe('broken or hostile KML', () => {
  const sound = kml(`<Placemark><name>a</name><Polygon>${outer}</Polygon></Placemark>`.repeat(3));

  test('cut off anywhere is refused', async () => {
    for (const bytes of truncations(bytesOf(sound))) {
      expect(await refusalOf(kmlDriver, formatFile('a.kml', bytes))).toEqual(['xml-invalid']);
    }
  });

  test.each([
    ['nothing', '', ['xml-invalid']],
    ['no XML', 'hallo', ['xml-invalid']],
    ['no placemarks', kml(''), ['layer-empty']],
    [
      'links only',
      kml('<NetworkLink><Link><href>http://x/y.kml</href></Link></NetworkLink>'),
      ['kml-links', 'layer-empty'],
    ],
    [
      'entities that swell',
      `<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${kml('<Placemark><name>&b;</name></Placemark>')}`,
      ['xml-invalid'],
    ],
    ['an entity nobody declared', kml('<Placemark><name>&uuml;</name></Placemark>'), ['xml-invalid']],
  ])('%s', async (_, text, codes) => {
    expect(await refusalOf(kmlDriver, file(text))).toEqual(codes);
  });
});

describeWithRealData('real areas written as KML', () => {
  test.each(['nuernberg', 'berlin'] as const)('%s', async (city) => {
    const { degrees } = realAreas(city);
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const content = degrees.features.map(({ geometry, properties }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const shapes = polygons.map(
        (rings) =>
          `<Polygon>${rings.map((points, r) => `<${r === 0 ? 'outer' : 'inner'}BoundaryIs>${ringXml(points as [number, number][])}</${r === 0 ? 'outer' : 'inner'}BoundaryIs>`).join('')}</Polygon>`,
      );
      const data = Object.entries(properties).map(
        ([name, value]) => `<SimpleData name="${name}">${escaped(String(value ?? ''))}</SimpleData>`,
      );
      return `<Placemark><ExtendedData><SchemaData>${data.join('')}</SchemaData></ExtendedData><MultiGeometry>${shapes.join('')}</MultiGeometry></Placemark>`;
    });
    const features = (await featuresOf(content.join('\n'))) ?? [];
    const names = Object.keys(degrees.features[0]?.properties ?? {});
    expect(features.map(({ properties }) => names.map((name) => properties[name] ?? ''))).toEqual(
      degrees.features.map(({ properties }) => names.map((name) => String(properties[name] ?? '').trim())),
    );
    expect(features.map(({ geometry }) => geometry)).toEqual(
      degrees.features.map(({ geometry }) =>
        geometry.type === 'MultiPolygon' && geometry.coordinates.length === 1
          ? { type: 'Polygon', coordinates: geometry.coordinates[0] }
          : geometry,
      ),
    );
  });
});
