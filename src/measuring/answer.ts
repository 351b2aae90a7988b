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
  'undefined',
] as const;
export type Reason = (typeof reasons)[number];

/** What the measure panel asks: two groups over the areas of one family of levels in one year. */
export interface MeasureRequest {
  /** Level family; the vintage follows from the year. */
  readonly family: string;
  readonly year: number;
  readonly group: string;
  /** Another resident group of the same universe, or `rest` (everyone else). */
  readonly reference: string;
  /** Random permutations behind the p value of Moran's I; 0 = none. */
  readonly permutations: number;
  readonly seed: number;
}

export interface IndexValue {
  /** Catalogue id. */
  readonly id: string;
  readonly value: number;
  /** Expected value under chance (random allocation of persons, or of values to areas for Moran); NaN if unknown. */
  readonly expected: number;
  /** Pseudo p value of the permutation test, where there is one. */
  readonly p: number | null;
  /** Why `value` is NaN: key of `measure.reason-…`; null when it is not. */
  readonly reason: Reason | null;
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
  /** Signed contribution to D: (x_i/X − y_i/Y)/2, positive where the group is over-represented; NaN where excluded. */
  readonly contributions: Float64Array;
  /** x_i/(x_i+y_i) over X/(X+Y); NaN where excluded. */
  readonly locationQuotients: Float64Array;
  /** x_i/(x_i+y_i). */
  readonly shares: Float64Array;
  /** Areas without any neighbour. */
  readonly islands: readonly string[];
}
