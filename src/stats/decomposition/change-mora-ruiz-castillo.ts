import type { Change } from './change.ts';
import { entropyOfShares, type KeyedTable, matchedTables, scoresOfCells } from './matched.ts';

/**
 * Change of M after Mora and Ruiz-Castillo [Veränderung von M nach Mora und Ruiz-Castillo].
 *
 * How much comes from the diversity of the whole, how much from the sizes of the units, how much from the diversity within
 * the units.
 *
 * M = E − sum p_u E_u. group marginal = E_2 − E_1; unit marginal = −sum (p_u2 − p_u1)(E_u1 + E_u2)/2; structural =
 * −sum (E_u2 − E_u1)(p_u1 + p_u2)/2; E_u entropy of the groups within unit u. Removals and additions as in
 * `segregationChange`.
 *
 * @param before @param after as `segregationChange`.
 * @returns the parts in nats, adding up. Not the same when groups and units change places. NaN as `segregationChange`.
 * @throws as `segregationChange`. Cost: linear; no fitting.
 * Source: Mora & Ruiz-Castillo 2009, Research on Economic Inequality 17, 33–53; 2011. Agrees with segregation (method mrc).
 * @example moraRuizCastilloChange(table, table).structural // 0
 */
export function moraRuizCastilloChange(
  before: KeyedTable,
  after: KeyedTable,
): Pick<
  Change,
  | 'before'
  | 'after'
  | 'difference'
  | 'removals'
  | 'additions'
  | 'groupMarginal'
  | 'unitMarginal'
  | 'structural'
> {
  const { before: one, after: two, groups, whole } = matchedTables(before, after);
  const [first, last] = [diversities(one, groups.length), diversities(two, groups.length)];
  let unitMarginal = 0;
  let structural = 0;
  for (let u = 0; u < first.units.length; u++) {
    const [p1, p2] = [first.units[u]!, last.units[u]!];
    const [e1, e2] = [first.within[u]!, last.within[u]!];
    unitMarginal -= ((p2 - p1) * (e1 + e2)) / 2;
    structural -= ((e2 - e1) * (p1 + p2)) / 2;
  }
  return {
    before: whole.before.M,
    after: whole.after.M,
    difference: whole.after.M - whole.before.M,
    removals: first.M - whole.before.M,
    additions: whole.after.M - last.M,
    groupMarginal: last.E - first.E,
    unitMarginal,
    structural,
  };
}

/** Entropy of the groups in all and within every unit. */
function diversities(cells: Float64Array, k: number) {
  const { groups, units } = scoresOfCells(cells, k);
  const within = new Float64Array(units.length);
  let M = entropyOfShares(groups);
  const E = M;
  for (let u = 0; u < units.length; u++) {
    const row = cells.subarray(u * k, (u + 1) * k);
    const total = row.reduce((sum, cell) => sum + cell, 0);
    within[u] = total > 0 ? entropyOfShares(row.map((cell) => cell / total)) : 0;
    M -= units[u]! * within[u]!;
  }
  return { units, within, E: units.length > 1 && k > 1 ? E : NaN, M };
}
