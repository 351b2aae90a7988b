import type { Point } from 'geojson';
import { describe, expect, test } from 'vitest';
import { gmlDriver } from '#import/formats/gml/gmlDriver.ts';
import { describeWithRealData } from '../../../realData.ts';
import { contentsOf, cornersOf, formatFile, quiet, realAreas, refusalOf, truncations } from '../reading.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (text: string) => formatFile('a.gml', bytesOf(text));
const layersOf = async (text: string) => (await contentsOf(gmlDriver, file(text))).layers;

/** Answer of a WFS 2.0. */
const wfs2 = (members: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="urn:app"
  xmlns:xlink="http://www.w3.org/1999/xlink" numberMatched="2" numberReturned="2">${more}${members}</wfs:FeatureCollection>`;
const member = (geometry: string, more = '<app:key>01001</app:key>'): string =>
  `<wfs:member><app:bezirk gml:id="bezirk.1">${more}<app:geom>${geometry}</app:geom></app:bezirk></wfs:member>`;
const geometryOf = async (geometry: string) =>
  (await layersOf(wfs2(member(geometry))))[0]?.features[0]?.geometry;

const corners = '392000 5820000 393000 5820000 393000 5821000 392000 5820000';
const ring: [number, number][] = [
  [392000, 5820000],
  [393000, 5820000],
  [393000, 5821000],
  [392000, 5820000],
];
const inner = '392600 5820100 392700 5820100 392700 5820200 392600 5820100';
const hole: [number, number][] = [
  [392600, 5820100],
  [392700, 5820100],
  [392700, 5820200],
  [392600, 5820100],
];
const utm = 'srsName="urn:ogc:def:crs:EPSG::25833"';
const polygon = (attributes = utm): string =>
  `<gml:Polygon ${attributes}><gml:exterior><gml:LinearRing><gml:posList>${corners}</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>${inner}</gml:posList></gml:LinearRing></gml:interior></gml:Polygon>`;

describe('the answer of a WFS', () => {
  test('in version 2.0', async () => {
    const text = wfs2(
      member(polygon(), '<app:key>01001</app:key><app:name>Süd &amp; Öd</app:name><app:leer/>'),
      '<wfs:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::25833"><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></wfs:boundedBy>',
    );
    expect(gmlDriver.recognises({ path: 'x', bytes: bytesOf(text) })).toBe(1);
    expect(await layersOf(text)).toEqual([
      {
        name: '',
        crs: 'EPSG:25833',
        crsText: null,
        features: [
          {
            properties: { key: '01001', name: 'Süd & Öd', leer: null, gml_id: 'bezirk.1' },
            geometry: { type: 'Polygon', coordinates: [ring, hole] },
          },
        ],
      },
    ]);
  });

  test('in version 1.1 with all features in one member', async () => {
    const text = `<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" xmlns:a="u">
      <gml:featureMembers>${[1, 2]
        .map(
          (n) =>
            `<a:plr gml:id="plr.${n}"><a:id>0${n}</a:id><a:g><gml:MultiSurface ${utm}><gml:surfaceMember>${polygon('')}</gml:surfaceMember></gml:MultiSurface></a:g></a:plr>`,
        )
        .join('')}</gml:featureMembers></wfs:FeatureCollection>`;
    const layers = await layersOf(text);
    expect(layers[0]?.features).toEqual(
      [1, 2].map((n) => ({
        properties: { id: `0${n}`, gml_id: `plr.${n}` },
        geometry: { type: 'MultiPolygon', coordinates: [[ring, hole]] },
      })),
    );
  });

  test('in version 1.0 with the coordinates of GML 2', async () => {
    const tuples = ring.map(([x, y]) => `${x},${y},34`).join(' ');
    const text = `<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" xmlns:a="u">
      <gml:boundedBy><gml:Box srsName="http://www.opengis.net/gml/srs/epsg.xml#25833"><gml:coordinates>0,0 1,1</gml:coordinates></gml:Box></gml:boundedBy>
      <gml:featureMember><a:plr fid="plr.1"><a:id>01</a:id><a:g><gml:MultiPolygon><gml:polygonMember><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates decimal="." cs="," ts=" ">${tuples}</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></gml:polygonMember></gml:MultiPolygon></a:g></a:plr></gml:featureMember>
      </wfs:FeatureCollection>`;
    expect(await layersOf(text)).toEqual([
      {
        name: '',
        crs: 'EPSG:25833',
        crsText: null,
        features: [
          {
            properties: { id: '01', gml_id: 'plr.1' },
            geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
          },
        ],
      },
    ]);
  });

  test('with features of two types has two layers', async () => {
    const text = wfs2(
      `${member(polygon())}<wfs:member><app:schule><app:nr>7</app:nr></app:schule></wfs:member>`,
    );
    expect((await layersOf(text)).map(({ name, features }) => [name, features.length])).toEqual([
      ['bezirk', 1],
      ['schule', 1],
    ]);
  });

  test('that is an error message is told with its words', async () => {
    for (const text of [
      '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0"><ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>Ebene &quot;x&quot;\n unbekannt</ows:ExceptionText></ows:Exception></ows:ExceptionReport>',
      '<?xml version="1.0"?><ServiceExceptionReport><ServiceException>Ebene "x" unbekannt</ServiceException></ServiceExceptionReport>',
    ]) {
      expect(await gmlDriver.read(file(text), {}, quiet)).toMatchObject({
        ok: false,
        problems: [{ code: 'gml-exception', params: { text: 'Ebene "x" unbekannt' } }],
      });
    }
  });

  test('is decoded as it declares', async () => {
    const text = wfs2(member('', '<app:name>Schloßstraße</app:name>')).replace('UTF-8', 'ISO-8859-1');
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const { layers } = await contentsOf(gmlDriver, formatFile('a.xml', bytes));
    expect(layers[0]?.features[0]?.properties.name).toBe('Schloßstraße');
  });

  test('values within values and several of one name are kept', async () => {
    const more =
      '<app:adresse><app:Adresse><app:ort>Köln</app:ort></app:Adresse></app:adresse><app:art>a</app:art><app:art>b</app:art><app:zeigt xlink:href="#x"/>';
    const layers = await layersOf(wfs2(member('', more)));
    expect(layers[0]?.features[0]?.properties).toEqual({
      'adresse.Adresse.ort': 'Köln',
      art: 'a; b',
      zeigt: '#x',
      geom: null,
      gml_id: 'bezirk.1',
    });
  });
});

describe('a geometry', () => {
  const surface = (patches: string): string =>
    `<gml:Surface ${utm}><gml:patches>${patches}</gml:patches></gml:Surface>`;
  const patch = (content: string): string =>
    `<gml:PolygonPatch><gml:exterior>${content}</gml:exterior></gml:PolygonPatch>`;
  const segment = (kind: string, positions: string): string =>
    `<gml:curveMember><gml:Curve><gml:segments><gml:${kind}><gml:posList>${positions}</gml:posList></gml:${kind}></gml:segments></gml:Curve></gml:curveMember>`;

  test.each([
    [
      'a surface of patches',
      surface(patch(`<gml:LinearRing><gml:posList>${corners}</gml:posList></gml:LinearRing>`)),
      { type: 'Polygon', coordinates: [ring] },
    ],
    [
      'rings of curves',
      surface(
        patch(
          `<gml:Ring>${segment('LineStringSegment', '392000 5820000 393000 5820000')}${segment('LineStringSegment', '393000 5820000 393000 5821000 392000 5820000')}</gml:Ring>`,
        ),
      ),
      { type: 'Polygon', coordinates: [ring] },
    ],
    [
      'single positions',
      `<gml:Polygon ${utm}><gml:exterior><gml:LinearRing>${ring.map(([x, y]) => `<gml:pos>${x} ${y}</gml:pos>`).join('')}</gml:LinearRing></gml:exterior></gml:Polygon>`,
      { type: 'Polygon', coordinates: [ring] },
    ],
    [
      'heights',
      `<gml:Polygon ${utm} srsDimension="3"><gml:exterior><gml:LinearRing><gml:posList>${ring.map(([x, y]) => `${x} ${y} 34.5`).join(' ')}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>`,
      { type: 'Polygon', coordinates: [ring] },
    ],
    [
      'a point',
      `<gml:Point ${utm}><gml:pos>392000 5820000</gml:pos></gml:Point>`,
      { type: 'Point', coordinates: ring[0] },
    ],
    [
      'points',
      `<gml:MultiPoint ${utm}><gml:pointMember><gml:Point><gml:pos>392000 5820000</gml:pos></gml:Point></gml:pointMember></gml:MultiPoint>`,
      { type: 'MultiPoint', coordinates: [ring[0]] },
    ],
    [
      'a multi curve',
      `<gml:MultiCurve ${utm}><gml:curveMember><gml:LineString><gml:posList>${corners}</gml:posList></gml:LineString></gml:curveMember></gml:MultiCurve>`,
      { type: 'MultiLineString', coordinates: [ring] },
    ],
    [
      'members in one',
      `<gml:MultiSurface ${utm}><gml:surfaceMembers>${polygon('')}${polygon('')}</gml:surfaceMembers></gml:MultiSurface>`,
      {
        type: 'MultiPolygon',
        coordinates: [
          [ring, hole],
          [ring, hole],
        ],
      },
    ],
  ])('%s', async (_, text, geometry) => {
    expect(await geometryOf(text)).toEqual(geometry);
  });

  test('with arcs is drawn with corners on them', async () => {
    const arc = segment('Arc', '393000 5820000 392500 5820500 392000 5820000');
    const line = segment('LineStringSegment', '392000 5820000 393000 5820000');
    const geometry = (await geometryOf(surface(patch(`<gml:Ring>${arc}${line}</gml:Ring>`)))) as {
      coordinates: [number, number][][];
    };
    const outline = geometry.coordinates[0] ?? [];
    expect(outline.length).toBeGreaterThan(30);
    expect(outline.at(0)).toEqual(outline.at(-1));
    for (const [x, y] of outline) expect(Math.hypot(x - 392500, y - 5820000)).toBeCloseTo(500, 6);
  });

  test('prefers the outline to the point where the name is written', async () => {
    const two = `<gml:Point ${utm}><gml:pos>392000 5820000</gml:pos></gml:Point></app:geom><app:flaeche>${polygon()}</app:flaeche><app:geom>`;
    expect(await geometryOf(two)).toMatchObject({ type: 'Polygon' });
  });

  test.each([
    [
      'numbers that make no positions',
      `<gml:Polygon ${utm}><gml:exterior><gml:LinearRing><gml:posList>1 2 3</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>`,
    ],
    ['no numbers', `<gml:Point ${utm}><gml:pos>x y</gml:pos></gml:Point>`],
    ['a reference', '<gml:MultiSurface><gml:surfaceMember xlink:href="#p1"/></gml:MultiSurface>'],
    [
      'an unknown curve',
      `<gml:Curve ${utm}><gml:segments><gml:CircleByCenterPoint><gml:pos>1 2</gml:pos></gml:CircleByCenterPoint></gml:segments></gml:Curve>`,
    ],
  ])('of %s is left out and counted', async (_, text) => {
    const { layers, notes } = await contentsOf(gmlDriver, file(wfs2(member(text) + member(polygon()))));
    expect(layers[0]?.features.map(({ geometry }) => geometry === null)).toEqual([true, false]);
    expect(notes).toMatchObject([{ code: 'gml-geometry-unread', params: { n: 1 } }]);
  });
});

describe('the order of axes', () => {
  const point = (srsName: string, position: string): string =>
    `<gml:Point srsName="${srsName}"><gml:pos>${position}</gml:pos></gml:Point>`;
  const read = async (srsName: string, position: string) => {
    const { layers, notes } = await contentsOf(gmlDriver, file(wfs2(member(point(srsName, position)))));
    return {
      crs: layers[0]?.crs,
      at: (layers[0]?.features[0]?.geometry as Point | undefined)?.coordinates,
      notes: notes.map(({ code }) => code),
    };
  };

  test.each([
    ['urn:ogc:def:crs:EPSG::4326', '52.5 13.4', 'EPSG:4326', [13.4, 52.5]],
    ['urn:ogc:def:crs:EPSG::4258', '52.5 13.4', 'EPSG:4258', [13.4, 52.5]],
    ['http://www.opengis.net/def/crs/EPSG/0/4258', '52.5 13.4', 'EPSG:4258', [13.4, 52.5]],
    ['EPSG:4326', '13.4 52.5', 'EPSG:4326', [13.4, 52.5]],
    ['http://www.opengis.net/gml/srs/epsg.xml#4326', '13.4 52.5', 'EPSG:4326', [13.4, 52.5]],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', '13.4 52.5', 'EPSG:4326', [13.4, 52.5]],
    ['urn:ogc:def:crs:EPSG::25832', '392000 5820000', 'EPSG:25832', [392000, 5820000]],
    ['urn:ogc:def:crs:EPSG::31467', '5820000 3500000', 'EPSG:31467', [3500000, 5820000]],
    ['EPSG:31467', '3500000 5820000', 'EPSG:31467', [3500000, 5820000]],
    ['urn:ogc:def:crs:EPSG::31469', '5820000 5400000', 'EPSG:31469', [5400000, 5820000]],
    ['urn:ogc:def:crs:EPSG::3035', '3270000 4550000', 'EPSG:3035', [4550000, 3270000]],
    ['urn:ogc:def:crs:EPSG::3044', '5820000 392000', 'EPSG:25832', [392000, 5820000]],
    ['urn:ogc:def:crs:EPSG::3857', '1500000 6900000', 'EPSG:3857', [1500000, 6900000]],
    ['urn:adv:crs:ETRS89_UTM32', '392000 5820000', 'EPSG:25832', [392000, 5820000]],
    ['urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::5783', '392000 5820000', 'EPSG:25832', [392000, 5820000]],
  ])('%s', async (srsName, position, crs, at) => {
    expect(await read(srsName, position)).toEqual({ crs, at, notes: [] });
  });

  test.each([
    ['urn:ogc:def:crs:EPSG::4326', '13.4 52.5', [13.4, 52.5]],
    ['EPSG:4326', '52.5 13.4', [13.4, 52.5]],
    ['urn:ogc:def:crs:EPSG::25832', '5820000 392000', [392000, 5820000]],
    ['urn:ogc:def:crs:EPSG::31467', '3500000 5820000', [3500000, 5820000]],
  ])('is that in which Germany lies, whatever the name says: %s', async (srsName, position, at) => {
    expect(await read(srsName, position)).toMatchObject({ at, notes: ['gml-axes-otherwise'] });
  });

  test('an unknown system is kept word for word', async () => {
    const layers = await layersOf(wfs2(member(point('urn:my:own', '1 2'))));
    expect(layers[0]).toMatchObject({ crs: null, crsText: 'urn:my:own' });
  });

  test('outlines in another system than the first are left out', async () => {
    const text = wfs2(member(polygon()) + member(point('EPSG:4326', '13.4 52.5')));
    const { layers, notes } = await contentsOf(gmlDriver, file(text));
    expect(layers[0]?.features.map(({ geometry }) => geometry === null)).toEqual([false, true]);
    expect(notes).toMatchObject([{ code: 'gml-systems-mixed', params: { n: 1 } }]);
  });
});

describe('broken or hostile GML', () => {
  const sound = wfs2(member(polygon()) + member(polygon()));

  test('cut off anywhere is refused', async () => {
    for (const bytes of truncations(bytesOf(sound))) {
      expect(await refusalOf(gmlDriver, formatFile('a.gml', bytes))).toEqual(['xml-invalid']);
    }
  });

  test.each([
    ['nothing', '', 'xml-invalid'],
    ['no XML', 'hallo', 'xml-invalid'],
    ['tags that do not match', sound.replace('</app:geom>', '</app:gem>'), 'xml-invalid'],
    ['two roots', `${sound}<x></x>`, 'xml-invalid'],
    ['a prefix nobody declared', sound.replaceAll('xmlns:app="urn:app"', ''), 'xml-invalid'],
    ['no features', wfs2(''), 'layer-empty'],
    ['elements within elements', `<a>${'<b>'.repeat(5_000)}${'</b>'.repeat(5_000)}</a>`, 'xml-invalid'],
    [
      'entities that swell',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${wfs2(member('', '<app:k>&b;</app:k>'))}`,
      'xml-invalid',
    ],
    [
      'entities from elsewhere',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${wfs2(member('', '<app:k>&a;</app:k>'))}`,
      'xml-invalid',
    ],
  ])('%s', async (_, text, code) => {
    expect(await refusalOf(gmlDriver, file(text))).toEqual([code]);
  });

  test('tags in comments and character data are none', async () => {
    const text = wfs2(`<!-- <wfs:member> -->${member('', '<app:k><![CDATA[</app:bezirk> <b>]]></app:k>')}`);
    expect((await layersOf(text))[0]?.features[0]?.properties.k).toBe('</app:bezirk> <b>');
  });

  test('properties may bear any name', async () => {
    const text = wfs2(member('', '<app:__proto__>x</app:__proto__><app:constructor>y</app:constructor>'));
    expect(Object.entries((await layersOf(text))[0]?.features[0]?.properties ?? {})).toContainEqual([
      '__proto__',
      'x',
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('ends when it is cancelled', async () => {
    const stop = {
      pause: async () => {
        throw new Error('cancelled');
      },
    };
    await expect(gmlDriver.read(file(sound), {}, stop)).rejects.toThrow('cancelled');
  });
});

describeWithRealData('real areas written as GML', () => {
  test.each(['nuernberg', 'berlin'] as const)('%s', async (city) => {
    const { metres, epsg } = realAreas(city);
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const members = metres.features.map(({ geometry, properties }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const surfaces = polygons.map((rings) => {
        const lines = rings.map((points, r) => {
          const side = r === 0 ? 'exterior' : 'interior';
          return `<gml:${side}><gml:LinearRing><gml:posList>${points.flat().join(' ')}</gml:posList></gml:LinearRing></gml:${side}>`;
        });
        return `<gml:surfaceMember><gml:Polygon>${lines.join('')}</gml:Polygon></gml:surfaceMember>`;
      });
      const values = Object.entries(properties).map(
        ([name, value]) => `<app:${name}>${escaped(String(value ?? ''))}</app:${name}>`,
      );
      return member(
        `<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::${epsg}">${surfaces.join('')}</gml:MultiSurface>`,
        values.join(''),
      );
    });
    const layers = await layersOf(wfs2(members.join('\n')));
    const features = layers[0]?.features ?? [];
    expect(layers[0]?.crs).toBe(`EPSG:${epsg}`);
    expect(features.map(({ geometry }) => cornersOf(geometry))).toEqual(
      metres.features.map(({ geometry }) => cornersOf(geometry)),
    );
    const names = Object.keys(metres.features[0]?.properties ?? {});
    expect(features.map(({ properties }) => names.map((name) => properties[name] ?? ''))).toEqual(
      metres.features.map(({ properties }) => names.map((name) => String(properties[name] ?? '').trim())),
    );
  });
});
