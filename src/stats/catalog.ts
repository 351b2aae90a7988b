import { gearySpec } from './indices/autocorrelation/geary.ts';
import { getisOrdSpec } from './indices/autocorrelation/getis-ord.ts';
import { localMoranSpec } from './indices/autocorrelation/local-moran.ts';
import { moranSpec } from './indices/autocorrelation/moran.ts';
import { absoluteCentralizationSpec } from './indices/centralization/absolute-centralization.ts';
import { centralShareSpec } from './indices/centralization/central-share.ts';
import { relativeCentralizationSpec } from './indices/centralization/relative-centralization.ts';
import { absoluteClusteringSpec } from './indices/clustering/absolute-clustering.ts';
import { adjacencyDissimilaritySpec } from './indices/clustering/adjacency-dissimilarity.ts';
import { borderDissimilaritySpec } from './indices/clustering/border-dissimilarity.ts';
import { relativeClusteringSpec } from './indices/clustering/relative-clustering.ts';
import { shapeDissimilaritySpec } from './indices/clustering/shape-dissimilarity.ts';
import {
  multigroupSpatialProximitySpec,
  spatialProximitySpec,
} from './indices/clustering/spatial-proximity.ts';
import { absoluteConcentrationSpec } from './indices/concentration/absolute-concentration.ts';
import { deltaSpec } from './indices/concentration/delta.ts';
import { profileIndexSpec } from './indices/concentration/profile-index.ts';
import { relativeConcentrationSpec } from './indices/concentration/relative-concentration.ts';
import { atkinsonSpec } from './indices/evenness/atkinson.ts';
import { densityCorrectedDissimilaritySpec } from './indices/evenness/density-corrected-dissimilarity.ts';
import { dissimilaritySpec } from './indices/evenness/dissimilarity.ts';
import { giniSpec } from './indices/evenness/gini.ts';
import { gorardSpec } from './indices/evenness/gorard.ts';
import { informationSpec } from './indices/evenness/information.ts';
import { minimumMaximumSpec } from './indices/evenness/minimum-maximum.ts';
import { modifiedDissimilaritySpec } from './indices/evenness/modified-dissimilarity.ts';
import { varianceRatioSpec } from './indices/evenness/variance-ratio.ts';
import {
  distanceDecayInteractionSpec,
  distanceDecayIsolationSpec,
} from './indices/exposure/distance-decay.ts';
import { interactionSpec } from './indices/exposure/interaction.ts';
import { isolationSpec } from './indices/exposure/isolation.ts';
import { contributionsSpec } from './indices/local/contributions.ts';
import { localDistortionSpec } from './indices/local/distortion.ts';
import {
  informationContributionsSpec,
  multigroupInformationContributionsSpec,
} from './indices/local/information-contributions.ts';
import { localDivergenceSpec } from './indices/local/local-divergence.ts';
import { localEntropySpec } from './indices/local/local-diversity.ts';
import { localMutualInformationSpec } from './indices/local/local-mutual-information.ts';
import { locationQuotientSpec } from './indices/local/location-quotient.ts';
import { multigroupContributionsSpec } from './indices/local/multigroup-contributions.ts';
import { coefficientOfVariationSpec } from './indices/multigroup/coefficient-of-variation.ts';
import { entropySpec } from './indices/multigroup/entropy.ts';
import { multigroupDissimilaritySpec } from './indices/multigroup/multigroup-dissimilarity.ts';
import { multigroupGiniSpec } from './indices/multigroup/multigroup-gini.ts';
import { multigroupInformationSpec } from './indices/multigroup/multigroup-information.ts';
import { mutualInformationSpec } from './indices/multigroup/mutual-information.ts';
import { normalizedExposureSpec } from './indices/multigroup/normalized-exposure.ts';
import { relativeDiversitySpec } from './indices/multigroup/relative-diversity.ts';
import { simpsonConcentrationSpec, simpsonInteractionSpec } from './indices/multigroup/simpson.ts';
import { spatialManyGroupSpecs, spatialTwoGroupSpecs } from './indices/spatial/spatial-specs.ts';
import type { IndexContext, IndexSpec, ManyGroupSpec, TwoGroupSpec } from './spec.ts';
import {
  type Counts,
  type ManyGroupTable,
  manyGroupTable,
  type TwoGroupTable,
  twoGroupTable,
} from './table.ts';

/** Every index there is, in the order of tables and lists. Ids are the codes of the reference values. */
export const catalog: readonly IndexSpec[] = [
  dissimilaritySpec,
  giniSpec,
  informationSpec,
  atkinsonSpec,
  varianceRatioSpec,
  gorardSpec,
  minimumMaximumSpec,
  modifiedDissimilaritySpec,
  densityCorrectedDissimilaritySpec,
  isolationSpec,
  interactionSpec,
  distanceDecayIsolationSpec,
  distanceDecayInteractionSpec,
  deltaSpec,
  absoluteConcentrationSpec,
  relativeConcentrationSpec,
  profileIndexSpec,
  absoluteCentralizationSpec,
  relativeCentralizationSpec,
  centralShareSpec,
  absoluteClusteringSpec,
  relativeClusteringSpec,
  spatialProximitySpec,
  adjacencyDissimilaritySpec,
  borderDissimilaritySpec,
  shapeDissimilaritySpec,
  ...spatialTwoGroupSpecs,
  moranSpec,
  gearySpec,
  multigroupDissimilaritySpec,
  multigroupGiniSpec,
  multigroupInformationSpec,
  mutualInformationSpec,
  relativeDiversitySpec,
  coefficientOfVariationSpec,
  normalizedExposureSpec,
  multigroupSpatialProximitySpec,
  ...spatialManyGroupSpecs,
  entropySpec,
  simpsonInteractionSpec,
  simpsonConcentrationSpec,
  contributionsSpec,
  informationContributionsSpec,
  locationQuotientSpec,
  localMutualInformationSpec,
  localDivergenceSpec,
  localEntropySpec,
  multigroupContributionsSpec,
  multigroupInformationContributionsSpec,
  localDistortionSpec,
  localMoranSpec,
  getisOrdSpec,
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

/** Global indices of any number of groups that need nothing but the counts. */
export const aspatialManyGroupSpecs: readonly ManyGroupSpec[] = catalog.filter(
  (spec): spec is ManyGroupSpec =>
    spec.groups === 'many' && spec.scope === 'global' && spec.needs.length === 0,
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

/**
 * Expected values of the same indices under chance [Zufallserwartung]: the same persons allocated at random to places
 * of the same size. Cost: linear plus the pairs of the different unit sizes.
 */
export function expectedTwoGroupIndices(
  group: Counts,
  reference: Counts,
  context?: IndexContext,
): IndexValues {
  return expectedTwoGroupIndicesOf(twoGroupTable(group, reference), context);
}

/** `expectedTwoGroupIndices` of a checked table. */
export function expectedTwoGroupIndicesOf(table: TwoGroupTable, context?: IndexContext): IndexValues {
  return Object.fromEntries(aspatialTwoGroupSpecs.map((spec) => [spec.id, spec.expected(table, context)]));
}

/**
 * All aspatial indices of any number of groups at once; the counts are checked and summed once.
 * @param groups one column of persons per unit for each group.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: one sort per group.
 */
export function manyGroupIndices(groups: readonly Counts[], context?: IndexContext): IndexValues {
  return manyGroupIndicesOf(manyGroupTable(groups), context);
}

/** `manyGroupIndices` of a checked table. */
export function manyGroupIndicesOf(table: ManyGroupTable, context?: IndexContext): IndexValues {
  return Object.fromEntries(aspatialManyGroupSpecs.map((spec) => [spec.id, spec.compute(table, context)]));
}

/** Expected values of the same indices under chance. */
export function expectedManyGroupIndices(groups: readonly Counts[], context?: IndexContext): IndexValues {
  const table = manyGroupTable(groups);
  return Object.fromEntries(aspatialManyGroupSpecs.map((spec) => [spec.id, spec.expected(table, context)]));
}
