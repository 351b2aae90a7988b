import { describe, expect, test } from 'vitest';
import { loadLayer } from '#import/formats/services/loadLayer.ts';
import { codesOf, describeAt, given, keysOf, loadFrom, refusedFrom } from './loading.ts';
import {
  type Area,
  type Asked,
  areas,
  type CapabilitiesOptions,
  capabilities,
  exception,
  feature,
  gml,
  json,
  type PretendedHost,
  patchedSurface,
  pretendedHost,
  type Reply,
} from './pretendedHost.ts';

const address = 'https://geo.example/wfs';
const all = areas(7);
const keys = all.map(({ id }) => id);
const xml = (body: string): Reply => ({ body, type: 'text/xml' });

/** A WFS that has the seven areas, and the habits of a family. */
function wfs(options: CapabilitiesOptions, features: (asked: Asked) => Reply): PretendedHost {
  return pretendedHost((asked) =>
    asked.get('REQUEST') === 'GetCapabilities' ? xml(capabilities(options)) : features(asked),
  );
}

const pageOf = (asked: Asked, most: number, list: readonly Area[] = all): readonly Area[] => {
  const start = Number(asked.get('STARTINDEX') ?? 0);
  return list.slice(
    start,
    start + Math.min(most, Number(asked.get('COUNT') ?? asked.get('MAXFEATURES') ?? most)),
  );
};
const collection = (features: readonly object[], more: object = {}): Reply =>
  json({ type: 'FeatureCollection', features, ...more });
const hits = (n: string): Reply => xml(gml([], `numberMatched="${n}" numberReturned="0"`));

describe('ArcGIS Server', () => {
  const formats = ['GML32', 'GML32+ZIP', 'ESRIGEOJSON', 'ESRIGEOJSON+ZIP', 'GEOJSON+ZIP', 'GEOJSON'];
  const server = (matched: string) =>
    wfs({ formats, most: 3, name: 'Kreis_Gebiete:Viertel' }, (asked) =>
      asked.get('RESULTTYPE') === 'hits'
        ? hits(matched)
        : collection(pageOf(asked, 3).map((one) => feature(one, { degrees: true }))),
    );

  test('names its own JSON and packed files like GeoJSON: neither is asked for', async () => {
    const { layers } = given(await describeAt(server('7'), address));
    expect(layers[0]?.formats).toEqual(['GEOJSON', 'GML32']);
  });

  test.each(['7', 'unknown'])('cuts silently: all pages are asked for when %s match', async (matched) => {
    const host = server(matched);
    const loaded = await loadFrom(host, address);
    expect(keysOf(loaded)).toEqual(keys);
    // Degrees although metres were asked for, and no word of it.
    expect(loaded.crs).toBeNull();
    expect(loaded.notes).toEqual([]);
    expect(host.asked.at(-1)?.searchParams.get('OUTPUTFORMAT')).toBe('GEOJSON');
  });
});

describe('QGIS Server', () => {
  test('speaks WFS 1.1 and GeoJSON in degrees', async () => {
    const formats = ['GML2', 'GML3', 'application/vnd.geo+json', 'application/vnd.geo json'];
    const host = wfs({ version: '1.1.0', formats, crs: 'EPSG:25832', prefix: '' }, () =>
      collection(
        all.map((one) => feature(one, { degrees: true })),
        { bbox: [7, 51, 8, 52] },
      ),
    );
    const loaded = await loadFrom(host, address);
    expect(keysOf(loaded)).toEqual(keys);
    expect(loaded.crs).toBeNull();
    expect(Object.fromEntries(host.asked.at(-1)?.searchParams ?? [])).toEqual({
      SERVICE: 'WFS',
      REQUEST: 'GetFeature',
      VERSION: '1.1.0',
      TYPENAME: 'vt:viertel',
      SRSNAME: 'EPSG:25832',
      OUTPUTFORMAT: 'application/vnd.geo+json',
    });
  });
});

describe('MapServer', () => {
  const map = 'https://geo.example/cgi-bin/mapserv?map=/srv/stadt.map&';

  test('keeps the name of its map file, and writes JSON in the code page it was made in', async () => {
    const formats = ['application/gml+xml; version=3.2', 'application/json; subtype=geojson', 'SHAPEZIP'];
    const host = wfs({ formats, href: map, encoding: 'ISO-8859-1' }, (asked) => {
      if (asked.get('MAP') !== '/srv/stadt.map') return xml(exception('msLoadMap(): Unable to access file'));
      const text = JSON.stringify({ type: 'FeatureCollection', features: all.map((one) => feature(one)) });
      return {
        body: Uint8Array.from(text, (char) => char.charCodeAt(0)),
        type: 'application/json; subtype=geojson',
      };
    });
    const loaded = await loadFrom(host, `${map}SERVICE=WFS&amp;REQUEST=GetCapabilities`);
    expect(loaded.features[0]?.properties.name).toBe('Viertel am Fluß 1');
    expect(loaded.crs).toBe('urn:ogc:def:crs:EPSG::25832');
  });

  test('names GeoJSON for the service and refuses it for the layer: GML is taken', async () => {
    const formats = ['text/xml; subtype=gml/3.1.1', 'geojson'];
    const host = wfs({ formats }, (asked) =>
      /json/.test(asked.get('OUTPUTFORMAT') ?? '')
        ? xml(exception("'geojson' is not a permitted output format for layer 'viertel'"))
        : xml(gml(all, 'numberMatched="7" numberReturned="7"')),
    );
    const loaded = await loadFrom(host, address);
    expect(keysOf(loaded)).toEqual(keys);
    expect(loaded.features[0]?.properties.name).toBe('Viertel am Fluß 1');
  });

  test('what is no number does not spoil the rest', async () => {
    const host = wfs({ formats: ['geojson'] }, () => {
      const text = JSON.stringify({ type: 'FeatureCollection', features: all.map((one) => feature(one)) });
      return {
        body: text.replace('"schluessel":"10101"', '"schluessel":"10101","quote":NaN'),
        type: 'application/json',
      };
    });
    expect((await loadFrom(host, address)).features[0]?.properties.quote).toBeNull();
  });
});

describe('deegree', () => {
  test('has GML only: surfaces of patches with arcs, an unknown number, a word of the next page', async () => {
    const formats = ['application/gml+xml; version=3.2', 'text/xml; subtype=gml/3.1.1'];
    const host = wfs({ formats, crs: 'http://www.opengis.net/def/crs/EPSG/0/25832' }, (asked) => {
      const page = pageOf(asked, 4);
      const start = Number(asked.get('STARTINDEX') ?? 0);
      const next = start + 4 < all.length ? `next="${address}?STARTINDEX=${start + 4}"` : '';
      return xml(
        gml(page, `numberMatched="unknown" numberReturned="${page.length}" ${next}`, patchedSurface),
      );
    });
    const loaded = await loadFrom(host, address);
    expect(keysOf(loaded)).toEqual(keys);
    expect(loaded.crs).toBe('urn:ogc:def:crs:EPSG::25832');
    const [polygon] = loaded.features.map(({ geometry }) => geometry);
    expect(polygon?.type).toMatch(/Polygon$/);
    // The arc is drawn with more points than it is given by.
    expect(JSON.stringify(polygon?.coordinates).split('],[').length).toBeGreaterThan(10);
  });

  test('outlines that cannot be read are said', async () => {
    const host = wfs({ formats: ['text/xml; subtype=gml/3.2.1'] }, () =>
      xml(
        gml(all, 'numberMatched="7" numberReturned="7"', (_, id) =>
          id === '10103'
            ? '<gml:Polygon gml:id="g" srsName="urn:ogc:def:crs:EPSG::25832"><gml:exterior><gml:LinearRing><gml:posList>1 2 x</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>'
            : '<gml:Point gml:id="p" srsName="urn:ogc:def:crs:EPSG::25832"><gml:pos>400000 5700000</gml:pos></gml:Point>',
        ),
      ),
    );
    const loaded = await loadFrom(host, address);
    expect(loaded.features).toHaveLength(7);
    expect(loaded.notes).toEqual(['gml-geometry-unread']);
  });
});

describe('GeoServer', () => {
  const formats = [
    'application/gml+xml; version=3.2',
    'SHAPE-ZIP',
    'text/javascript',
    'application/json',
    'csv',
  ];
  const features = (list: readonly Area[], draw = ''): readonly object[] =>
    list.map((one) => feature(one, { featureId: `fid-${draw}${one.id}` }));
  const counts = { totalFeatures: 7, numberMatched: 7, numberReturned: 3 };

  test('orders by an attribute where a view has no primary key', async () => {
    const host = wfs({ formats }, (asked) => {
      if (asked.has('STARTINDEX') && !asked.has('SORTBY'))
        return { ...xml(exception('Cannot do natural order without a primary key')), status: 400 };
      return collection(features(pageOf(asked, 3)), counts);
    });
    expect(keysOf(await loadFrom(host, address))).toEqual(keys);
    expect(host.asked.at(-1)?.searchParams.get('SORTBY')).toBe('schluessel');
  });

  test('pages that overlap are asked for again in an order', async () => {
    const host = wfs({ formats }, (asked) => {
      const isSorted = asked.has('SORTBY');
      const start = Number(asked.get('STARTINDEX') ?? 0);
      const page = isSorted || start === 0 ? pageOf(asked, 3) : all.slice(start - 1, start + 2);
      return collection(features(page), counts);
    });
    const loaded = await loadFrom(host, address);
    expect(keysOf(loaded)).toEqual(keys);
    expect(loaded.notes).toEqual([]);
  });

  test('the same page for ever ends, with a note, though ids are drawn anew', async () => {
    let draw = 0;
    const host = wfs({ formats }, () => collection(features(all.slice(0, 3), `${draw++}-`), counts));
    const loaded = await loadFrom(host, address);
    expect(keysOf(loaded)).toEqual(keys.slice(0, 3));
    expect(loaded.notes).toEqual(['service-layer-cut']);
    expect(host.asked.length).toBeLessThan(6);
  });

  test('an unknown number and a round one: the service is asked how many there are', async () => {
    const many = areas(250);
    const host = wfs({ formats }, (asked) =>
      asked.get('RESULTTYPE') === 'hits'
        ? hits('250')
        : collection(features(pageOf(asked, 100, many)), {
            totalFeatures: 'unknown',
            numberMatched: 'unknown',
          }),
    );
    const loaded = await loadFrom(host, address);
    expect(loaded.features).toHaveLength(250);
    expect(loaded.notes).toEqual([]);
  });

  test.each([
    ['http behind a gateway', 'http://geo.example/geoserver/vt/wfs', 'https://geo.example'],
    ['an inner host', 'http://tomcat-03:8080/geoserver/vt/wfs', 'https://geo.example'],
  ])('%s in its capabilities is not asked', async (_, href, origin) => {
    const host = wfs({ formats, href }, () => collection(features(all), { numberMatched: 7 }));
    await loadFrom(host, 'https://geo.example/geoserver/vt/wfs?authkey=abc');
    expect(new Set(host.asked.map((url) => url.origin))).toEqual(new Set([origin]));
    expect(host.asked.at(-1)?.searchParams.get('authkey')).toBe('abc');
  });

  test('tables without outlines are tables', async () => {
    const host = wfs({ formats }, () =>
      collection(
        all.map((one) => ({ ...feature(one), geometry: null })),
        { numberMatched: 7 },
      ),
    );
    const loaded = await loadFrom(host, address);
    expect(keysOf(loaded)).toEqual(keys);
    expect(loaded.features.every(({ geometry }) => geometry === null)).toBe(true);
  });

  test('a refusal with the status of success is a refusal, a page is none of the formats', async () => {
    const refusing = wfs({ formats: ['application/json'] }, () =>
      xml(exception('Datenbank nicht erreichbar')),
    );
    expect(await refusedFrom(refusing, address)).toEqual(['service-refused']);
    const page = wfs({ formats: ['application/json'] }, () => ({
      body: '<!DOCTYPE html><h1>Wartung</h1>',
      type: 'text/html',
    }));
    expect(await refusedFrom(page, address)).toEqual(['service-no-features']);
  });

  test('more than anybody agreed to is counted, and not loaded', async () => {
    const host = wfs({ formats }, (asked) =>
      asked.get('RESULTTYPE') === 'hits' ? hits('310000') : collection(features(all), { numberMatched: 7 }),
    );
    const service = given(await describeAt(host, address));
    const load = (agreed: number) =>
      loadLayer(service, 'vt:viertel', host.fetcher, { pause: async () => undefined }, agreed);
    const result = await load(20_000);
    expect(result.ok ? [] : codesOf(result.problems)).toEqual(['service-layer-many']);
    expect(result.ok ? null : result.problems[0]?.params).toMatchObject({ id: 'vt:viertel', n: 310_000 });
    expect(host.asked).toHaveLength(2);
    expect((await load(Infinity)).ok).toBe(true);
  });

  test('a layer may be named without its prefix; of one that is not there the others are named', async () => {
    const host = wfs({ formats }, () => collection(features(all), { numberMatched: 7 }));
    expect((await loadFrom(host, address, 'Viertel')).path).toBe('viertel.geojson');
    const service = given(await describeAt(host, address));
    const result = await loadLayer(service, 'vt:nie', host.fetcher, { pause: async () => undefined });
    expect(result.ok ? null : result.problems[0]?.params.names).toBe('vt:viertel');
  });

  test('thousands of layers are read', async () => {
    const more = Array.from(
      { length: 10_000 },
      (_, i) =>
        `<wfs:FeatureType><wfs:Name>vt:l${i}</wfs:Name><wfs:DefaultCRS>EPSG:25832</wfs:DefaultCRS></wfs:FeatureType>`,
    ).join('');
    const host = wfs({ formats, more }, () => collection([]));
    const { layers } = given(await describeAt(host, `${address}?typeNames=vt:l9999`));
    expect(layers).toHaveLength(10_001);
  });
});

test('WFS 1.0 has other names for everything', async () => {
  const host = pretendedHost((asked) =>
    asked.get('REQUEST') === 'GetCapabilities'
      ? xml(`<WFS_Capabilities version="1.0.0" xmlns="http://www.opengis.net/wfs"><Service><Name>x</Name><Title>Gebiete</Title>
          <AccessConstraints>dl-de/by-2-0</AccessConstraints></Service>
        <Capability><Request><GetFeature><ResultFormat><GML2/><SHAPE-ZIP/></ResultFormat>
          <DCPType><HTTP><Get onlineResource="http://geo.example/wfs?"/></HTTP></DCPType></GetFeature></Request></Capability>
        <FeatureTypeList><FeatureType><Name>viertel</Name><Title>Viertel</Title><SRS>EPSG:31467</SRS></FeatureType></FeatureTypeList>
      </WFS_Capabilities>`)
      : xml(`<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml"><gml:featureMember>
          <viertel fid="viertel.1"><schluessel>10101</schluessel><geom><gml:MultiPolygon srsName="http://www.opengis.net/gml/srs/epsg.xml#31467">
            <gml:polygonMember><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates decimal="." cs="," ts=" ">3400000,5700000 3400100,5700000 3400100,5700100 3400000,5700000</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></gml:polygonMember>
          </gml:MultiPolygon></geom></viertel></gml:featureMember></wfs:FeatureCollection>`),
  );
  const service = given(await describeAt(host, address));
  expect(service).toMatchObject({ version: '1.0.0', title: 'Gebiete', licence: 'dl-de/by-2-0' });
  expect(service.layers[0]).toMatchObject({ crs: 'EPSG:31467', formats: ['GML2'] });
  const loaded = await loadFrom(host, address);
  expect(loaded.crs).toBe('urn:ogc:def:crs:EPSG::31467');
  expect(keysOf(loaded)).toEqual(['10101']);
});

test('licences written for machines are named for people', async () => {
  const fees =
    '<ows:Fees>{ "id": "dl-by-de/2.0", "name": "Datenlizenz Deutschland Namensnennung 2.0", "quelle": "Stadt Musterburg" }</ows:Fees>';
  const body = capabilities({ formats: ['application/json'] }).replace('</ows:Title>', `</ows:Title>${fees}`);
  const { licence } = given(
    await describeAt(
      pretendedHost(() => xml(body)),
      address,
    ),
  );
  expect(licence).toBe('Datenlizenz Deutschland Namensnennung 2.0, Stadt Musterburg');
});

test('a system nobody can place gives way to the second choice of the service', async () => {
  const second = '</wfs:DefaultCRS><wfs:OtherCRS>EPSG:4258</wfs:OtherCRS>';
  const host = pretendedHost(() =>
    xml(
      capabilities({ formats: ['application/json'], crs: 'LOCAL:0815' }).replace('</wfs:DefaultCRS>', second),
    ),
  );
  expect(given(await describeAt(host, address)).layers[0]).toMatchObject({
    crs: 'EPSG:4258',
    srsName: 'EPSG:4258',
  });
});
