import type { Inspection } from '#import/inspect/inspection.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import type { Inspected } from '#worker/jobs.ts';
import { type DorfFile, dorfFiles } from './dorfFiles.ts';
import { workshopClient } from './workshopClient.ts';

/** Files as the wizard gets to know them. */
export async function inspected(files: readonly DorfFile[] = dorfFiles()): Promise<Inspected> {
  const result = await workshopClient().run('inspect', {
    import: null,
    files: files.map(({ path, bytes }) => ({ path, content: bytes })),
    plan: null,
  });
  if (!result.ok) throw new Error(`invalid files: ${result.problems[0]?.code}`);
  return result.value;
}

/** A plan that no edit may change in place. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

export function tableOf(inspection: Inspection, path: string) {
  const table = inspection.tables.find((one) => one.file === path && one.layer === null);
  if (!table) throw new Error(`no table in ${path}`);
  return table;
}

export function planOf(plan: ImportPlan, table: string) {
  const one = plan.tables.find((each) => each.table === table);
  if (!one) throw new Error(`no plan for ${table}`);
  return one;
}
