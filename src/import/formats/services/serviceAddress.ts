/** A pasted address, cleaned of what came along with it. */
export interface ServiceAddress {
  /** Without the parameters of a protocol; those of the server (`map`, keys) stay. */
  readonly url: string;
  readonly looksLike: 'wfs' | 'wms' | 'arcgis' | 'ogc-api' | 'catalogue' | null;
  /** The layer named in it. */
  readonly layer: string | null;
}

/** Parameters of OGC protocols and of forms that are filled in with them. */
const ofProtocol =
  /^(service|request|version|acceptversions|acceptformats|sections|updatesequence|typenames?|featureid|resourceid|outputformat|srsname|bbox|count|maxfeatures|startindex|resulttype|filter|cql_filter|propertyname|sortby|namespaces?|resolve\w*|storedquery_id|layers|styles|format|info_format|width|height|crs|srs|transparent|bgcolor|exceptions|f|limit|offset|where|outfields|outsr|returngeometry|resultoffset|resultrecordcount)$/i;

/**
 * The address in a pasted text: with or without scheme, from a mail (`<https://…>`), an XML file (`&amp;`) or a PDF (broken
 * into lines), of a whole request or of a page inside a service. Null when there is none to ask.
 */
export function serviceAddress(text: string): ServiceAddress | null {
  const url = urlIn(text);
  if (!url) return null;
  const given = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const looksLike = kindOf(url, given.get('service') ?? '');
  const layer = layerIn(url, given);
  for (const name of [...url.searchParams.keys()]) if (ofProtocol.test(name)) url.searchParams.delete(name);
  url.hash = '';
  // A question mark with nothing behind it goes too.
  if (url.search === '') url.search = '';
  return { url: url.href, looksLike, layer };
}

function urlIn(text: string): URL | null {
  const plain = text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/&amp;/gi, '&')
    .trim()
    .replace(/\s*[\r\n]+\s*/g, '');
  // A sentence around it, brackets and quotation marks are left out.
  const inside = /https?:\/\/[^<>"„“”]+/i.exec(plain)?.[0].trim() ?? plain.replace(/^[<"„“]|[>"“”]$/g, '');
  const [first = ''] = /\s\S*\s/.test(inside) ? inside.split(/\s/) : [inside];
  const bare = first.replace(/[.,;)\]]+$/, '');
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(bare);
  try {
    const url = new URL(hasScheme ? bare : `https://${bare}`);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    // Without a scheme it could be any word.
    const isHost = hasScheme || /\.|^localhost$/.test(url.hostname);
    return isWeb && isHost && url.hostname !== '' && url.username === '' ? url : null;
  } catch {
    return null;
  }
}

function kindOf({ hostname, pathname }: URL, service: string): ServiceAddress['looksLike'] {
  if (/\/rest\/services(\/|$)/i.test(pathname)) return 'arcgis';
  if (/^(wfs|wms)$/i.test(service)) return service.toLowerCase() === 'wfs' ? 'wfs' : 'wms';
  if (/\/collections\b|ogc-?api|oapif|\/ogc\/features/i.test(pathname)) return 'ogc-api';
  if (/wfs/i.test(hostname + pathname)) return 'wfs';
  if (/wms(?!l)|\/mapserv/i.test(pathname)) return 'wms';
  const isCatalogue =
    /(^|\.)(govdata\.de|geoportal\.de|metaver\.de|gdk\.gdi-de\.org|data\.europa\.eu)$|^(daten|suche\.transparenz|transparenz)\./i.test(
      hostname,
    ) || /\/(datensaetze|datensatz|dataset|datasets|trefferanzeige|geonetwork|csw)\b/i.test(pathname);
  return isCatalogue ? 'catalogue' : null;
}

function layerIn({ pathname }: URL, given: ReadonlyMap<string, string>): string | null {
  const named = given.get('typenames') ?? given.get('typename') ?? given.get('layers');
  const first = named
    ?.replace(/^\(|\)$/g, '')
    .split(',')[0]
    ?.trim();
  if (first) return first;
  const inPath =
    /\/collections\/([^/]+)/.exec(pathname)?.[1] ??
    /\/rest\/services\/.*\/(?:Feature|Map)Server\/(\d+)/i.exec(pathname)?.[1];
  try {
    return inPath === undefined ? null : decodeURIComponent(inPath);
  } catch {
    return null;
  }
}
