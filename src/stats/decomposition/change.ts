import {
  type Information,
  informationOfCells,
  type KeyedTable,
  type MatchedTables,
  matchedTables,
  scoresOfCells,
} from './matched.ts';
import { type FittingOptions, proportionalFitting } from './proportional-fitting.ts';

export interface ChangeOptions extends FittingOptions {
  /** Index whose change is taken apart (default M, in nats). */
  readonly index?: 'M' | 'H';
  /**
   * Begin the fits to other groups with the units' shares of the first table over those of the second, as R segregation
   * does. Makes no difference but at coarse precision; only to reproduce figures of its default of 0.001.
   */
  readonly start?: 'even' | 'R segregation';
}

/** Parts of a change; removals, additions and the marginal and structural parts add up to after − before. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** What changes because units (or groups) are no longer there, and because new ones are. */
  readonly removals: number;
  readonly additions: number;
  /** Because the sizes of the groups changed. */
  readonly groupMarginal: number;
  /** Because the sizes of the units changed. */
  readonly unitMarginal: number;
  /** Because the groups live differently, whatever the sizes. */
  readonly structural: number;
  /** Units and groups that are in both tables. */
  readonly units: number;
  readonly groups: number;
  /** Whether all fits reached their precision, the most iterations one took, and the largest deviation left. */
  readonly converged: boolean;
  readonly iterations: number;
  readonly deviation: number;
}

/** What each unit adds to a change of M; arrays in the order of `keys`. */
export interface UnitChanges {
  /** Units with persons in both tables. */
  readonly keys: readonly string[];
  /** Share of the persons before and after, among matched units and groups. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Change of the local score with the margins of the first table, and with those of the second. */
  readonly scoreChangeBefore: Float64Array;
  readonly scoreChangeAfter: Float64Array;
  /** Adds up to the structural part, as near as the precision of the fits. */
  readonly structural: Float64Array;
  /** Add up to the two marginal parts. */
  readonly unitMarginal: Float64Array;
  readonly groupMarginal: Float64Array;
}

/**
 * Decomposition of a change of segregation [Zerlegung der Veränderung der Segregation].
 *
 * How much of the change comes from units that appeared or vanished, how much from groups and units having grown or
 * shrunk, and how much from people living differently.
 *
 * after − before = removals + additions + group marginal + unit marginal + structural. removals = I(before, matched) −
 * I(before), additions = I(after) − I(after, matched). With I(s, u, g) the index of the structure (odds ratios) of table s
 * under the unit shares of u and the group shares of g (proportional fitting):
 * structural = half the change from s = 1 to 2 under the margins of 1, half under those of 2;
 * group marginal = a quarter of each change from g = 1 to 2 with s = 1, 2 and u = 1, 2; unit marginal likewise.
 *
 * @param before @param after the two tables; units are matched by key, groups by position.
 * @param options index, precision and iteration limit of the fits.
 * @returns the parts, exactly adding up. Symmetric: exchanging the tables turns every sign (removals become additions).
 * `converged` is false where a fit did not reach its precision; the parts still add up.
 * NaN where an index of one of the whole tables, or of the matched part, is not defined.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: …`.
 * Cost: six fits, each linear in the cells per iteration.
 * Source: Elbers 2021, Sociological Methods & Research, doi 10.1177/0049124121986204; Deutsch, Flückiger & Silber 2009.
 * For H the same with H of the same tables (ours; the source has M only).
 * Deviates from segregation in its default precision (1e-10, there 0.001, which can leave a third of a part undecided).
 * Empty cells count as 1e-10 persons while fitting, as there.
 * @example
 * const table = { keys: ['a', 'b'], groups: [[30, 10], [10, 30]] };
 * segregationChange(table, { ...table, groups: [[60, 20], [10, 30]] }).structural // 0: only the first group has grown
 */
export function segregationChange(
  before: KeyedTable,
  after: KeyedTable,
  options: ChangeOptions = {},
): Change {
  const matched = matchedTables(before, after);
  const tables = counterfactuals(matched, options);
  const value = ({ M, E }: Information): number => (options.index === 'H' ? M / E : M);
  const [first, last] = [value(matched.whole.before), value(matched.whole.after)];
  const k = matched.groups.length;
  const at = (cells: Float64Array): number => value(informationOfCells(cells, k));
  const all: EachTable<number> = {
    own1: at(matched.before),
    units1: at(tables.units1.cells),
    groups1: at(tables.groups1.cells),
    both1: at(tables.both1.cells),
    own2: at(matched.after),
    units2: at(tables.units2.cells),
    groups2: at(tables.groups2.cells),
    both2: at(tables.both2.cells),
  };
  const fits = Object.values(tables);
  return {
    before: first,
    after: last,
    difference: last - first,
    removals: all.own1 - first,
    additions: last - all.own2,
    groupMarginal: groupMarginal(all),
    unitMarginal: unitMarginal(all),
    structural: (all.both2 - all.own1 + all.own2 - all.both1) / 2,
    units: matched.keys.length,
    groups: k,
    converged: fits.every((fit) => fit.converged),
    iterations: Math.max(...fits.map((fit) => fit.iterations)),
    deviation: Math.max(...fits.map((fit) => fit.deviation)),
  };
}

/**
 * Change of M unit by unit [Veränderung von M nach Einheiten].
 *
 * Which units the structural and the marginal change comes from.
 *
 * structural_u = (p_u1 (L_u(2, margins of 1) − L_u(1)) + p_u2 (L_u(2) − L_u(1, margins of 2)))/2; L_u local score, p_u share
 * of the persons. Marginal parts: the quarters of `segregationChange` with p_u L_u in the place of M.
 *
 * @param before @param after @param options as `segregationChange`; always of M.
 * @returns one value per unit that is in both tables. NaN throughout without two matched units and groups.
 * @throws as `segregationChange`. Cost: the same.
 * Source: Elbers 2021. Agrees with segregation (shapley_detailed, shapley_detailed_marginal).
 * @example unitChanges({ keys: ['a', 'b'], groups: [[3, 1], [1, 3]] }, { keys: ['a', 'b'], groups: [[2, 2], [1, 3]] }).keys // ['a', 'b']
 */
export function unitChanges(before: KeyedTable, after: KeyedTable, options: ChangeOptions = {}): UnitChanges {
  const matched = matchedTables(before, after);
  const tables = counterfactuals(matched, options);
  const k = matched.groups.length;
  const parts = (cells: Float64Array) => {
    const { units, scores } = scoresOfCells(cells, k);
    return { units, scores, products: units.map((share, u) => (share > 0 ? share * scores[u]! : 0)) };
  };
  const all = {
    own1: parts(matched.before),
    units1: parts(tables.units1.cells),
    groups1: parts(tables.groups1.cells),
    both1: parts(tables.both1.cells),
    own2: parts(matched.after),
    units2: parts(tables.units2.cells),
    groups2: parts(tables.groups2.cells),
    both2: parts(tables.both2.cells),
  };
  const ofUnit = (u: number): EachTable<number> => ({
    own1: all.own1.products[u]!,
    units1: all.units1.products[u]!,
    groups1: all.groups1.products[u]!,
    both1: all.both1.products[u]!,
    own2: all.own2.products[u]!,
    units2: all.units2.products[u]!,
    groups2: all.groups2.products[u]!,
    both2: all.both2.products[u]!,
  });
  const each = (of: (u: number) => number): Float64Array =>
    Float64Array.from({ length: matched.keys.length }, (_, u) => of(u));
  const scoreChangeBefore = each((u) => all.both2.scores[u]! - all.own1.scores[u]!);
  const scoreChangeAfter = each((u) => all.own2.scores[u]! - all.both1.scores[u]!);
  return {
    keys: matched.keys,
    before: all.own1.units,
    after: all.own2.units,
    scoreChangeBefore,
    scoreChangeAfter,
    structural: each(
      (u) => (all.own1.units[u]! * scoreChangeBefore[u]! + all.own2.units[u]! * scoreChangeAfter[u]!) / 2,
    ),
    unitMarginal: each((u) => unitMarginal(ofUnit(u))),
    groupMarginal: each((u) => groupMarginal(ofUnit(u))),
  };
}

/**
 * A figure of all eight combinations. The number is the table the structure is from; `own` its own margins, `units` and
 * `groups` that margin from the other table, `both` both.
 */
interface EachTable<T> {
  readonly own1: T;
  readonly units1: T;
  readonly groups1: T;
  readonly both1: T;
  readonly own2: T;
  readonly units2: T;
  readonly groups2: T;
  readonly both2: T;
}

function groupMarginal(of: EachTable<number>): number {
  return (of.groups1 - of.own1 + of.both1 - of.units1 + of.own2 - of.groups2 + of.units2 - of.both2) / 4;
}

function unitMarginal(of: EachTable<number>): number {
  return (of.units1 - of.own1 + of.both1 - of.groups1 + of.own2 - of.units2 + of.groups2 - of.both2) / 4;
}

function counterfactuals({ before, after, groups }: MatchedTables, options: ChangeOptions) {
  const k = groups.length;
  const [one, two] = [withoutEmptyCells(before), withoutEmptyCells(after)];
  const [margins1, margins2] = [scoresOfCells(one, k), scoresOfCells(two, k)];
  const towards = (
    cells: Float64Array,
    units: Float64Array,
    groupShares: Float64Array,
    start?: Float64Array,
  ) => proportionalFitting(cells, units, groupShares, options, start);
  const over = (a: Float64Array, b: Float64Array): Float64Array | undefined =>
    options.start === 'R segregation' ? a.map((share, u) => share / b[u]!) : undefined;
  return {
    units1: towards(one, margins2.units, margins1.groups),
    groups1: towards(one, margins1.units, margins2.groups, over(margins1.units, margins2.units)),
    both1: towards(one, margins2.units, margins2.groups),
    units2: towards(two, margins1.units, margins2.groups),
    groups2: towards(two, margins2.units, margins1.groups, over(margins2.units, margins1.units)),
    both2: towards(two, margins1.units, margins1.groups),
  };
}

/** Fits that must put persons where there are none need a trace of them; a thousandth of the smallest count at most. */
export function withoutEmptyCells(cells: Float64Array): Float64Array {
  let trace = 1e-10;
  for (const cell of cells) if (cell > 0 && cell < trace) trace = cell / 1000;
  return cells.map((cell) => (cell > 0 ? cell : trace));
}
