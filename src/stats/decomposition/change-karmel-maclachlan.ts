import { type ChangeOptions, withoutEmptyCells } from './change.ts';
import { informationOfCells, type KeyedTable, matchedTables, scoresOfCells } from './matched.ts';
import { proportionalFitting } from './proportional-fitting.ts';

/** Parts of a change, seen from the first table; they add up to after − before. */
export interface ForwardChange {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly removals: number;
  readonly additions: number;
  readonly groupMarginal: number;
  readonly unitMarginal: number;
  /** What changing both margins does beyond the sum of changing each. */
  readonly interaction: number;
  readonly structural: number;
  readonly converged: boolean;
}

/**
 * Change of M after Karmel and Maclachlan [Veränderung von M nach Karmel und Maclachlan].
 *
 * The first table is given the sizes of groups and units of the second; what remains is structural.
 *
 * structural = M(2) − M(1 fitted to both margins of 2); group marginal = M(1 with every group scaled to its size in 2) −
 * M(1), unit marginal likewise; interaction = the rest. Removals and additions as in `segregationChange`.
 *
 * @param before @param after @param options as `segregationChange`, of M.
 * @returns the parts in nats. Not symmetric; `segregationChange` is. NaN as there.
 * @throws as `segregationChange`. Cost: one fit.
 * Source: Karmel & Maclachlan 1988, Economic Record 64, 187–195; units that come and go after Elbers 2021.
 * Agrees with segregation (method km).
 * @example karmelMaclachlanChange(table, table).structural // 0
 */
export function karmelMaclachlanChange(
  before: KeyedTable,
  after: KeyedTable,
  options: Pick<ChangeOptions, 'precision' | 'iterations'> = {},
): ForwardChange {
  const matched = matchedTables(before, after);
  const k = matched.groups.length;
  const [first, last] = [matched.whole.before.M, matched.whole.after.M];
  const one = withoutEmptyCells(matched.before);
  const own = scoresOfCells(one, k);
  const target = scoresOfCells(withoutEmptyCells(matched.after), k);
  const informationAt = (cells: Float64Array): number => informationOfCells(cells, k).M;
  const start = informationAt(matched.before);
  const end = informationAt(matched.after);
  const fitted = proportionalFitting(one, target.units, target.groups, options);
  const both = informationAt(fitted.cells);
  const groupMarginal =
    informationAt(one.map((cell, c) => (cell * target.groups[c % k]!) / own.groups[c % k]!)) - start;
  const unitMarginal =
    informationAt(
      one.map((cell, c) => (cell * target.units[Math.floor(c / k)]!) / own.units[Math.floor(c / k)]!),
    ) - start;
  return {
    before: first,
    after: last,
    difference: last - first,
    removals: start - first,
    additions: last - end,
    groupMarginal,
    unitMarginal,
    interaction: both - start - groupMarginal - unitMarginal,
    structural: end - both,
    converged: fitted.converged,
  };
}
