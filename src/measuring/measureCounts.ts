import { catalog } from '#stats/catalog.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import { type TwoGroupTable, twoGroupTable } from '#stats/table.ts';
import { restrictedTo, type SparseMatrix } from '#stats/weights/sparse.ts';
import type { GroupCounts } from './groupCounts.ts';
import { levelWeights, type WeightsCache } from './levelWeights.ts';

/** Every global index of two groups for which areas and their neighbourhood are enough. */
export const measuredIndices: readonly TwoGroupSpec[] = catalog.filter(
  (spec): spec is TwoGroupSpec =>
    spec.groups === 'two' && spec.scope === 'global' && spec.needs.every((need) => need === 'weights'),
);

/** Two columns of counts made ready for the indices. */
export interface Measurable {
  /** Over the used areas only: an area without figures is no empty area. */
  readonly table: TwoGroupTable;
  /** What the spatial indices see: used areas with a geometry, and the neighbourhood among them; null if none has. */
  readonly near: { readonly table: TwoGroupTable; readonly weights: SparseMatrix } | null;
}

/** The first two groups of the counts. */
export function measurable({ level, columns, positions }: GroupCounts, cache: WeightsCache): Measurable {
  const tableAt = (places: Int32Array) =>
    twoGroupTable(
      Float64Array.from(places, (a) => columns[0]![a]!),
      Float64Array.from(places, (a) => columns[1]![a]!),
    );
  const table = tableAt(positions);
  const { matrix, located } = levelWeights(level, cache);
  const kept = positions.filter((a) => located[a] === 1);
  if (kept.length === 0) return { table, near: null };
  if (kept.length === located.length) return { table, near: { table, weights: matrix } };
  const keep = new Uint8Array(located.length);
  for (const a of kept) keep[a] = 1;
  return {
    table,
    near: {
      table: kept.length === positions.length ? table : tableAt(kept),
      weights: restrictedTo(matrix, keep),
    },
  };
}

/** The value of one index; NaN where it is undefined or needs neighbours that nobody knows. */
export function measuredValue(spec: TwoGroupSpec, { table, near }: Measurable): number {
  if (spec.needs.length === 0) return spec.compute(table);
  return near ? spec.compute(near.table, { weights: near.weights }) : NaN;
}

/** What `measuredValue` would be under chance. */
export function chanceValue(spec: TwoGroupSpec, { table, near }: Measurable): number {
  if (spec.needs.length === 0) return spec.expected(table);
  return near ? spec.expected(near.table, { weights: near.weights }) : NaN;
}

/** All values by index id. */
export function measuredValues(one: Measurable): Readonly<Record<string, number>> {
  return Object.fromEntries(measuredIndices.map((spec) => [spec.id, measuredValue(spec, one)]));
}
