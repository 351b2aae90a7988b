import { fail, problem, type Result, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { ReadContext } from '../driver.ts';
import { readXml } from '../xml/readXml.ts';
import { childOf, childrenOf, childText, type XmlElement } from '../xml/xmlElement.ts';
import { foreignAnswer } from './foreignAnswer.ts';
import { type Answer, ask, type Fetch, hostOf, withParameters } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';

/**
 * Names under which services offer GeoJSON, best first. What ESRI calls its own JSON, packed files and scripts sound alike
 * and are something else; so is JSON-FG, which is for other software.
 */
const jsonFormats = [
  /^application\/(vnd\.)?geo[+ ]json/i,
  /^application\/json;\s*subtype=geojson/i,
  /^application\/json/i,
  /^geo-?json$/i,
  /^json$/i,
];
const gmlFormats = [
  /gml\/3\.2|gml\+xml|gml\s?32$/i,
  /gml\/3\.1|gml\s?31?$/i,
  /gml/i,
  /^(text|application)\/xml/i,
];
const otherFormats = /zip|esri|kml|javascript|fg\+json/i;

export function capabilitiesAddress(address: string): string {
  return withParameters(address, { SERVICE: 'WFS', REQUEST: 'GetCapabilities' });
}

/** What a WFS 1.0, 1.1 or 2.0 offers, from its capabilities. */
export async function describeWfs(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<ServiceDescription>> {
  const asked = capabilitiesAddress(address);
  const answer = await ask(asked, 'application/xml, text/xml', fetcher, context);
  if (!answer.ok) return answer;
  return readCapabilities(answer.value, asked);
}

async function readCapabilities(answer: Answer, address: string): Promise<Result<ServiceDescription>> {
  const root = await readXml(answer.bytes);
  const host = hostOf(address);
  if (root?.localName !== 'WFS_Capabilities')
    return fail(foreignAnswer(answer, address) ?? problem('service-no-service', { host, address }));
  const identification = childOf(root, 'ServiceIdentification') ?? childOf(root, 'Service');
  const getFeature = operationOf(root, 'GetFeature');
  const common = getFeature ? formatsOf(getFeature) : [];
  const layers = childrenOf(childOf(root, 'FeatureTypeList'), 'FeatureType').flatMap(
    (type) => layerOf(type, common) ?? [],
  );
  if (layers.length === 0) return fail(problem('service-without-layers', { host }));
  const most = mostOf(root, getFeature);
  return succeed({
    kind: 'wfs',
    address: getFeature ? (getAddress(getFeature, address) ?? address) : address,
    version: root.getAttribute('version') || '2.0.0',
    title: childText(identification, 'Title') || host,
    provider: childText(childOf(root, 'ServiceProvider'), 'ProviderName'),
    licence: licenceOf(identification),
    layers,
    ...(most === null ? {} : { most }),
  });
}

function layerOf(type: XmlElement, common: readonly string[]): ServiceLayer | null {
  const id = childText(type, 'Name');
  if (id === '') return null;
  const own = childrenOf(childOf(type, 'OutputFormats'), 'Format').map((format) => format.textContent ?? '');
  const said = ['DefaultCRS', 'DefaultSRS', 'SRS', 'OtherCRS', 'OtherSRS'].flatMap((name) =>
    childrenOf(type, name).flatMap((one) => {
      const srsName = (one.textContent ?? '').trim();
      const crs = normalCrs(srsName);
      return crs === null ? [] : [{ srsName, crs }];
    }),
  );
  // What nobody can place is left to the second choice of the service.
  const [first, ...others] = said;
  const formats = bestFirst(own);
  return {
    id,
    title: childText(type, 'Title') || id,
    abstract: childText(type, 'Abstract'),
    crs: first?.crs ?? null,
    ...(first ? { srsName: first.srsName } : {}),
    otherCrs: [...new Set(others.map(({ crs }) => crs))].filter((crs) => crs !== first?.crs),
    formats: formats.length > 0 ? formats : bestFirst(common),
  };
}

/** GeoJSON before GML, newer before older; what we cannot read is left out. */
function bestFirst(formats: readonly string[]): readonly string[] {
  const known = [...jsonFormats, ...gmlFormats];
  const rank = (format: string): number =>
    otherFormats.test(format) ? -1 : known.findIndex((pattern) => pattern.test(format));
  return [...new Set(formats.map((format) => format.trim()))]
    .filter((format) => rank(format) >= 0)
    .sort((a, b) => rank(a) - rank(b));
}

export function isJsonFormat(format: string | undefined): boolean {
  return (
    format !== undefined &&
    !otherFormats.test(format) &&
    jsonFormats.some((pattern) => pattern.test(format.trim()))
  );
}

function operationOf(root: XmlElement, name: string): XmlElement | null {
  const operations = childrenOf(childOf(root, 'OperationsMetadata'), 'Operation');
  const named = operations.find((one) => one.getAttribute('name') === name);
  // WFS 1.0 has an element of the name of the operation.
  return named ?? childOf(childOf(childOf(root, 'Capability'), 'Request'), name);
}

function formatsOf(operation: XmlElement): readonly string[] {
  const older = childOf(operation, 'ResultFormat');
  if (!older) return allowedValues(operation, 'outputFormat');
  const formats: string[] = [];
  for (let child = older.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) formats.push((child as XmlElement).localName ?? '');
  return formats;
}

function allowedValues(operation: XmlElement, name: string): readonly string[] {
  const parameter = childrenOf(operation, 'Parameter').find(
    (one) => one.getAttribute('name')?.toLowerCase() === name.toLowerCase(),
  );
  // WFS 1.1 lists the values without a frame around them.
  const frame = childOf(parameter ?? null, 'AllowedValues') ?? parameter ?? null;
  return childrenOf(frame, 'Value').map((value) => value.textContent ?? '');
}

/** How many features one answer has at most: `CountDefault` of the operation or of the whole service. */
function mostOf(root: XmlElement, getFeature: XmlElement | null): number | null {
  const all = [getFeature, childOf(root, 'OperationsMetadata')].flatMap((one) =>
    childrenOf(one, 'Constraint'),
  );
  const constraint = all.find((one) =>
    /^(CountDefault|DefaultMaxFeatures)$/.test(one.getAttribute('name') ?? ''),
  );
  const value = childText(constraint ?? null, 'DefaultValue') || childText(constraint ?? null, 'Value');
  return /^[1-9]\d*$/.test(value) ? Number(value) : null;
}

/**
 * Where features are asked for. Some services name an inner host there: then the address given is kept. Those behind a
 * gateway do not know that they are reached by https.
 */
function getAddress(operation: XmlElement, given: string): string | null {
  const http = childOf(childOf(operation, 'DCP') ?? childOf(operation, 'DCPType'), 'HTTP');
  const get = childOf(http, 'Get');
  const href =
    get?.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ||
    get?.getAttribute('xlink:href') ||
    get?.getAttribute('onlineResource');
  if (!href) return null;
  try {
    const asked = new URL(given);
    const url = new URL(href, given);
    if (url.hostname === asked.hostname && url.protocol !== asked.protocol) {
      url.protocol = asked.protocol;
      url.port = asked.port;
    }
    if (url.host !== asked.host) return null;
    // Keys and names of maps that were pasted are needed for features too.
    for (const [name, value] of asked.searchParams) {
      if (!/^(service|request)$/i.test(name) && !url.searchParams.has(name))
        url.searchParams.set(name, value);
    }
    return url.href;
  } catch {
    return null;
  }
}

function licenceOf(identification: XmlElement | null): string {
  const said = ['AccessConstraints', 'Fees'].map((name) => withoutJson(childText(identification, name)));
  return said.filter((text) => text !== '' && !/^(none|keine?)\.?$/i.test(text)).join(' · ');
}

/** The directory of German geodata has licences written for machines: of those the name is meant for people. */
function withoutJson(text: string): string {
  return text.replace(/\{[^{}]*\}/g, (json) => {
    const named = /"name"\s*:\s*"([^"]+)"/.exec(json)?.[1];
    const source = /"quelle"\s*:\s*"([^"]+)"/.exec(json)?.[1];
    return named === undefined ? json : source ? `${named}, ${source}` : named;
  });
}

export interface FeatureRequest {
  readonly format?: string | undefined;
  readonly page?: { readonly start: number; readonly count: number } | null;
  readonly sortBy?: string | null;
  /** Only how many there are. */
  readonly hits?: boolean;
}

/** The address of (a page of) a layer. */
export function featureAddress(
  service: Pick<ServiceDescription, 'address' | 'version'>,
  layer: Pick<ServiceLayer, 'id' | 'crs' | 'srsName'>,
  { format, page = null, sortBy = null, hits = false }: FeatureRequest,
): string {
  const isNewer = service.version.startsWith('2');
  const formal = layer.crs ? `urn:ogc:def:crs:${layer.crs.replace(':', '::')}` : null;
  const srsName = layer.srsName ?? formal;
  return withParameters(service.address, {
    SERVICE: 'WFS',
    REQUEST: 'GetFeature',
    VERSION: isNewer ? '2.0.0' : service.version,
    [isNewer ? 'TYPENAMES' : 'TYPENAME']: layer.id,
    ...(hits ? { RESULTTYPE: 'hits' } : {}),
    ...(srsName && !hits ? { SRSNAME: srsName } : {}),
    ...(format && !hits ? { OUTPUTFORMAT: format } : {}),
    ...(sortBy ? { SORTBY: sortBy } : {}),
    ...(page
      ? { STARTINDEX: String(page.start), [isNewer ? 'COUNT' : 'MAXFEATURES']: String(page.count) }
      : {}),
  });
}
