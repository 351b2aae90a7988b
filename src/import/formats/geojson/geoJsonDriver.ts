import { fail, type Problem, problem, succeed } from '#model/result.ts';
import { decodeText } from '../../columns/decodeText.ts';
import { BrokenJson } from '../brokenJson.ts';
import type { Driver, FileAbout, FormatFile, RawLayer } from '../driver.ts';
import { type EncodedText, encodedText, NotInEncoding, placeOf } from '../encodedText.ts';
import { extensionOf } from '../extension.ts';
import { isRecord, type RawFeature } from '../feature.ts';
import { mentionsType } from '../json.ts';
import { aboutCollection } from './aboutCollection.ts';
import { declaredCrs } from './declaredCrs.ts';
import { areFeatureLines, featureLines } from './featureLines.ts';
import { plainFeature } from './plainFeature.ts';
import { rawFeature, readGeoJson } from './readGeoJson.ts';
import { splitFeatures } from './splitFeatures.ts';

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
  async read(file, choices, context) {
    const { path, bytes } = file;
    await context.pause(0, bytes.length);
    // JSON is UTF-8; older desktop GIS wrote the code page of Windows.
    const chosen = choices.encoding;
    for (const encoding of chosen === undefined ? ['utf-8', 'windows-1252'] : [chosen]) {
      const read = await readAs(file, encoding, (done) => context.pause(done, bytes.length));
      if (read === null) continue;
      if ('problem' in read) return fail(read.problem);
      if (read.features.length === 0) return fail(problem('layer-empty', {}, { file: path }));
      const { about, ...layer } = read;
      const layers = [{ name: '', ...layer }];
      return succeed({ encoding: null, delimiter: null, sheets: [], layers, ...(about ? { about } : {}) });
    }
    const decoded = decodeText(bytes, chosen ?? 'utf-8', path);
    return fail('problem' in decoded ? decoded.problem : problem('geojson-invalid', {}, { file: path }));
  },
};

type Read = (Omit<RawLayer, 'name'> & { readonly about?: FileAbout | null }) | { readonly problem: Problem };
type Pause = (done: number) => Promise<void>;

/** Null when the file is no text in that encoding. */
async function readAs({ path, bytes }: FormatFile, encoding: string, pause: Pause): Promise<Read | null> {
  try {
    const text = encodedText(bytes, encoding);
    if (!text) return null;
    return areFeatureLines(text) ? await readLines(text, path, pause) : await readDocument(text, path, pause);
  } catch (error) {
    if (error instanceof NotInEncoding) return null;
    throw error;
  }
}

/** The features are taken over while the rest of the document is still unread: it is never held as a whole. */
async function readDocument(text: EncodedText, path: string, pause: Pause): Promise<Read> {
  let features: RawFeature[] = [];
  let hasTaken = false;
  const steps = splitFeatures(text, {
    take(elements) {
      hasTaken = true;
      for (const element of elements) features.push(featureOf(element));
    },
    restart() {
      features = [];
    },
  });
  try {
    const rest = await taken(steps, pause);
    if (isRecord(rest) && rest.type === 'FeatureCollection' && Array.isArray(rest.features)) {
      return { features, ...declaredCrs(rest), about: aboutCollection(rest) };
    }
    // An outline with a member of that name: what was taken out of it is part of it.
    return layerOf(hasTaken ? JSON.parse(text.decode(text.bytes)) : rest, path);
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    return { problem: faultOf(error, text, path) };
  }
}

/** Goes through all steps; what they return. */
async function taken<T>(steps: Generator<number, T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause(step.value);
  }
}

function faultOf({ message, offset }: BrokenJson, text: EncodedText, file: string): Problem {
  // Signs that are none in this encoding count first, wherever they are.
  text.decode(text.bytes);
  if (offset === null) return problem('json-invalid', { reason: message }, { file });
  const { line, column } = placeOf(text, offset);
  return problem(
    'json-invalid',
    { reason: `${message}, line ${line}, column ${column}` },
    { file, row: line },
  );
}

function layerOf(value: unknown, file: string): Read {
  const collection = asCollection(value);
  const read = readGeoJson(collection, file);
  if ('problem' in read) return read;
  const elements = isRecord(collection) && Array.isArray(collection.features) ? collection.features : [];
  return { features: elements.map(featureOf), ...declaredCrs(collection) };
}

function featureOf(element: unknown): RawFeature {
  return plainFeature(rawFeature(element), isRecord(element) ? element.id : undefined);
}

async function readLines(text: EncodedText, path: string, pause: Pause): Promise<Read> {
  const features: RawFeature[] = [];
  let values = 0;
  const take = (value: unknown): void => {
    values++;
    const collection = asCollection(value);
    if (!isRecord(collection) || !Array.isArray(collection.features)) return;
    for (const element of collection.features) features.push(featureOf(element));
  };
  const broken = await taken(featureLines(text, path, take), pause);
  if (broken) {
    text.decode(text.bytes);
    return { problem: broken };
  }
  if (features.length === 0 && values > 0) return { problem: problem('geojson-invalid', {}, { file: path }) };
  return { features, crs: null, crsText: null };
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
