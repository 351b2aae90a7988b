import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FixtureServer {
  readonly address: string;
  /** Paths with query, as they were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Four square areas in UTM 33, two of them in each row. */
const squares = ['0101', '0102', '0201', '0202'].map((key, i) => {
  const x = 390_000 + (i % 2) * 1000;
  const y = 5_820_000 + Math.floor(i / 2) * 1000;
  return { key, name: `Straße ${i + 1}`, ring: ringOf(x, y, 1000) };
});

function ringOf(x: number, y: number, side: number): [number, number][] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}

type Square = (typeof squares)[number];

function asFeature({ key, name, ring }: Square): unknown {
  return {
    type: 'Feature',
    id: `plr.${key}`,
    properties: { plr_id: key, plr_name: name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

function asGml({ key, name, ring }: Square): string {
  return `<wfs:member><fis:plr gml:id="plr.${key}">
    <fis:plr_id>${key}</fis:plr_id><fis:plr_name>${name}</fis:plr_name>
    <fis:geom><gml:Polygon srsName="urn:ogc:def:crs:EPSG::25833" gml:id="g.${key}"><gml:exterior><gml:LinearRing>
      <gml:posList>${ring.flat().join(' ')}</gml:posList>
    </gml:LinearRing></gml:exterior></gml:Polygon></fis:geom>
  </fis:plr></wfs:member>`;
}

/** As a GeoServer of version 2 writes it, cut to what counts; `formats` differ from service to service. */
export function capabilities(formats: readonly string[], href: string): string {
  const values = formats.map((format) => `<ows:Value>${format}</ows:Value>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:fis="http://fis.example/fis">
  <ows:ServiceIdentification>
    <ows:Title>Lebensweltlich orientierte Räume</ows:Title>
    <ows:ServiceType>WFS</ows:ServiceType>
    <ows:Fees>Datenlizenz Deutschland Zero 2.0</ows:Fees>
    <ows:AccessConstraints>NONE</ows:AccessConstraints>
  </ows:ServiceIdentification>
  <ows:ServiceProvider><ows:ProviderName>Amt für Statistik</ows:ProviderName></ows:ServiceProvider>
  <ows:OperationsMetadata>
    <ows:Operation name="GetCapabilities"/>
    <ows:Operation name="GetFeature">
      <ows:DCP><ows:HTTP><ows:Get xlink:href="${href}"/></ows:HTTP></ows:DCP>
      <ows:Parameter name="outputFormat"><ows:AllowedValues>${values}</ows:AllowedValues></ows:Parameter>
    </ows:Operation>
  </ows:OperationsMetadata>
  <FeatureTypeList xmlns="http://www.opengis.net/wfs/2.0">
    <FeatureType>
      <Name>fis:plr</Name><Title>Planungsräume</Title><Abstract>Stand  2021</Abstract>
      <DefaultCRS>urn:ogc:def:crs:EPSG::25833</DefaultCRS>
      <OtherCRS>urn:ogc:def:crs:EPSG::4326</OtherCRS>
    </FeatureType>
    <FeatureType>
      <Name>fis:leer</Name><Title>Leer</Title><DefaultCRS>http://www.opengis.net/def/crs/EPSG/0/25833</DefaultCRS>
    </FeatureType>
  </FeatureTypeList>
</wfs:WFS_Capabilities>`;
}

const exception = `<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">
  <ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>Unbekannter Typ</ows:ExceptionText></ows:Exception>
</ows:ExceptionReport>`;

/** Services that behave as those of German portals do, on this machine and for as long as a test runs. */
export async function startFixtureServer(): Promise<FixtureServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Send = (status: number, type: string, body: string) => void;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const send: Send = (status, type, body) => {
    // `/closed/…` is the portal that forgets CORS.
    const cors = url.pathname.startsWith('/closed') ? {} : { 'Access-Control-Allow-Origin': '*' };
    response.writeHead(status, { 'Content-Type': type, ...cors });
    response.end(body);
  };
  const [, kind = ''] = url.pathname.split('/');
  if (kind === 'wfs-json' || kind === 'wfs-gml' || kind === 'wfs-paged' || kind === 'closed')
    answerWfs(kind, url, send);
  else if (kind === 'api') answerApi(url, send);
  else if (kind === 'page') send(200, 'text/html', '<!doctype html><title>Geoportal</title>');
  else send(404, 'text/html', '<h1>Not found</h1>');
}

function answerWfs(kind: string, url: URL, send: Send): void {
  const parameters = new Map([...url.searchParams].map(([name, value]) => [name.toUpperCase(), value]));
  const request = parameters.get('REQUEST');
  if (request === 'GetCapabilities') {
    const formats =
      kind === 'wfs-gml'
        ? ['application/gml+xml; version=3.2', 'text/xml; subtype=gml/3.1.1']
        : ['application/gml+xml; version=3.2', 'SHAPE-ZIP', 'application/json'];
    send(200, 'application/xml', capabilities(formats, `${url.origin}${url.pathname}`));
    return;
  }
  const type = parameters.get('TYPENAMES');
  if (request !== 'GetFeature' || (type !== 'fis:plr' && type !== 'fis:leer')) {
    send(400, 'application/xml', exception);
    return;
  }
  const all = type === 'fis:leer' ? [] : squares;
  const start = Number(parameters.get('STARTINDEX') ?? 0);
  // A service that hands out no more than three at a time.
  const most = kind === 'wfs-paged' ? 3 : 1000;
  const page = all.slice(start, start + Math.min(most, Number(parameters.get('COUNT') ?? most)));
  if (kind === 'wfs-gml') {
    send(
      200,
      'application/gml+xml',
      `<?xml version="1.0"?><wfs:FeatureCollection numberMatched="${all.length}" numberReturned="${page.length}"
        xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:fis="http://fis.example/fis">
        ${page.map(asGml).join('')}</wfs:FeatureCollection>`,
    );
    return;
  }
  send(
    200,
    'application/json;charset=UTF-8',
    JSON.stringify({
      type: 'FeatureCollection',
      features: page.map(asFeature),
      totalFeatures: all.length,
      numberMatched: all.length,
      numberReturned: page.length,
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } },
    }),
  );
}

/** As ldproxy writes it: GeoJSON in longitude and latitude, in pages that name the next one. */
function answerApi(url: URL, send: Send): void {
  const json = (type: string, value: unknown): void => send(200, type, JSON.stringify(value));
  const base = `${url.origin}/api/schulen`;
  switch (url.pathname) {
    case '/api/schulen':
      json('application/json', {
        title: 'Schulen',
        links: [
          { rel: 'data', href: `${base}/collections`, type: 'application/json' },
          { rel: 'license', href: 'https://www.govdata.de/dl-de/by-2-0', title: 'dl-de/by-2-0' },
        ],
      });
      return;
    case '/api/schulen/collections':
      json('application/json', {
        collections: [
          {
            id: 'grundschulen',
            title: 'Grundschulen',
            description: 'mit Lage',
            itemType: 'feature',
            crs: [
              'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
              'http://www.opengis.net/def/crs/EPSG/0/25832',
            ],
          },
          { id: 'luftbild', itemType: 'coverage' },
        ],
      });
      return;
    case '/api/schulen/collections/grundschulen/items': {
      const offset = Number(url.searchParams.get('offset') ?? 0);
      const schools = ['001001', '001002', '001003'].slice(offset, offset + 2);
      json('application/geo+json', {
        type: 'FeatureCollection',
        numberMatched: 3,
        numberReturned: schools.length,
        links:
          offset === 0
            ? [{ rel: 'next', href: `${base}/collections/grundschulen/items?f=json&limit=1000&offset=2` }]
            : [],
        features: schools.map((id, i) => ({
          type: 'Feature',
          properties: { schulnummer: id },
          geometry: { type: 'Point', coordinates: [7 + (offset + i) / 100, 51.5] },
        })),
      });
      return;
    }
    default:
      send(404, 'application/json', JSON.stringify({ title: 'Not Found', status: 404 }));
  }
}
