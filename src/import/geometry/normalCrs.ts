/** Other numbers of systems we know, and what they are here. The axis order that some stand for is told by the numbers. */
const sameSystem: Readonly<Record<string, string>> = {
  '900913': 'EPSG:3857',
  '102100': 'EPSG:3857',
  '102113': 'EPSG:3857',
  '3785': 'EPSG:3857',
  '3044': 'EPSG:25832',
  '3045': 'EPSG:25833',
  '5653': 'EPSG:5650',
  '5676': 'EPSG:31466',
  '5677': 'EPSG:31467',
  '5678': 'EPSG:31468',
  '5679': 'EPSG:31469',
};

const inWords: readonly (readonly [pattern: RegExp, crs: string])[] = [
  [/utm.?zone.?32n?.*(zE|8.?stellen)|zE-N.*zone.?32|zone.?32.*zE-N/i, 'EPSG:4647'],
  [/utm.?zone.?33n?.*(zE|8.?stellen)|zE-N.*zone.?33|zone.?33.*zE-N/i, 'EPSG:5650'],
  [/wgs.?(19)?84.*utm.?zone.?32/i, 'EPSG:32632'],
  [/wgs.?(19)?84.*utm.?zone.?33/i, 'EPSG:32633'],
  [/utm.?zone.?31/i, 'EPSG:25831'],
  [/utm.?zone.?32|utm.?32n?\b/i, 'EPSG:25832'],
  [/utm.?zone.?33|utm.?33n?\b/i, 'EPSG:25833'],
  [/(dhdn|gau(ss|ß)).*zone.?2/i, 'EPSG:31466'],
  [/(dhdn|gau(ss|ß)).*zone.?3/i, 'EPSG:31467'],
  [/(dhdn|gau(ss|ß)).*zone.?4/i, 'EPSG:31468'],
  [/(dhdn|gau(ss|ß)).*zone.?5/i, 'EPSG:31469'],
  [/soldner.*berlin/i, 'EPSG:3068'],
  [/pseudo.?mercator|web.?mercator/i, 'EPSG:3857'],
  [/laea/i, 'EPSG:3035'],
];

/** Only of systems without a projection: the name of a projected one contains that of its base. */
const geographic: readonly (readonly [pattern: RegExp, crs: string])[] = [
  [/etrs.?(19)?89/i, 'EPSG:4258'],
  [/dhdn/i, 'EPSG:4314'],
  [/wgs.?(19)?84|crs:?84/i, 'EPSG:4326'],
];

/**
 * `EPSG:25833` out of what files say about their system: addresses and names of OGC (`urn:ogc:def:crs:EPSG::25833`,
 * `http://www.opengis.net/def/crs/EPSG/0/25833`, `OGC:CRS84`), a bare number, text of a `.prj` (WKT of either version,
 * ESRI's names). Null when none of it is found; whether we can project it is another question (`toWgs84`).
 */
export function normalCrs(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const code = codeOf(trimmed);
  if (code) return Object.hasOwn(sameSystem, code) ? (sameSystem[code] ?? null) : `EPSG:${code}`;
  if (/\bCRS:?84\b/i.test(trimmed)) return 'EPSG:4326';
  const name = nameOf(trimmed);
  for (const [pattern, crs] of inWords) if (pattern.test(name)) return crs;
  if (/^(PROJCS|PROJCRS)/i.test(trimmed)) return null;
  for (const [pattern, crs] of geographic) if (pattern.test(name)) return crs;
  return null;
}

function codeOf(text: string): string | null {
  if (/^\d{4,6}$/.test(text)) return text;
  if (/^\w+\s*\[/.test(text)) {
    // The last authority of WKT is that of the whole; those before are of its parts.
    const whole = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]\s*\]\s*$/i.exec(text);
    return whole?.[1] ?? null;
  }
  return /EPSG(?:[:/]|\.xml#)(?:[\d.]*[:/])?(\d{4,6})\s*$/i.exec(text)?.[1] ?? null;
}

/** First name in WKT, else the text itself. */
function nameOf(text: string): string {
  return /^\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1] ?? text;
}
