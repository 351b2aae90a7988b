import { fail, problem, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { Driver, RawLayer } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import { isRecord } from '../feature.ts';
import { mentionsType, parseJsonBytes } from '../json.ts';
import { readGeoJson } from './readGeoJson.ts';

const types = [
  'FeatureCollection',
  'Feature',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

export const geoJsonDriver: Driver = {
  id: 'geojson',
  extensions: ['geojson', 'json'],
  companions: [],
  recognises({ path, bytes }) {
    const mentioned = mentionsType(bytes, types);
    if (mentioned === null) return 0;
    if (mentioned) return 0.9;
    return this.extensions.includes(extensionOf(path)) ? 0.5 : 0;
  },
  async read({ path, bytes }, _choices, context) {
    await context.pause(0, 2);
    const json = parseJsonBytes(bytes, path);
    if ('problem' in json) return fail(json.problem);
    await context.pause(1, 2);
    const read = readGeoJson(asCollection(json.value), path);
    if ('problem' in read) return fail(read.problem);
    if (read.features.length === 0) return fail(problem('layer-empty', {}, { file: path }));
    const layer: RawLayer = { name: '', features: read.features, ...declaredCrs(json.value) };
    return succeed({ encoding: null, delimiter: null, sheets: [], layers: [layer] });
  },
};

/** A single feature or outline is a collection of one. */
function asCollection(value: unknown): unknown {
  if (!isRecord(value) || value.type === 'FeatureCollection') return value;
  if (value.type === 'Feature') return { type: 'FeatureCollection', features: [value] };
  if (!types.includes(String(value.type))) return value;
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: value }],
  };
}

/** The `crs` member: dropped from the standard, but what offices write when coordinates are no degrees. */
export function declaredCrs(value: unknown): Pick<RawLayer, 'crs' | 'crsText'> {
  const member = isRecord(value) && isRecord(value.crs) ? value.crs : null;
  const properties = member && isRecord(member.properties) ? member.properties : null;
  if (!properties) return { crs: null, crsText: null };
  if (typeof properties.code === 'number') return { crs: `EPSG:${properties.code}`, crsText: null };
  if (typeof properties.name !== 'string') return { crs: null, crsText: null };
  const crs = normalCrs(properties.name);
  return { crs, crsText: crs === null ? properties.name : null };
}
