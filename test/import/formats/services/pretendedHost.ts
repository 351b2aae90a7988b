import type { Fetch } from '#import/formats/services/requests.ts';

export interface Reply {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Parameters by their name in capitals, as most servers take them. */
export type Asked = ReadonlyMap<string, string>;

export interface PretendedHost {
  readonly fetcher: Fetch;
  readonly asked: readonly URL[];
}

/** A server that lives in the test: what it answers for an address; null is a page that is not there. */
export function pretendedHost(answer: (asked: Asked, url: URL) => Reply | null): PretendedHost {
  const asked: URL[] = [];
  const fetcher: Fetch = async (address) => {
    const url = new URL(address);
    asked.push(url);
    const parameters = new Map([...url.searchParams].map(([name, value]) => [name.toUpperCase(), value]));
    const reply = answer(parameters, url) ?? {
      body: '<html>Not found</html>',
      type: 'text/html',
      status: 404,
    };
    const body = typeof reply.body === 'string' ? new TextEncoder().encode(reply.body) : reply.body;
    return new Response(body.slice(), {
      status: reply.status ?? 200,
      headers: { 'Content-Type': reply.type ?? 'text/plain', ...reply.headers },
    });
  };
  return { fetcher, asked };
}

export interface Area {
  readonly id: string;
  readonly name: string;
  /** South-west corner of a square of 100 m, easting and northing in UTM 32. */
  readonly at: readonly [number, number];
}

/** Areas in the west of the country, in rows of ten. */
export function areas(n: number): readonly Area[] {
  return Array.from({ length: n }, (_, i) => ({
    id: String(10_101 + i),
    name: `Viertel am Fluß ${i + 1}`,
    at: [400_000 + (i % 10) * 100, 5_700_000 + Math.floor(i / 10) * 100],
  }));
}

type Point = readonly [number, number];

export function ringOf([x, y]: Point): readonly Point[] {
  return [
    [x, y],
    [x + 100, y],
    [x + 100, y + 100],
    [x, y + 100],
    [x, y],
  ];
}

/** Close enough to where the squares lie to be in the country; the tests look at nothing else. */
function degreesOf([x, y]: Point): Point {
  return [9 + (x - 500_000) / 70_000, 51.4 + (y - 5_700_000) / 111_000];
}

export function feature({ id, name, at }: Area, { degrees = false, featureId = `vt.${id}` } = {}): object {
  const ring = ringOf(at).map((point) => (degrees ? degreesOf(point) : point));
  return {
    type: 'Feature',
    id: featureId,
    properties: { schluessel: id, name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

export const json = (value: unknown, type = 'application/json'): Reply => ({
  body: JSON.stringify(value),
  type,
});

export interface CapabilitiesOptions {
  readonly version?: '2.0.0' | '1.1.0';
  readonly formats: readonly string[];
  readonly href?: string;
  readonly crs?: string;
  readonly most?: number;
  readonly prefix?: string;
  readonly name?: string;
  readonly encoding?: string;
  readonly more?: string;
}

/** Capabilities as servers write them, cut to what counts; `prefix` is that of the WFS elements, empty for none. */
export function capabilities({
  version = '2.0.0',
  formats,
  href = 'https://geo.example/wfs',
  crs = 'urn:ogc:def:crs:EPSG::25832',
  most,
  prefix = 'wfs:',
  name = 'vt:viertel',
  encoding = 'UTF-8',
  more = '',
}: CapabilitiesOptions): string {
  const isNew = version === '2.0.0';
  const namespace = isNew ? 'http://www.opengis.net/wfs/2.0' : 'http://www.opengis.net/wfs';
  const values = formats.map((format) => `<ows:Value>${format}</ows:Value>`).join('');
  const framed = isNew ? `<ows:AllowedValues>${values}</ows:AllowedValues>` : values;
  const p = prefix;
  return `<?xml version="1.0" encoding="${encoding}"?>
<${p}WFS_Capabilities version="${version}" xmlns${p === '' ? '' : `:${p.slice(0, -1)}`}="${namespace}"
  xmlns:ows="http://www.opengis.net/ows${isNew ? '/1.1' : ''}" xmlns:xlink="http://www.w3.org/1999/xlink">
  <ows:ServiceIdentification><ows:Title>Städtische Gebiete</ows:Title></ows:ServiceIdentification>
  <ows:OperationsMetadata>
    <ows:Operation name="GetFeature">
      <ows:DCP><ows:HTTP><ows:Get xlink:type="simple" xlink:href="${href.replaceAll('&', '&amp;')}"/></ows:HTTP></ows:DCP>
      <ows:Parameter name="outputFormat">${framed}</ows:Parameter>
    </ows:Operation>
    ${most === undefined ? '' : `<ows:Constraint name="CountDefault"><ows:NoValues/><ows:DefaultValue>${most}</ows:DefaultValue></ows:Constraint>`}
  </ows:OperationsMetadata>
  <${p}FeatureTypeList><${p}FeatureType>
    <${p}Name>${name}</${p}Name><${p}Title>Viertel</${p}Title>
    <${p}Default${isNew ? 'CRS' : 'SRS'}>${crs}</${p}Default${isNew ? 'CRS' : 'SRS'}>
  </${p}FeatureType>${more}</${p}FeatureTypeList>
</${p}WFS_Capabilities>`;
}

export function exception(text: string, version = '2.0.0'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ows:ExceptionReport version="${version}" xmlns:ows="http://www.opengis.net/ows/1.1">
  <ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>${text}</ows:ExceptionText></ows:Exception>
</ows:ExceptionReport>`;
}

/** A collection in GML 3.2; `surface` writes the outline in one of the ways there are. */
export function gml(
  list: readonly Area[],
  head: string,
  surface: (ring: readonly Point[], id: string) => string = plainPolygon,
): string {
  const members = list.map(
    ({ id, name, at }) => `<wfs:member><vt:viertel gml:id="f${id}">
      <gml:name>${name}</gml:name><vt:geom>${surface(ringOf(at), id)}</vt:geom><vt:schluessel>${id}</vt:schluessel>
    </vt:viertel></wfs:member>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
  xmlns:vt="https://geo.example/vt" ${head}>${members.join('')}</wfs:FeatureCollection>`;
}

const positions = (ring: readonly Point[]): string => ring.map(([x, y]) => `${x} ${y}`).join(' ');

function plainPolygon(ring: readonly Point[], id: string): string {
  return `<gml:Polygon gml:id="g${id}" srsName="urn:ogc:def:crs:EPSG::25832"><gml:exterior><gml:LinearRing>
    <gml:posList>${positions(ring)}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>`;
}

/** As land surveys write it: a surface of patches, its outline a ring of curves, one of them an arc. */
export function patchedSurface(ring: readonly Point[], id: string): string {
  const [a, b, c, d] = ring as readonly [Point, Point, Point, Point];
  return `<gml:MultiSurface gml:id="g${id}" srsName="http://www.opengis.net/def/crs/EPSG/0/25832"><gml:surfaceMember>
    <gml:Surface gml:id="s${id}"><gml:patches><gml:PolygonPatch><gml:exterior><gml:Ring><gml:curveMember>
      <gml:Curve gml:id="c${id}"><gml:segments>
        <gml:LineStringSegment><gml:posList>${positions([a, b, c])}</gml:posList></gml:LineStringSegment>
        <gml:Arc><gml:posList>${positions([c, [(c[0] + d[0]) / 2, c[1] + 20], d])}</gml:posList></gml:Arc>
        <gml:LineStringSegment><gml:posList>${positions([d, a])}</gml:posList></gml:LineStringSegment>
      </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:PolygonPatch></gml:patches>
    </gml:Surface></gml:surfaceMember></gml:MultiSurface>`;
}
