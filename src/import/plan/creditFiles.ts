import type { Inspection } from '../inspect/inspection.ts';
import type { ImportPlan, NamedSource, PlanSource } from './plan.ts';

/**
 * Gives files the source they themselves name. Files that name nobody stay with the shared one: nobody is credited with
 * what is not theirs.
 *
 * @param paths - the files to look at; those that have a source already keep it
 */
export function creditFiles(plan: ImportPlan, { files }: Inspection, paths: ReadonlySet<string>): ImportPlan {
  let credited = plan;
  for (const { path, stated } of files) {
    if (!paths.has(path) || !stated || stated.publisher.trim() === '') continue;
    const { title, publisher, date, licence, url } = stated;
    credited = creditFile(credited, path, { title, publisher, date, licence, url });
  }
  return credited;
}

/** Files of one publisher, date and licence share a source. */
export function creditFile(plan: ImportPlan, path: string, stated: PlanSource): ImportPlan {
  if (Object.hasOwn(plan.files, path) && plan.files[path]?.source !== undefined) return plan;
  const { sources = [] } = plan;
  const known = sources.find((one) => isSame(one, stated));
  const own: NamedSource = known ?? { id: freeSourceId(plan), ...stated };
  return {
    ...plan,
    sources: known ? sources : [...sources, own],
    files: { ...plan.files, [path]: { ...plan.files[path], source: own.id } },
  };
}

/** Titles may differ from file to file: they do not say whose the data are. */
function isSame(one: PlanSource, other: PlanSource): boolean {
  const key = ({ publisher, date, licence, url }: PlanSource): string =>
    JSON.stringify([publisher.trim().toLowerCase() || url, date, licence]);
  return key(one) === key(other);
}

/** `source-2`, `source-3` …: the shared one is the first. */
export function freeSourceId({ sources = [] }: ImportPlan): string {
  const taken = new Set(sources.map(({ id }) => id));
  let n = 2;
  while (taken.has(`source-${n}`)) n++;
  return `source-${n}`;
}
