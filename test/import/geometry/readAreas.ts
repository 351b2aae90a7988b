import { readFileSync } from 'node:fs';
import type { RawFeature } from '#import/formats/feature.ts';
import { type AreaChoices, areasOf } from '#import/geometry/areasOf.ts';
import type { Projection } from '#import/geometry/project.ts';
import { ProblemList } from '#import/pack/problemList.ts';
import { requireRealData } from '../../realData.ts';

/** One for all, as `toWgs84` gives: what was repaired before is known again. */
const project: Projection = (x, y) => [x, y];

/** `areasOf` on features in WGS 84, with what was found. */
export async function makeAreas(features: readonly RawFeature[], choices: Partial<AreaChoices> = {}) {
  const found = { problems: new ProblemList(), notes: new ProblemList() };
  const all = { key: 'key', name: 'name', pad: null, project, file: 'areas.geojson', ...choices };
  const { areas, report } = await areasOf(features, all, found);
  return { areas, report, problems: found.problems.list(), notes: found.notes.list() };
}

export function readFeatures(path: string): readonly RawFeature[] {
  return (JSON.parse(readFileSync(requireRealData(path), 'utf8')) as { features: RawFeature[] }).features;
}

/** `areasOf` on a publisher's file in WGS 84. */
export function readAreas(path: string, key: string, name = key) {
  return makeAreas(readFeatures(path), { key, name, file: path });
}
