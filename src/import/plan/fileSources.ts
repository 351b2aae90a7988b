import type { ImportPlan, NamedSource, PlanSource } from './plan.ts';

/** Id of the source that all files share unless they name another. */
export const sharedSource = 'default';

export const emptySource: PlanSource = { title: '', publisher: '', date: '', licence: '', url: null };

/** All sources of a plan, the shared one first. */
export function allSources({ source, sources = [] }: ImportPlan): readonly NamedSource[] {
  return [{ id: sharedSource, ...source }, ...sources];
}

/** Id of the source a file comes from; the shared one where the one it names is gone. */
export function sourceOfFile({ files, sources = [] }: ImportPlan, path: string): string {
  const named = Object.hasOwn(files, path) ? files[path]?.source : undefined;
  return named !== undefined && sources.some(({ id }) => id === named) ? named : sharedSource;
}

/** Further sources that a file still names. */
export function namedSources(
  sources: readonly NamedSource[] | undefined,
  files: ImportPlan['files'],
): readonly NamedSource[] {
  const named = new Set(Object.values(files).map(({ source }) => source));
  return (sources ?? []).filter(({ id }) => named.has(id));
}
