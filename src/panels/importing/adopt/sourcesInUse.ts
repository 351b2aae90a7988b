import type { Inspection } from '#import/inspect/inspection.ts';
import { allSources, sharedSource, sourceOfFile } from '#import/plan/fileSources.ts';
import type { ImportPlan, NamedSource } from '#import/plan/plan.ts';
import { usedFiles } from '#import/plan/usedFiles.ts';

export interface SourceInUse {
  readonly source: NamedSource;
  /** Files that come from it. */
  readonly paths: readonly string[];
}

/** The sources of the files that are read, in the order of the files; the shared one where nothing is read yet. */
export function sourcesInUse(plan: ImportPlan, inspection: Inspection): readonly SourceInUse[] {
  const byId = new Map<string, string[]>();
  for (const path of usedFiles(plan, inspection)) {
    const id = sourceOfFile(plan, path);
    byId.set(id, [...(byId.get(id) ?? []), path]);
  }
  if (byId.size === 0) byId.set(sharedSource, []);
  const all = allSources(plan);
  return [...byId].flatMap(([id, paths]) => {
    const source = all.find((one) => one.id === id);
    return source ? [{ source, paths }] : [];
  });
}
