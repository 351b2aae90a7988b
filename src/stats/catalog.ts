import { moranSpec } from './indices/clustering/moran.ts';
import { dissimilaritySpec } from './indices/evenness/dissimilarity.ts';
import { giniSpec } from './indices/evenness/gini.ts';
import { informationSpec } from './indices/evenness/information.ts';
import { modifiedDissimilaritySpec } from './indices/evenness/modified-dissimilarity.ts';
import { interactionSpec } from './indices/exposure/interaction.ts';
import { isolationSpec } from './indices/exposure/isolation.ts';
import { contributionsSpec } from './indices/local/contributions.ts';
import { locationQuotientSpec } from './indices/local/location-quotient.ts';
import type { IndexContext, IndexSpec, TwoGroupSpec } from './spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from './table.ts';

/** Every index there is, in the order of tables and lists. Ids are the codes of the reference values. */
export const catalog: readonly IndexSpec[] = [
  dissimilaritySpec,
  giniSpec,
  informationSpec,
  modifiedDissimilaritySpec,
  isolationSpec,
  interactionSpec,
  moranSpec,
  contributionsSpec,
  locationQuotientSpec,
];

/** The spec with this id. @throws `invalid index: …` when there is none. */
export function indexById(id: string): IndexSpec {
  const spec = catalog.find((candidate) => candidate.id === id);
  if (!spec) throw new Error(`invalid index: ${id}`);
  return spec;
}

/** Global indices of two groups that need nothing but the counts. */
export const aspatialTwoGroupSpecs: readonly TwoGroupSpec[] = catalog.filter(
  (spec): spec is TwoGroupSpec => spec.groups === 'two' && spec.scope === 'global' && spec.needs.length === 0,
);

/** Values by id. */
export type IndexValues = Readonly<Record<string, number>>;

/**
 * All aspatial indices of two groups at once; the counts are checked and summed once.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns the same figures as the single functions, NaN where they are.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: n log n (one sort, for Gini).
 */
export function twoGroupIndices(group: Counts, reference: Counts, context?: IndexContext): IndexValues {
  return twoGroupIndicesOf(twoGroupTable(group, reference), context);
}

/** `twoGroupIndices` of a checked table. */
export function twoGroupIndicesOf(table: TwoGroupTable, context?: IndexContext): IndexValues {
  return Object.fromEntries(aspatialTwoGroupSpecs.map((spec) => [spec.id, spec.compute(table, context)]));
}

/** Expected values of the same indices under chance (random allocation of the same persons). */
export function expectedTwoGroupIndices(
  group: Counts,
  reference: Counts,
  context?: IndexContext,
): IndexValues {
  const table = twoGroupTable(group, reference);
  return Object.fromEntries(aspatialTwoGroupSpecs.map((spec) => [spec.id, spec.expected(table, context)]));
}
