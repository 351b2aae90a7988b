import { propertyOf } from '../formats/feature.ts';
import type { InspectedLayer, InspectedTable, Inspection } from '../inspect/inspection.ts';
import { areasOfLayer, propertyText } from '../join/areaKeys.ts';
import { baseName, plainCatchments } from './catchmentForms.ts';
import { slugOf } from './ids.ts';
import type { ImportData } from './importData.ts';
import { keyCandidates, keyFit } from './keyCandidates.ts';
import type { CatchmentPlan } from './plan.ts';
import { looksLikeInstitutions } from './proposeInstitutions.ts';
import { cellReader } from './tableColumns.ts';

const catchmentWords =
  /einschulungsbereich|schulbezirk|schulsprengel|schuleinzug|grundschuleinzug|einzugs(bereich|gebiet)|schulzuschnitt|catchment|\besb\b/;

const nobody: ReadonlySet<number> = new Set();
const leastAreas = 3;
const leastKnown = 0.7;

/** Layers that are catchments of schools by their name, or because their areas bear the numbers of schools. */
export function proposeCatchments(
  inspection: Inspection,
  layers: readonly InspectedLayer[],
  data: ImportData,
): readonly CatchmentPlan[] {
  const lists = inspection.tables.filter(looksLikeInstitutions);
  const others = inspection.tables.filter((table) => table.layer === null && !lists.includes(table));
  return layers.flatMap((layer) => {
    if (layer.geometry !== 'polygon' && layer.geometry !== 'mixed') return [];
    const key = namedKey(layer) ?? schoolKey(layer, lists, data);
    return key === null || isCounted(layer, key, others, data) ? [] : [plainCatchments(layer, key)];
  });
}

function namedKey(layer: InspectedLayer): string | null {
  const key = layer.keys.find(({ property }) => isNamedSo(property))?.property;
  if (key !== undefined) return key;
  if (!isNamedSo(layer.layer) && !isNamedSo(baseName(layer.file))) return null;
  return layer.keys[0]?.property ?? layer.names[0] ?? '';
}

function isNamedSo(name: string): boolean {
  return catchmentWords.test(slugOf(name).replaceAll('-', ' '));
}

/** A property that holds, in most areas, the number of a school. */
function schoolKey(layer: InspectedLayer, lists: readonly InspectedTable[], data: ImportData): string | null {
  const features = data.layer(layer.id)?.features ?? [];
  if (features.length < leastAreas || lists.length === 0) return null;
  const numbers = new Set<string>();
  for (const list of lists) {
    const rows = data.table(list.id);
    for (const { name, guess } of list.columns) {
      const cell = guess.role === 'institution-key' && rows ? cellReader(rows, [name]) : null;
      for (const row of cell ? (rows?.rows ?? []) : []) numbers.add(cell?.(row) ?? '');
    }
  }
  numbers.delete('');
  const found = layer.keys.find(({ property }) => {
    const known = features.filter((one) => numbers.has(propertyText(propertyOf(one, property)))).length;
    return known >= leastAreas && known >= leastKnown * features.length;
  });
  return found?.property ?? null;
}

/** Does a table count something for these areas? Then they are areas of statistics, whatever they are called. */
function isCounted(
  layer: InspectedLayer,
  key: string,
  tables: readonly InspectedTable[],
  data: ImportData,
): boolean {
  const raw = data.layer(layer.id);
  const areas = raw ? areasOfLayer(raw, key, key, null) : new Map<string, string>();
  return tables.some((table) => {
    const rows = data.table(table.id);
    return (
      rows &&
      keyCandidates(table).some((columns) => keyFit(columns, rows, areas, nobody).areas > areas.size / 2)
    );
  });
}
