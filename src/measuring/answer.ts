import type { EndKind } from '#stats/inference/suppressed-range.ts';

/** Why a value is undefined or a question refused: each is worded as `measure.reason-<code>`. */
export const reasons = [
  /** Refusals: nothing can be measured. */
  'unknown-group',
  'not-residents',
  'same-group',
  'different-universe',
  'overlapping-groups',
  'above-total',
  'no-figures',
  /** Undefined values. */
  'group-absent',
  'reference-absent',
  'one-area',
  'no-geometry',
  'no-neighbours',
  'no-variation',
  'same-place',
  'not-exchangeable',
  'too-dear',
  /** Still being computed: a first answer does not wait for it. */
  'pending',
  /** Parts of an answer that are missing. */
  'no-earlier-year',
  'other-areas',
  'no-coarser-level',
  'no-several-groups',
  'undefined',
] as const;
export type Reason = (typeof reasons)[number];

/** Who counts as a neighbour in indices of spatial pattern. */
export const neighbourhoods = ['contiguity', 'nearest', 'radius'] as const;
export type Neighbourhood = (typeof neighbourhoods)[number];

/** How weight falls with distance in local environments. */
export const environmentKernels = ['uniform', 'triangular', 'biweight', 'gaussian'] as const;
export type EnvironmentKernel = (typeof environmentKernels)[number];

/** What the measure panel asks: two groups over the areas of one family of levels in one year. */
export interface MeasureRequest {
  /** Level family; the vintage follows from the year. */
  readonly family: string;
  readonly year: number;
  readonly group: string;
  /** Another resident group of the same universe, or `rest` (everyone else). */
  readonly reference: string;
  /** `contiguity`: areas that touch; `nearest`: the 8 nearest; `radius`: all within `radius`. */
  readonly neighbourhood: Neighbourhood;
  /** Metres: radius of local environments (and of the neighbourhood `radius`). */
  readonly radius: number;
  readonly kernel: EnvironmentKernel;
  /**
   * Centre of the city for indices of centralization: key of the area whose centroid it is. Of the vintage asked about, else
   * of another one or another family (`centreArea`). Null (default): the centroid weighted by population.
   */
  readonly centre?: string | null;
}

/** How sure the figures are: replicates of the bootstrap and of the tests. */
export interface UncertaintyRequest extends MeasureRequest {
  readonly bootstraps: number;
  readonly permutations: number;
  readonly seed: number;
}

/** What chance does to one index. Figures are NaN where unknown. */
export interface IndexUncertainty {
  /** 95 % bootstrap interval, persons drawn with replacement, reflected at the value; may lie below it. */
  readonly low: number;
  readonly high: number;
  /** Mean over tables in which the same persons live at random (for Moran and its like: areas change places). */
  readonly expected: number;
  /** The value freed of what chance alone gives; NaN where that has no meaning. */
  readonly corrected: number;
  /** Pseudo p value against chance, (r + 1)/(m + 1). */
  readonly p: number;
  /** What was thrown at random for `expected` and `p`. */
  readonly chance: 'persons' | 'areas';
  /** Why there is no interval or no test (e.g. `too-dear`); null where both are there. */
  readonly reason: Reason | null;
}

export interface UncertaintyAnswer {
  readonly request: UncertaintyRequest;
  /** Replicates done. */
  readonly bootstraps: number;
  readonly permutations: number;
  readonly indices: Readonly<Record<string, IndexUncertainty>>;
  /** Intervals of every year of the course, by index id; what is too dear to draw for all years is missing. */
  readonly course: readonly {
    readonly year: number;
    readonly intervals: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
  }[];
}

export interface LocalRequest extends MeasureRequest {
  /** Indicator for bivariate Moran: share of the group here, this indicator next door. Null: the group's own share. */
  readonly second: string | null;
  readonly permutations: number;
  readonly seed: number;
  /** Control of the false-discovery rate (Benjamini–Hochberg) instead of single p values. */
  readonly discovery: boolean;
}

/** Classes of the cluster map. */
export const clusters = [
  'none',
  'high-high',
  'low-high',
  'low-low',
  'high-low',
  'island',
  'excluded',
] as const;
export type Cluster = (typeof clusters)[number];

/** Local statistics; arrays over the areas of the level, NaN where excluded. */
export interface LocalAnswer {
  readonly request: LocalRequest;
  readonly refusal: Reason | null;
  readonly level: string;
  /** Standardised share (or share here), and the weighted mean over the neighbours: the Moran scatter. */
  readonly z: Float64Array;
  readonly lag: Float64Array;
  readonly moran: Float64Array;
  readonly p: Float64Array;
  /** Positions in `clusters`. */
  readonly cluster: Uint8Array;
  /** G*_i as z values, and p adjusted if `discovery`. */
  readonly hotspot: Float64Array;
  readonly hotspotP: Float64Array;
  /** Moran's I of the whole map with its expected value and pseudo p. */
  readonly global: { readonly value: number; readonly expected: number; readonly p: number };
  /**
   * Permutations behind `cluster` and `hotspotP`. Fewer than `request.permutations`: still under way, and nothing can be said
   * of them yet – p has a floor of 1/(permutations + 1), so that with many tests at once early answers find nothing.
   */
  readonly drawn: { readonly clusters: number; readonly hotspots: number };
}

export interface ProfileRequest extends MeasureRequest {
  /** Metres, ascending. */
  readonly radii: readonly number[];
}

export interface ProfileAnswer {
  readonly request: ProfileRequest;
  readonly refusal: Reason | null;
  /** Beside `request.radii`, by id of the spatial indices. */
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** The same in the first year of the course, or null. */
  readonly before: {
    readonly year: number;
    readonly values: Readonly<Record<string, readonly number[]>>;
  } | null;
  /** Value at 4 km over value at 500 m by index id: near 1 = large-scale pattern. */
  readonly macroMicro: Readonly<Record<string, number>>;
}

export interface DecompositionRequest extends MeasureRequest {
  /** Earlier year the change is told from; null = first year of the same vintage. */
  readonly from: number | null;
}

/** M and H taken apart; parts add up to the total to 1e-12. */
export interface DecompositionAnswer {
  readonly request: DecompositionRequest;
  readonly refusal: Reason | null;
  readonly total: { readonly M: number; readonly H: number };
  /** Coarsest family first: what lies between its areas beyond those of the one before. */
  readonly nested: readonly {
    readonly family: string;
    readonly units: number;
    readonly M: number;
    readonly H: number;
  }[];
  /** Within each area of the coarsest family: its own M and H, its share of the population, its part of the total M. */
  readonly within: readonly {
    readonly key: string;
    readonly name: string;
    readonly M: number;
    readonly H: number;
    readonly share: number;
    readonly part: number;
  }[];
  /** Change of M since `from`; null with a reason where no comparable year exists. */
  readonly change: {
    readonly from: number;
    readonly before: number;
    readonly after: number;
    readonly removals: number;
    readonly additions: number;
    readonly groupMarginal: number;
    readonly unitMarginal: number;
    readonly structural: number;
  } | null;
  /** Change of D since `from` into spatial structure and composition (Shapley); adds up to `after − before`. */
  readonly structure: {
    readonly from: number;
    readonly before: number;
    readonly after: number;
    readonly spatial: number;
    readonly composition: number;
  } | null;
  /** Why `change`, `structure` or `many` is null, or `nested` has only one step. */
  readonly reasons: {
    readonly nested: Reason | null;
    readonly change: Reason | null;
    readonly structure: Reason | null;
    readonly many: Reason | null;
  };
  /** Indices of several groups when the pack has a complete partition: values by id, and the groups' ids. */
  readonly many: { readonly groups: readonly string[]; readonly indices: readonly IndexValue[] } | null;
}

/** Two measurements side by side; the right one may be of another study. */
export interface ComparisonRequest {
  readonly left: MeasureRequest;
  readonly right: MeasureRequest;
  /** The worker's key of the study the right side is about; null = the same study. */
  readonly other: string | null;
  readonly bootstraps: number;
  readonly permutations: number;
  readonly seed: number;
}

export interface ComparisonAnswer {
  readonly request: ComparisonRequest;
  readonly left: MeasureAnswer;
  readonly right: MeasureAnswer;
  /** right − left by index id, with interval and p of random labelling; p is NaN where the two are not exchangeable. */
  readonly differences: Readonly<
    Record<
      string,
      { readonly value: number; readonly low: number; readonly high: number; readonly p: number }
    >
  >;
}

export interface IndexValue {
  /** Catalogue id. */
  readonly id: string;
  readonly value: number;
  /** Expected value under chance in closed form; NaN where only a simulation knows it (`IndexUncertainty`). */
  readonly expected: number;
  /** The value freed of what chance alone gives, (v − e)/(1 − e) or v − e as the index has it; NaN where unknown. */
  readonly corrected: number;
  /** Why `value` is NaN: key of `measure.reason-…`; null when it is not. */
  readonly reason: Reason | null;
}

/**
 * Two measurements whose order depends on the size of the areas: at the finer level the first is the more segregated,
 * at the coarser one the second. Each differs by 0.001 at least.
 */
export interface RankFlip {
  /** Catalogue id; indices that need nothing but counts are compared. */
  readonly index: string;
  /**
   * A group measured and another one of the same universe in the year shown (each against everyone else), or two years
   * of what is measured.
   */
  readonly kind: 'groups' | 'years';
  /** Ids of groups, or years. The first has the higher value at the finer level. */
  readonly first: string;
  readonly second: string;
  readonly finer: RankAtLevel;
  readonly coarser: RankAtLevel;
}

export interface RankAtLevel {
  readonly family: string;
  readonly first: number;
  readonly second: number;
}

/** Between which values indices lie, whatever the secret counts are; over the areas that have them, too. */
export interface SecretRange {
  /** Secret counts. */
  readonly cells: number;
  /** Areas measured, those with secret counts included. */
  readonly used: number;
  /**
   * By index id; D, H, xPx and xPy. `exact`: some admissible counts give this value, none goes further; `bound`: none goes
   * further; `reached`: some admissible counts give it, others might go further.
   */
  readonly ends: Readonly<
    Record<
      string,
      { readonly low: number; readonly high: number; readonly lowKind: EndKind; readonly highKind: EndKind }
    >
  >;
}

export interface MeasureAnswer {
  readonly request: MeasureRequest;
  /** Why nothing could be measured; then all values are NaN with this reason, and course and scale are empty. */
  readonly refusal: Reason | null;
  /** The level used, and the areas' order of every array below. */
  readonly level: string;
  readonly groupTotal: number;
  readonly referenceTotal: number;
  /** Areas with figures and population; and the others. */
  readonly used: number;
  readonly excluded: number;
  readonly indices: readonly IndexValue[];
  /** Null where no count is secret, or too many are to say anything. */
  readonly range: SecretRange | null;
  /** Every year both groups are known in, ascending, with all values (no permutations). */
  readonly course: readonly {
    readonly year: number;
    readonly level: string;
    readonly values: Readonly<Record<string, number>>;
  }[];
  /** The same indices at every family that can be reached, finest first. */
  readonly scale: readonly {
    readonly family: string;
    readonly level: string;
    readonly used: number;
    readonly values: Readonly<Record<string, number>>;
  }[];
  /** Comparisons that turn round from one level to another, the largest first. */
  readonly flips: readonly RankFlip[];
  /** Signed contribution to D: (x_i/X − y_i/Y)/2, positive where the group is over-represented; NaN where excluded. */
  readonly contributions: Float64Array;
  /** x_i/(x_i+y_i) over X/(X+Y); NaN where excluded. */
  readonly locationQuotients: Float64Array;
  /** x_i/(x_i+y_i). */
  readonly shares: Float64Array;
  /** x_i and y_i, NaN where excluded: what the Lorenz curve and the concentration profile are drawn from. */
  readonly group: Float64Array;
  readonly reference: Float64Array;
  /** Areas without any neighbour. */
  readonly islands: readonly string[];
}
