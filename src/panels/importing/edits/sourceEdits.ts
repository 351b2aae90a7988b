import { freeSourceId } from '#import/plan/creditFiles.ts';
import { emptySource, namedSources, sharedSource } from '#import/plan/fileSources.ts';
import { slugOf } from '#import/plan/ids.ts';
import type { FileDecision, ImportPlan, PlanSource } from '#import/plan/plan.ts';

export function nameCity(plan: ImportPlan, title: string): ImportPlan {
  return { ...plan, title, id: slugOf(title) || 'stadt' };
}

export function changeSource(plan: ImportPlan, id: string, change: Partial<PlanSource>): ImportPlan {
  if (id === sharedSource) return { ...plan, source: { ...plan.source, ...change } };
  const sources = (plan.sources ?? []).map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...plan, sources };
}

/** Says which source files come from; null: one of their own, yet to be named. Sources without files are dropped. */
export function assignSource(plan: ImportPlan, paths: readonly string[], id: string | null): ImportPlan {
  const source = id ?? freeSourceId(plan);
  const sources = id === null ? [...(plan.sources ?? []), { id: source, ...emptySource }] : plan.sources;
  const files = { ...plan.files };
  for (const path of paths) files[path] = { ...plan.files[path], source };
  return { ...plan, files, sources: namedSources(sources, files) };
}

/** How a file is read; takes effect when the files are read again. */
export function decideFile(plan: ImportPlan, path: string, decision: FileDecision): ImportPlan {
  return { ...plan, files: { ...plan.files, [path]: { ...plan.files[path], ...decision } } };
}
