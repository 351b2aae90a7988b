import { fail, problem, type Result, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { ReadContext } from '../driver.ts';
import { ask, type Fetch, hostOf, withParameters } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';
import { childOf, childrenOf, readXml, textOf, type XmlElement } from './xml.ts';

/** Media types and names under which services offer GeoJSON, best first. */
const jsonFormats = [/^application\/geo\+json/i, /^application\/json/i, /geojson/i, /^json$/i];
const gmlFormats = [/gml\/3\.2|gml32/i, /gml\/3\.1|gml3/i, /gml/i, /^text\/xml/i];

function capabilitiesAddress(address: string): string {
  return withParameters(address, { SERVICE: 'WFS', REQUEST: 'GetCapabilities' });
}

/** What a WFS 1.1 or 2.0 offers, from its capabilities. */
export async function describeWfs(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<ServiceDescription>> {
  const asked = capabilitiesAddress(address);
  const answer = await ask(asked, 'application/xml, text/xml', fetcher, context);
  if (!answer.ok) return answer;
  return readCapabilities(answer.value.bytes, asked);
}

async function readCapabilities(bytes: Uint8Array, address: string): Promise<Result<ServiceDescription>> {
  const root = await readXml(bytes);
  const host = hostOf(address);
  if (root?.localName !== 'WFS_Capabilities') return fail(problem('service-no-service', { host, address }));
  const identification = childOf(root, 'ServiceIdentification') ?? childOf(root, 'Service');
  const getFeature = operationOf(root, 'GetFeature');
  const common = getFeature ? allowedValues(getFeature, 'outputFormat') : [];
  const layers = childrenOf(childOf(root, 'FeatureTypeList'), 'FeatureType').map((type) =>
    layerOf(type, common),
  );
  if (layers.length === 0) return fail(problem('service-without-layers', { host }));
  return succeed({
    kind: 'wfs',
    address: getFeature ? (getAddress(getFeature, address) ?? address) : address,
    version: root.getAttribute('version') || '2.0.0',
    title: textOf(identification, 'Title') || host,
    provider: textOf(childOf(root, 'ServiceProvider'), 'ProviderName'),
    licence: licenceOf(identification),
    layers,
  });
}

function layerOf(type: XmlElement, common: readonly string[]): ServiceLayer {
  const own = childrenOf(childOf(type, 'OutputFormats'), 'Format').map((format) => format.textContent ?? '');
  const crs = textOf(type, 'DefaultCRS') || textOf(type, 'DefaultSRS');
  const others = [...childrenOf(type, 'OtherCRS'), ...childrenOf(type, 'OtherSRS')];
  return {
    id: textOf(type, 'Name'),
    title: textOf(type, 'Title') || textOf(type, 'Name'),
    abstract: textOf(type, 'Abstract'),
    crs: normalCrs(crs),
    otherCrs: others.flatMap((other) => normalCrs(other.textContent ?? '') ?? []),
    formats: bestFirst(own.length > 0 ? own : common),
  };
}

/** GeoJSON before GML, newer before older; what we cannot read is left out. */
function bestFirst(formats: readonly string[]): readonly string[] {
  const known = [...jsonFormats, ...gmlFormats];
  const rank = (format: string): number => known.findIndex((pattern) => pattern.test(format.trim()));
  return formats
    .map((format) => format.trim())
    .filter((format) => rank(format) >= 0)
    .sort((a, b) => rank(a) - rank(b));
}

export function isJsonFormat(format: string | undefined): boolean {
  return format !== undefined && jsonFormats.some((pattern) => pattern.test(format));
}

function operationOf(root: XmlElement, name: string): XmlElement | null {
  const operations = childrenOf(childOf(root, 'OperationsMetadata'), 'Operation');
  return operations.find((one) => one.getAttribute('name') === name) ?? null;
}

function allowedValues(operation: XmlElement, name: string): readonly string[] {
  const parameter = childrenOf(operation, 'Parameter').find((one) => one.getAttribute('name') === name);
  // WFS 1.1 lists the values without a frame around them.
  const frame = childOf(parameter ?? null, 'AllowedValues') ?? parameter ?? null;
  return childrenOf(frame, 'Value').map((value) => value.textContent ?? '');
}

/** Where features are asked for. Some services name an inner host there: then the address given is kept. */
function getAddress(operation: XmlElement, given: string): string | null {
  const get = childOf(childOf(childOf(operation, 'DCP'), 'HTTP'), 'Get');
  const href = get?.getAttributeNS('http://www.w3.org/1999/xlink', 'href') || get?.getAttribute('xlink:href');
  if (!href) return null;
  try {
    const url = new URL(href, given);
    return url.host === new URL(given).host ? url.href : null;
  } catch {
    return null;
  }
}

function licenceOf(identification: XmlElement | null): string {
  const said = [textOf(identification, 'AccessConstraints'), textOf(identification, 'Fees')];
  return said.filter((text) => text !== '' && !/^(none|keine?)\.?$/i.test(text)).join(' · ');
}

/** The address of (a page of) a layer. */
export function featureAddress(
  service: ServiceDescription,
  layer: ServiceLayer,
  page: { readonly start: number; readonly count: number } | null,
): string {
  const isNewer = service.version.startsWith('2');
  return withParameters(service.address, {
    SERVICE: 'WFS',
    REQUEST: 'GetFeature',
    VERSION: isNewer ? '2.0.0' : service.version,
    [isNewer ? 'TYPENAMES' : 'TYPENAME']: layer.id,
    ...(layer.crs ? { SRSNAME: `urn:ogc:def:crs:${layer.crs.replace(':', '::')}` } : {}),
    ...(layer.formats[0] ? { OUTPUTFORMAT: layer.formats[0] } : {}),
    ...(page
      ? { STARTINDEX: String(page.start), [isNewer ? 'COUNT' : 'MAXFEATURES']: String(page.count) }
      : {}),
  });
}
