import { fail, type Problem, problem, succeed } from '#model/result.ts';
import type { Driver, RawLayer } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { declaredCrs } from '../geojson/declaredCrs.ts';
import { plainFeature } from '../geojson/plainFeature.ts';
import { jsonText, mentionsType, parseJsonText } from '../json.ts';
import { readTopoJson } from './readTopoJson.ts';

export const topoJsonDriver: Driver = {
  id: 'topojson',
  extensions: ['topojson', 'json'],
  companions: [],
  recognises: ({ bytes }) => (mentionsType(bytes, ['Topology']) ? 1 : 0),
  async read({ path, bytes }, choices, context) {
    await context.pause(0, 2);
    const decoded = jsonText(bytes, path, choices.encoding);
    if ('problem' in decoded) return fail(decoded.problem);
    const json = parseJsonText(decoded.text, path);
    if ('problem' in json) return fail(json.problem);
    const objects = isRecord(json.value) && isRecord(json.value.objects) ? json.value.objects : {};
    const names = Object.keys(objects);
    if (names.length === 0) return fail(problem('topojson-invalid', {}, { file: path }));
    const layers: RawLayer[] = [];
    const problems: Problem[] = [];
    for (const [n, name] of names.entries()) {
      await context.pause(n, names.length);
      const read = await readTopoJson(json.value, path, name);
      if ('problem' in read) problems.push(read.problem);
      else {
        layers.push({
          name: names.length === 1 ? '' : name,
          features: read.features.map((feature, i) => plainFeature(feature, idOf(objects[name], i))),
          ...declaredCrs(json.value),
        });
      }
    }
    if (layers.length === 0) return fail(...problems);
    return succeed({ encoding: null, delimiter: null, sheets: [], layers }, problems);
  },
};

/** The key of an area often stands beside its properties only. */
function idOf(object: unknown, position: number): unknown {
  if (!isRecord(object)) return undefined;
  const geometry: unknown = Array.isArray(object.geometries) ? object.geometries[position] : object;
  return isRecord(geometry) ? geometry.id : undefined;
}
