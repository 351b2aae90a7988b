import { slugOf } from '#import/plan/ids.ts';
import type { FileDecision, ImportPlan, PlanSource } from '#import/plan/plan.ts';

export function nameCity(plan: ImportPlan, title: string): ImportPlan {
  return { ...plan, title, id: slugOf(title) || 'stadt' };
}

export function changeSource(plan: ImportPlan, change: Partial<PlanSource>): ImportPlan {
  return { ...plan, source: { ...plan.source, ...change } };
}

/** How a file is read; takes effect when the files are read again. */
export function decideFile(plan: ImportPlan, path: string, decision: FileDecision): ImportPlan {
  return { ...plan, files: { ...plan.files, [path]: { ...plan.files[path], ...decision } } };
}
