import { type Problem, problem } from '#model/result.ts';
import { isRecord } from '../feature.ts';
import { parsedJson } from './parsedJson.ts';
import { refusalIn } from './refusalIn.ts';
import { type Answer, hostOf } from './requests.ts';

/**
 * What answers at an address where a service was looked for: a service of pictures, a catalogue, a page for people, a
 * file. Null when it cannot be told.
 */
export function foreignAnswer(answer: Answer, address: string): Problem | null {
  const host = hostOf(address);
  const text = new TextDecoder('latin1').decode(answer.bytes.subarray(0, 200_000)).replace(/^ï»¿/, '').trim();
  if (/^<(!doctype html|html)\b/i.test(text)) return problem('service-page', { host, address });
  const root = /^(?:<[?!][^>]*>\s*)*<(?:[\w-]+:)?([\w-]+)/.exec(text)?.[1] ?? '';
  if (root === 'WMS_Capabilities' || root === 'WMT_MS_Capabilities') return pictureService(address);
  if (root === 'feed') return problem('service-download-feed', { host, address });
  if (/Capabilities$|CoverageDescriptions?$/.test(root))
    return problem('service-other', { host, kind: otherKind(text) });
  const refusal = refusalIn(text);
  if (refusal !== null) return problem('service-refused', { host, reason: refusal });
  const addresses = /Metadata$|Response$|^RDF$|^catalog/i.test(root) ? addressesIn(text) : [];
  if (root !== '') return addresses.length > 0 ? metadata(host, addresses) : null;
  const json = parsedJson(answer);
  if (!json) return null;
  if (json.type === 'FeatureCollection' || json.type === 'Topology')
    return problem('service-file', { host, address });
  const named = isRecord(json.result) || '@graph' in json || '@context' in json ? addressesIn(text) : [];
  return named.length > 0 ? metadata(host, named) : null;
}

/** A service of pictures, and where the one of features would be that most servers offer beside it. */
export function pictureService(address: string): Problem {
  const host = hostOf(address);
  const other = featureServiceBeside(address);
  return other === address
    ? problem('service-picture', { host })
    : problem('service-picture-beside', { host, other });
}

function featureServiceBeside(address: string): string {
  const url = new URL(address);
  // ArcGIS: `…/services/X/MapServer/WMSServer` has `…/rest/services/X/MapServer` beside it.
  const esri = /^(.*?)\/services\/(.*\/MapServer)\/WMSServer$/i.exec(url.pathname);
  if (esri) return `${url.origin}${esri[1]}/rest/services/${esri[2]}`;
  url.pathname = url.pathname.replace(/wms/g, 'wfs').replace(/WMS/g, 'WFS').replace(/Wms/g, 'Wfs');
  url.search = '';
  return url.pathname === new URL(address).pathname ? address : url.href;
}

function otherKind(start: string): string {
  const kinds = [
    [/opengis\.net\/wmts/, 'WMTS'],
    [/opengis\.net\/cat\/csw/, 'CSW'],
    [/opengis\.net\/wcs/, 'WCS'],
    [/opengis\.net\/wps/, 'WPS'],
    [/opengis\.net\/sos/, 'SOS'],
  ] as const;
  return kinds.find(([pattern]) => pattern.test(start.slice(0, 4_000)))?.[1] ?? 'OGC';
}

function metadata(host: string, addresses: readonly string[]): Problem {
  return problem('service-metadata', { host, addresses: addresses.slice(0, 3).join(' · ') });
}

/** Addresses of services of features in a description of data. */
function addressesIn(text: string): readonly string[] {
  const all = text.replace(/\\\//g, '/').match(/https?:\/\/[^\s<>"'\\]+/g) ?? [];
  const services = all
    .map((one) => one.replace(/&amp;/g, '&'))
    .filter((one) => /wfs|\/collections\b|ogc-?api|\/FeatureServer\b/i.test(one))
    .filter((one) => !/opengis\.net|\.xsd$/i.test(one));
  return [...new Set(services)];
}
