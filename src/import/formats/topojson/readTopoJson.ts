import type { Topology } from 'topojson-specification';
import { type Problem, problem } from '#model/result.ts';
import { isRecord, type RawFeature } from '../feature.ts';
import { readGeoJson } from '../geojson/readGeoJson.ts';

/** The features of one object of a topology; without a name, of its only object. */
export async function readTopoJson(
  value: unknown,
  file: string,
  object: string | undefined,
): Promise<{ readonly features: readonly RawFeature[] } | { readonly problem: Problem }> {
  if (
    !isRecord(value) ||
    value.type !== 'Topology' ||
    !isRecord(value.objects) ||
    !Array.isArray(value.arcs)
  ) {
    return { problem: problem('topojson-invalid', {}, { file }) };
  }
  const names = Object.keys(value.objects);
  const name = object ?? names[0] ?? '';
  const member = Object.hasOwn(value.objects, name) ? value.objects[name] : undefined;
  if (!isRecord(member)) {
    return { problem: problem('object-unknown', { object: name, available: names.join(', ') }, { file }) };
  }
  const { feature } = await import('topojson-client');
  try {
    // The library trusts its input; a topology that is not one makes it throw, which is what is caught here.
    const topology = value as unknown as Topology;
    const object = topology.objects[name]!;
    const read: unknown = feature(hasPoints(object) ? topology : decoded(topology), object);
    const collection =
      isRecord(read) && read.type === 'Feature' ? { type: 'FeatureCollection', features: [read] } : read;
    return readGeoJson(collection, file);
  } catch {
    return { problem: problem('topojson-invalid', {}, { file }) };
  }
}

const decodedArcs = new WeakMap<Topology, Topology>();

/**
 * The same topology with arcs of plain positions instead of steps on its grid. The areas on both sides of an arc, and those
 * of every other level, then share its positions: a city takes a quarter of the memory and of the time to be sent.
 */
function decoded(topology: Topology): Topology {
  const { transform, arcs, ...rest } = topology;
  if (!transform) return topology;
  let known = decodedArcs.get(topology);
  if (!known) {
    const [scaleX, scaleY] = transform.scale;
    const [left, bottom] = transform.translate;
    const positions = arcs.map((arc) => {
      let x = 0;
      let y = 0;
      return arc.map((step) => {
        x += step[0]!;
        y += step[1]!;
        return [x * scaleX + left, y * scaleY + bottom];
      });
    });
    known = { ...rest, arcs: positions };
    decodedArcs.set(topology, known);
  }
  return known;
}

/** Points are no part of an arc: the library decodes them by the topology's grid. */
function hasPoints(object: Topology['objects'][string]): boolean {
  if (object.type === 'GeometryCollection') return object.geometries.some(hasPoints);
  return object.type === 'Point' || object.type === 'MultiPoint';
}
