import { readFileSync } from 'node:fs';
import proj4 from 'proj4';
import { readCsv } from '#import/formats/csv/readCsv.ts';
import { requireRealData } from '../../../realData.ts';

/** What a service answers; `berlinServices` gives it for an address. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface Layer {
  readonly name: string;
  readonly title: string;
  readonly features: readonly object[];
}

type Properties = Readonly<Record<string, unknown>>;

const toUtm33 = proj4(
  'EPSG:4326',
  '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
);

/**
 * The two services that `berlin/dienste.json` names, as a GeoServer answers: capabilities with the types of both, GeoJSON
 * in EPSG:25833 with names in small letters, -9999 where an area is not classified. The figures are the published ones.
 */
export async function berlinServices(): Promise<(address: string) => Answered> {
  const outlines = new Map(features('plr_2021').map((one) => [one.properties.plr_id, one.geometry]));
  const services = new Map([
    [
      'lor_2021',
      [
        { name: 'a_lor_plr_2021', title: 'LOR Planungsräume (PLR) 2021', features: features('plr_2021') },
        { name: 'b_lor_bzr_2021', title: 'LOR Bezirksregionen (BZR) 2021', features: features('bzr_2021') },
        { name: 'c_lor_pgr_2021', title: 'LOR Prognoseräume (PGR) 2021', features: features('pgr_2021') },
      ],
    ],
    [
      'mss_2021',
      [
        {
          name: 'mss2021_indexind_542',
          title: 'Index-Indikatoren',
          features: await rows('index_indikatoren', outlines),
        },
        { name: 'mss2021_indizes_542', title: 'Indizes', features: await rows('indizes', outlines) },
        {
          name: 'mss2021_kontextind_542',
          title: 'Kontext-Indikatoren',
          features: await rows('kontext_indikatoren', outlines),
        },
      ],
    ],
  ]);
  return (address) => answer(new URL(address), services);
}

function answer(url: URL, services: ReadonlyMap<string, readonly Layer[]>): Answered {
  const name = /^\/services\/wfs\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
  const layers = services.get(name);
  if (!layers) return { status: 404, type: 'text/html', body: '<h1>404 Not Found</h1>' };
  const parameters = new Map([...url.searchParams].map(([key, value]) => [key.toUpperCase(), value]));
  if (parameters.get('REQUEST') === 'GetCapabilities')
    return { status: 200, type: 'application/xml', body: capabilities(name, layers) };
  const layer = layers.find((one) => `${name}:${one.name}` === parameters.get('TYPENAMES'));
  if (parameters.get('REQUEST') !== 'GetFeature' || !layer)
    return { status: 400, type: 'application/xml', body: refusal(parameters.get('TYPENAMES') ?? '') };
  const body = JSON.stringify({
    type: 'FeatureCollection',
    features: layer.features,
    totalFeatures: layer.features.length,
    numberMatched: layer.features.length,
    numberReturned: layer.features.length,
    timeStamp: '2025-01-01T00:00:00.000Z',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } },
  });
  return { status: 200, type: 'application/json;charset=UTF-8', body };
}

function features(file: string): { id: string; geometry: unknown; properties: Properties }[] {
  const { features: all } = JSON.parse(
    readFileSync(requireRealData(`berlin/geo/${file}.geojson`), 'utf8'),
  ) as {
    features: { geometry: { type: string; coordinates: unknown }; properties: Properties }[];
  };
  return all.map(({ geometry, properties }, i) => ({
    type: 'Feature',
    id: `${file}.${i}`,
    geometry: { type: geometry.type, coordinates: projected(geometry.coordinates) },
    geometry_name: 'geom',
    properties: small(properties),
  }));
}

function projected(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (typeof coordinates[0] !== 'number') return coordinates.map(projected);
  return toUtm33.forward(coordinates as [number, number]).map((value) => Math.round(value * 1000) / 1000);
}

async function rows(file: string, outlines: ReadonlyMap<unknown, unknown>): Promise<object[]> {
  const path = `berlin/mss/mss_2021_${file}.csv`;
  const { table } = await readCsv(readFileSync(requireRealData(path), 'utf8'), path, { delimiter: ',' });
  return table.rows.map(({ cells }, i) => {
    const properties = Object.fromEntries(
      table.header.map((name, c) => [name, propertyOf(name, cells[c] ?? '')]),
    );
    return {
      type: 'Feature',
      id: `${file}.${i}`,
      geometry: outlines.get(properties.PLR_ID) ?? null,
      geometry_name: 'geom',
      properties: small(properties),
    };
  });
}

function propertyOf(name: string, cell: string): string | number | null {
  if (cell === '') return null;
  return /_ID$/.test(name) || Number.isNaN(Number(cell)) ? cell : Number(cell);
}

const small = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));

function capabilities(service: string, layers: readonly Layer[]): string {
  const get = `https://gdi.berlin.de/services/wfs/${service}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns="http://www.opengis.net/wfs/2.0"
  xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:${service}="${service}">
  <ows:ServiceIdentification>
    <ows:Title>${service}</ows:Title><ows:ServiceType>WFS</ows:ServiceType>
    <ows:Fees>Datenlizenz Deutschland – Zero – Version 2.0</ows:Fees><ows:AccessConstraints>none</ows:AccessConstraints>
  </ows:ServiceIdentification>
  <ows:ServiceProvider><ows:ProviderName>Geoportal Berlin</ows:ProviderName></ows:ServiceProvider>
  <ows:OperationsMetadata>
    <ows:Operation name="GetCapabilities"><ows:DCP><ows:HTTP><ows:Get xlink:href="${get}"/></ows:HTTP></ows:DCP></ows:Operation>
    <ows:Operation name="GetFeature">
      <ows:DCP><ows:HTTP><ows:Get xlink:href="${get}"/><ows:Post xlink:href="${get}"/></ows:HTTP></ows:DCP>
      <ows:Parameter name="outputFormat"><ows:AllowedValues>
        <ows:Value>application/gml+xml; version=3.2</ows:Value><ows:Value>SHAPE-ZIP</ows:Value>
        <ows:Value>application/json</ows:Value><ows:Value>csv</ows:Value>
      </ows:AllowedValues></ows:Parameter>
    </ows:Operation>
  </ows:OperationsMetadata>
  <FeatureTypeList>${layers
    .map(
      ({ name, title }) => `
    <FeatureType xmlns:${service}="${service}">
      <Name>${service}:${name}</Name><Title>${title}</Title><Abstract/>
      <DefaultCRS>urn:ogc:def:crs:EPSG::25833</DefaultCRS><OtherCRS>urn:ogc:def:crs:EPSG::4326</OtherCRS>
    </FeatureType>`,
    )
    .join('')}
  </FeatureTypeList>
</wfs:WFS_Capabilities>`;
}

function refusal(type: string): string {
  return `<?xml version="1.0"?><ows:ExceptionReport version="2.0.0" xmlns:ows="http://www.opengis.net/ows/1.1">
  <ows:Exception exceptionCode="InvalidParameterValue" locator="typeName"><ows:ExceptionText>Feature type ${type} unknown</ows:ExceptionText></ows:Exception>
</ows:ExceptionReport>`;
}
