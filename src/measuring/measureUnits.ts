import { sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import { finish } from '#stats/inference/stepper.ts';
import type { IndexContext, IndexSpec, Need } from '#stats/spec.ts';
import { manyGroupTable, type TwoGroupTable, twoGroupTable } from '#stats/table.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';
import type { Reason } from './answer.ts';
import { reasonOf } from './reasonOf.ts';

/** Units of any kind – areas, schools, rows of a table – with counts of two or more groups, all known. */
export interface Units {
  /** One column per group. */
  readonly columns: readonly Float64Array[];
  /** Null where nobody knows who is next to whom. */
  readonly weights: SparseMatrix | null;
  /** What else is known about space, over the same units: `contextFor(geography, …)`. `weights` goes before its own. */
  readonly space?: IndexContext | null;
}

export interface UnitOptions {
  /** Random permutations behind p; 0 = none. */
  readonly permutations: number;
  readonly seed: number;
  /** What an empty unit is to spatial indices: share 0, as in the reference packages, or nothing. */
  readonly emptyUnits: 'zero' | 'drop';
}

export interface UnitValue {
  /** One number, or one per unit for local indices. */
  readonly value: number | Float64Array;
  /** NaN where unknown. */
  readonly expected: number;
  readonly p: number | null;
  /** Why a global value is NaN, else null. */
  readonly reason: Reason | null;
}

/** Why an index cannot be computed for these units at all; null when it can. */
export function obstacleTo(spec: IndexSpec, units: Units): 'two-groups' | 'no-geometry' | null {
  if (spec.groups === 'two' && units.columns.length !== 2) return 'two-groups';
  const context = contextOf(units, 'zero');
  return spec.needs.every((need) => isFed(need, context)) ? null : 'no-geometry';
}

function contextOf({ weights, space }: Units, emptyUnits: UnitOptions['emptyUnits']): IndexContext {
  const own = { emptyUnits: { value: emptyUnits }, ...(weights ? { weights: { value: weights } } : {}) };
  // Beneath, so that parts nobody asks for are never made.
  return Object.create(space ?? {}, own) as IndexContext;
}

function isFed(need: Need, context: IndexContext): boolean {
  switch (need) {
    case 'weights':
      return 'weights' in context;
    case 'borders':
      return 'borders' in context && 'perimeters' in context;
    case 'areas':
      return 'areas' in context;
    case 'centre':
      return 'places' in context;
    case 'distances':
      return 'proximity' in context;
    case 'radius':
      return 'environment' in context;
  }
}

/**
 * One index of units [Index über Einheiten], for tables that belong to no Study.
 *
 * @param spec of the catalogue; `obstacleTo` must be null.
 * @returns the value with its expectation under chance; p for Moran's I when permutations are asked for.
 * NaN with its reason as in `measure`.
 * @throws `invalid count: …`.
 * Cost: that of the index; permutations linear in the links each.
 */
export function measureUnits(spec: IndexSpec, units: Units, options: UnitOptions): UnitValue {
  const context = contextOf(units, options.emptyUnits);
  if (spec.groups === 'many') {
    if (spec.scope === 'local') {
      const values = spec.compute(manyGroupTable(units.columns), context);
      return { value: values, expected: NaN, p: null, reason: null };
    }
    const table = manyGroupTable(units.columns);
    const value = spec.compute(table, context);
    const reason = table.populated < 2 ? 'one-area' : table.present < 2 ? 'group-absent' : 'undefined';
    return {
      value,
      expected: spec.expected(table, context),
      p: null,
      reason: Number.isNaN(value) ? reason : null,
    };
  }
  const [group = [], reference = []] = units.columns;
  const table = twoGroupTable(group, reference);
  if (spec.scope === 'local') {
    return { value: spec.compute(table, context), expected: NaN, p: null, reason: null };
  }
  const value = spec.compute(table, context);
  const near = units.weights || units.space ? { table, context } : null;
  const { weights } = context;
  return {
    value,
    expected: spec.expected(table, context),
    p:
      spec.id === 'moran' && weights && !Number.isNaN(value)
        ? probability({ table, weights }, options)
        : null,
    reason: Number.isNaN(value) ? reasonOf(spec, { table, near }) : null,
  };
}

function probability(
  { table, weights }: { readonly table: TwoGroupTable; readonly weights: SparseMatrix },
  { permutations, seed, emptyUnits }: UnitOptions,
): number | null {
  if (permutations === 0) return null;
  return finish(beginMoranTest(sharesOf(table, emptyUnits), weights, { permutations, seed })).p;
}
