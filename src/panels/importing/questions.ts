import type { InspectedLayer, InspectedTable, Inspection } from '#import/inspect/inspection.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { isLayerLevel } from './edits/levelEdits.ts';

/** Do the areas of a layer lie in the right place? Asked where its coordinates did not say where they are. */
export const placeQuestion = (layer: string): string => `place ${layer}`;
/** What may be shown? Asked where there are counts so small that single people might be recognised. */
export const protectionQuestion = 'protection';
/** How the numbers of a column are meant that can be read in two ways. */
export const readingQuestion = (table: string, column: string): string => `reading ${table} ${column}`;

export function isPlaceAsked({ crs }: InspectedLayer): boolean {
  return crs.from !== 'file' || crs.swapped || !crs.inGermany;
}

/** Columns that are read and whose numbers can be read in two ways. */
export function ambiguousColumns(plan: ImportPlan, table: InspectedTable): readonly string[] {
  const use = plan.tables.find((one) => one.table === table.id && one.use === 'areas');
  const institutions = plan.institutions.find((one) => one.table === table.id && one.use === 'institutions');
  const read = new Set<string>();
  if (use?.pivot) {
    if (use.pivot.figures.some((figure) => figure.role !== 'ignore')) read.add(use.pivot.value);
  } else {
    for (const column of use?.columns ?? []) if (column.role !== 'ignore') read.add(column.column);
  }
  if (institutions) {
    for (const column of [institutions.total, institutions.capacity, ...Object.values(institutions.counts)])
      if (column !== null) read.add(column);
  }
  return table.columns.filter((one) => one.number?.ambiguous && read.has(one.name)).map(({ name }) => name);
}

/** Everything that has to be asked about these files, whether answered or not. */
export function questionsOf(plan: ImportPlan, inspection: Inspection): readonly string[] {
  const layers = new Set([
    ...plan.levels.flatMap((level) => (isLayerLevel(level) ? [level.from.layer] : [])),
    ...(plan.catchments ?? []).map(({ layer }) => layer),
  ]);
  return [
    ...inspection.layers
      .filter((layer) => layers.has(layer.id) && isPlaceAsked(layer))
      .map((layer) => placeQuestion(layer.id)),
    ...inspection.tables.flatMap((table) =>
      ambiguousColumns(plan, table).map((column) => readingQuestion(table.id, column)),
    ),
  ];
}
