import { catalog } from '#stats/catalog.ts';
import type { IndexContext, TwoGroupSpec } from '#stats/spec.ts';
import type { TwoGroupTable } from '#stats/table.ts';

/** Every global index of two groups. */
export const measuredIndices: readonly TwoGroupSpec[] = catalog.filter(
  (spec): spec is TwoGroupSpec => spec.groups === 'two' && spec.scope === 'global',
);

/** The units spatial indices see, and how they lie. */
export interface Near {
  readonly table: TwoGroupTable;
  readonly context: IndexContext;
}

/** Two columns of counts made ready for the indices; `near` is null where nobody knows the geometry of any unit. */
export interface Measurable {
  readonly table: TwoGroupTable;
  readonly near: Near | null;
}

/** The value of one index; NaN where it is undefined or needs a geometry that nobody knows. */
export function measuredValue(spec: TwoGroupSpec, { table, near }: Measurable): number {
  if (spec.needs.length === 0) return spec.compute(table);
  return near ? spec.compute(near.table, near.context) : NaN;
}

/** What `measuredValue` would be under chance. */
export function chanceValue(spec: TwoGroupSpec, { table, near }: Measurable): number {
  if (spec.needs.length === 0) return spec.expected(table);
  return near ? spec.expected(near.table, near.context) : NaN;
}
