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
    const read: unknown = feature(topology, topology.objects[name]!);
    const collection =
      isRecord(read) && read.type === 'Feature' ? { type: 'FeatureCollection', features: [read] } : read;
    return readGeoJson(collection, file);
  } catch {
    return { problem: problem('topojson-invalid', {}, { file }) };
  }
}
