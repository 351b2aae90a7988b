import type { RawLayer } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { crsOfCode, crsOfWkt } from '../shapefile/crsOfWkt.ts';

export interface GeoColumn {
  readonly name: string;
  /** `WKB`, or the kind of the nested lists in which positions stand. */
  readonly encoding: string;
  readonly crs: Pick<RawLayer, 'crs' | 'crsText'>;
  /** Other columns that are no figures: further outlines, boxes for searching. */
  readonly others: readonly string[];
}

/** What a GeoParquet says about its outlines; null when it says nothing sound. */
export function geoColumnOf(geo: string | undefined): GeoColumn | null {
  const metadata = geo === undefined ? null : parsed(geo);
  if (!isRecord(metadata) || !isRecord(metadata.columns)) return null;
  const names = Object.keys(metadata.columns);
  const primary = typeof metadata.primary_column === 'string' ? metadata.primary_column : names[0];
  const column =
    primary !== undefined && Object.hasOwn(metadata.columns, primary) ? metadata.columns[primary] : null;
  if (primary === undefined || !isRecord(column)) return null;
  return {
    name: primary,
    encoding: typeof column.encoding === 'string' ? column.encoding : 'WKB',
    crs: 'crs' in column ? crsOfJson(column.crs) : { crs: 'EPSG:4326', crsText: null },
    others: [...names.filter((name) => name !== primary), ...boxesOf(column)],
  };
}

/** A system as PROJJSON, or in files of older versions as well-known text. Null: unknown, as the standard says. */
export function crsOfJson(value: unknown): Pick<RawLayer, 'crs' | 'crsText'> {
  if (typeof value === 'string') {
    const json = value.trimStart().startsWith('{') ? parsed(value) : null;
    if (json) return crsOfJson(json);
    const code = /^(?:EPSG|SRID):(\d{4,6})$/i.exec(value.trim())?.[1];
    const crs = /^OGC:CRS84$/i.test(value.trim())
      ? 'EPSG:4326'
      : code === undefined
        ? crsOfWkt(value)
        : crsOfCode(Number(code));
    return { crs, crsText: crs === null && value !== '' ? value : null };
  }
  if (!isRecord(value)) return { crs: null, crsText: null };
  const ids = [value.id, ...(Array.isArray(value.ids) ? value.ids : [])].filter(isRecord);
  for (const { authority, code } of ids) {
    if (authority === 'EPSG' && Number(code) > 0) return { crs: crsOfCode(Number(code)), crsText: null };
    if (authority === 'OGC' && code === 'CRS84') return { crs: 'EPSG:4326', crsText: null };
  }
  // Of a system with heights, or with a transformation, the part about the plane.
  const parts = Array.isArray(value.components) ? value.components : [value.source_crs];
  for (const part of parts) {
    const inner = part === undefined ? null : crsOfJson(part);
    if (inner?.crs) return inner;
  }
  return { crs: null, crsText: typeof value.name === 'string' ? value.name : JSON.stringify(value) };
}

function boxesOf(column: Readonly<Record<string, unknown>>): string[] {
  const covering = isRecord(column.covering) && isRecord(column.covering.bbox) ? column.covering.bbox : {};
  return Object.values(covering).flatMap((path) => (Array.isArray(path) ? [String(path[0])] : []));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
