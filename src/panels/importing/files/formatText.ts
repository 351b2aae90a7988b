import type { Words } from '#i18n/i18n.ts';
import type { Numbers } from '#i18n/numbers.ts';
import type { FormatId } from '#import/formats/driver.ts';

/** Names of formats, the same in every language. */
export const formatNames: Readonly<Record<FormatId, string>> = {
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  ods: 'OpenDocument (ODS)',
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  shapefile: 'Shapefile',
  geopackage: 'GeoPackage',
  flatgeobuf: 'FlatGeobuf',
  geoparquet: 'GeoParquet',
  kml: 'KML',
  gml: 'GML',
};

export function sizeText(bytes: number, numbers: Numbers, t: Words['t']): string {
  return bytes < 1_000_000
    ? t('importing.kilobytes', { size: numbers.integer(Math.max(1, Math.round(bytes / 1000))) })
    : t('importing.megabytes', { size: numbers.decimal(bytes / 1_000_000, 1) });
}

/** Encodings as people know them. */
export function encodingName(encoding: string): string {
  const names: Readonly<Record<string, string>> = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (BE)',
    'windows-1252': 'Windows-1252',
    'iso-8859-1': 'ISO 8859-1',
    cp850: 'CP850 (DOS)',
  };
  return names[encoding.toLowerCase()] ?? encoding;
}
