import { fail, type Problem, problem, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { Driver, RawLayer, ReadContext } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import { isRecord, type RawFeature } from '../feature.ts';
import { jsonText, mentionsType, parseJsonText } from '../json.ts';
import { featureLines, isFeatureLines } from './featureLines.ts';
import { plainFeature } from './plainFeature.ts';
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
  extensions: ['geojson', 'json', 'geojsonl', 'geojsons', 'ndjson', 'jsonl'],
  companions: [],
  recognises({ path, bytes }) {
    const isSequence = bytes[0] === 0x1e;
    const mentioned = mentionsType(isSequence ? bytes.subarray(1) : bytes, types);
    if (mentioned === null) return 0;
    if (mentioned) return 0.9;
    return this.extensions.includes(extensionOf(path)) ? 0.5 : 0;
  },
  async read({ path, bytes }, choices, context) {
    await context.pause(0, 3);
    const decoded = jsonText(bytes, path, choices.encoding);
    if ('problem' in decoded) return fail(decoded.problem);
    const read = isFeatureLines(decoded.text)
      ? await readLines(decoded.text, path, context)
      : readDocument(decoded.text, path);
    if ('problem' in read) return fail(read.problem);
    const { collection } = read;
    const raw = readGeoJson(collection, path);
    if ('problem' in raw) return fail(raw.problem);
    const ids = isRecord(collection) && Array.isArray(collection.features) ? collection.features : [];
    const features: RawFeature[] = [];
    for (const [i, feature] of raw.features.entries()) {
      if (i % 1024 === 0) await context.pause(2 * raw.features.length + i, 3 * raw.features.length);
      const source: unknown = ids[i];
      features.push(plainFeature(feature, isRecord(source) ? source.id : undefined));
    }
    if (features.length === 0) return fail(problem('layer-empty', {}, { file: path }));
    const layer: RawLayer = { name: '', features, ...declaredCrs(collection) };
    return succeed({ encoding: null, delimiter: null, sheets: [], layers: [layer] });
  },
};

type Read = { readonly collection: unknown } | { readonly problem: Problem };

function readDocument(text: string, file: string): Read {
  const json = parseJsonText(text, file);
  return 'problem' in json ? json : { collection: asCollection(json.value) };
}

async function readLines(text: string, file: string, context: ReadContext): Promise<Read> {
  const lines = await featureLines(text, file, (done, of) => context.pause(done, of * 3));
  if ('problem' in lines) return lines;
  const features = lines.values.flatMap((value) => {
    const collection = asCollection(value);
    return isRecord(collection) && Array.isArray(collection.features) ? collection.features : [];
  });
  if (features.length === 0 && lines.values.length > 0)
    return { problem: problem('geojson-invalid', {}, { file }) };
  return { collection: { type: 'FeatureCollection', features } };
}

/** A single feature or outline is a collection of one. */
function asCollection(value: unknown): unknown {
  if (!isRecord(value) || value.type === 'FeatureCollection') return value;
  if (value.type === 'Feature') return { type: 'FeatureCollection', crs: value.crs, features: [value] };
  if (!types.includes(String(value.type))) return value;
  return {
    type: 'FeatureCollection',
    crs: value.crs,
    features: [{ type: 'Feature', properties: {}, geometry: value }],
  };
}

/** The `crs` member: dropped from the standard, but what offices write when coordinates are no degrees. */
export function declaredCrs(value: unknown): Pick<RawLayer, 'crs' | 'crsText'> {
  const member = isRecord(value) && isRecord(value.crs) ? value.crs : null;
  const properties = member && isRecord(member.properties) ? member.properties : null;
  if (!properties) return { crs: null, crsText: null };
  if (typeof properties.code === 'number') return { crs: normalCrs(String(properties.code)), crsText: null };
  if (typeof properties.name !== 'string') return { crs: null, crsText: null };
  const crs = normalCrs(properties.name);
  return { crs, crsText: crs === null ? properties.name : null };
}
