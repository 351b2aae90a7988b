/**
 * `EPSG:25833` from the ways a coordinate system is named: `urn:ogc:def:crs:EPSG::25833`, `EPSG:25833`,
 * `http://www.opengis.net/def/crs/EPSG/0/25833`, `http://www.opengis.net/gml/srs/epsg.xml#25833`, `…OGC:1.3:CRS84`.
 * Null when it is none of these.
 */
export function crsFromName(name: string): string | null {
  const text = name.trim();
  if (/\bCRS:?84\b/i.test(text)) return 'EPSG:4326';
  const code = /\bepsg(?:\.xml#|[:/][^:/]*[:/]|:)(\d{4,6})$/i.exec(text)?.[1];
  return code === undefined ? null : `EPSG:${code}`;
}
