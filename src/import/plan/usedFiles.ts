import type { Inspection } from '../inspect/inspection.ts';
import type { ImportPlan } from './plan.ts';
import { servingTables } from './servingTables.ts';

/** Paths of the files that something of a plan is read from, in the order of the files. */
export function usedFiles(plan: ImportPlan, { files, tables, layers }: Inspection): readonly string[] {
  const parts = new Set([
    ...plan.levels.flatMap(({ from }) => (from.kind === 'layer' ? [from.layer] : [])),
    ...plan.tables.filter(({ use }) => use === 'areas').map(({ table }) => table),
    ...plan.institutions.filter(({ use }) => use === 'institutions').map(({ table }) => table),
    ...servingTables(plan),
    ...(plan.catchments ?? []).map(({ layer }) => layer),
    ...plan.crosswalks.flatMap(({ by }) =>
      by.kind === 'table' ? [by.table] : by.grid === null ? [] : [by.grid.table],
    ),
  ]);
  const used = new Set([...tables, ...layers].filter(({ id }) => parts.has(id)).map(({ file }) => file));
  return files.flatMap(({ path }) => (used.has(path) ? [path] : []));
}
