import type { ManyGroupTable, TwoGroupTable } from './table.ts';
import type { PairSums } from './weights/pair-sums.ts';
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

/**
 * What an index needs beside the counts, and where the context has it.
 *
 * - `weights`: neighbours (`weights`). `borders`: lengths of common borders and perimeters (`borders`, `perimeters`).
 * - `areas`: land area (`areas`). `centre`: position of every unit (`places`), from which the centre follows.
 * - `distances`: proximity of every pair (`proximity`). `radius`: local environments of one radius (`environment`).
 */
export const needs = ['weights', 'borders', 'areas', 'centre', 'distances', 'radius'] as const;
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
  /** Land area of every unit in square metres. */
  readonly areas?: Float64Array;
  /** Perimeter of every unit in metres. */
  readonly perimeters?: Float64Array;
  /** Length of the common border of two units in metres, in both directions (`general`). */
  readonly borders?: SparseMatrix;
  /** Where the units lie (centroids). */
  readonly places?: Places;
  /** The centre of the city, in the coordinates of `places`; default: centroid weighted by population. */
  readonly centre?: readonly [number, number];
  /** Sums over all units weighted with the proximity c_ij, the unit itself included. */
  readonly proximity?: PairSums;
  /** Sums over the local environment of every unit weighted with a kernel, the unit itself included. */
  readonly environment?: PairSums;
}

/** Positions of the units in metres of a projected system, in the order of the counts. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
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
  /**
   * What is thrown at random to tell the value from chance: `persons` onto places of the same size (default; no
   * segregation), or `areas` onto the map, where the index is about their places alone.
   */
  readonly chance?: 'persons' | 'areas';
  /** Freed of what chance alone gives by its own definition: nothing is left to be corrected. */
  readonly freeOfChance?: boolean;
  /** The largest value of a table depends on its groups and lies below that of `range`: no part of a way to it. */
  readonly greatestVaries?: boolean;
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

export interface LocalManyGroupSpec extends SpecBase {
  readonly groups: 'many';
  readonly scope: 'local';
  /** One value per unit, in the order of the units. */
  compute(table: ManyGroupTable, context?: IndexContext): Float64Array;
}

export type IndexSpec = TwoGroupSpec | ManyGroupSpec | LocalTwoGroupSpec | LocalManyGroupSpec;
