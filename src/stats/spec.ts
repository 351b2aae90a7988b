import type { ManyGroupTable, TwoGroupTable } from './table.ts';
import type { SparseMatrix } from './weights/sparse.ts';

export const dimensions = [
  'evenness',
  'exposure',
  'concentration',
  'centralization',
  'clustering',
  'diversity',
] as const;
export type Dimension = (typeof dimensions)[number];

/** What an index needs beside the counts. */
export const needs = ['weights', 'areas', 'distances', 'centre'] as const;
export type Need = (typeof needs)[number];

/**
 * Transformations that leave an index as it is (exchange: never raise it). A property test checks every declared one.
 *
 * - `composition`: all counts of one group times a constant.
 * - `size`: all counts times a constant.
 * - `organisation`: a unit is cut into two of the same composition, or an empty unit is added.
 * - `symmetry`: the groups change places.
 * - `exchange`: two persons of different groups change places, so that their two units become more alike; totals stay.
 */
export const invariances = ['composition', 'size', 'organisation', 'symmetry', 'exchange'] as const;
export type Invariance = (typeof invariances)[number];

/** Beside the counts: whatever `needs` names, and free parameters with the default of the literature. */
export interface IndexContext {
  /** Neighbours of the units, in the order of the counts. */
  readonly weights?: SparseMatrix;
  /**
   * Units without persons in indices of autocorrelation: `drop` them and their links (default), or take their share as
   * `zero`, as the reference packages do.
   */
  readonly emptyUnits?: 'zero' | 'drop';
  /** Atkinson's b, 0 < b < 1 (default 0.5). */
  readonly atkinson?: number;
}

interface SpecBase {
  /** Code as in the reference values, e.g. `D`, `H_multi`; also the key of its texts. */
  readonly id: string;
  readonly dimension: Dimension;
  readonly needs: readonly Need[];
  /** Smallest and largest possible value. */
  readonly range: readonly [number, number];
  /** Whether a higher value means more segregation, less, or neither. */
  readonly direction: 'more' | 'less' | 'neither';
  readonly invariances: readonly Invariance[];
  readonly citation: string;
}

export interface TwoGroupSpec extends SpecBase {
  readonly groups: 'two';
  readonly scope: 'global';
  compute(table: TwoGroupTable, context?: IndexContext): number;
  /** Value to be expected if the same persons were allocated at random to places of the same size; NaN if unknown. */
  expected(table: TwoGroupTable, context?: IndexContext): number;
}

export interface ManyGroupSpec extends SpecBase {
  readonly groups: 'many';
  readonly scope: 'global';
  compute(table: ManyGroupTable, context?: IndexContext): number;
  expected(table: ManyGroupTable, context?: IndexContext): number;
}

export interface LocalTwoGroupSpec extends SpecBase {
  readonly groups: 'two';
  readonly scope: 'local';
  /** One value per unit, in the order of the units. */
  compute(table: TwoGroupTable, context?: IndexContext): Float64Array;
}

export type IndexSpec = TwoGroupSpec | ManyGroupSpec | LocalTwoGroupSpec;
