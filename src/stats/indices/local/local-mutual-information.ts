import { logarithm, logarithmsOf } from '../../numeric/logarithms.ts';
import type { LocalManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { isUndefined } from '../multigroup/simpson.ts';

/** Local scores and the weights with which they average to M. */
export interface LocalScores {
  /** L, in nats. */
  readonly scores: Float64Array;
  /** Share of all persons; they sum to 1. */
  readonly shares: Float64Array;
}

/**
 * Local segregation of units, local M [lokale Transinformation, lokale Segregation der Einheiten], L_u.
 *
 * How far the composition of a unit is from that of the whole city.
 *
 * L_u = sum_m p_um ln(p_um/P_m); sum p_u L_u = M; p_um share of group m in unit u, P_m in the city, p_u = t_u/T. The same as
 * the local divergence (Kullback–Leibler divergence of the unit from the city).
 *
 * @param groups one column of persons per unit for each group.
 * @returns L ≥ 0 in nats (0: composed as the city; ln(1/P_m): only group m) and p per unit, in the order of the units.
 * Both NaN for units without persons, and throughout if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Mora & Ruiz-Castillo 2011, Sociological Methodology 41, 159–194; Roberto 2016. Agrees with segregation
 * (mutual_local).
 * @example localMutualInformation([[30, 10], [10, 30]]).scores // [0.1308, 0.1308]
 */
export function localMutualInformation(groups: readonly Counts[]): LocalScores {
  const table = manyGroupTable(groups);
  const isWithout = isUndefined(table);
  return {
    scores: localMutualInformationOf(table),
    shares: table.total.map((t) => (t > 0 && !isWithout ? t / table.totalSum : NaN)),
  };
}

/** The scores of `localMutualInformation`, of a checked table. */
export function localMutualInformationOf(table: ManyGroupTable): Float64Array {
  const { size, groups, total, groupSums, totalSum } = table;
  const scores = new Float64Array(size);
  if (isUndefined(table)) return scores.fill(NaN);
  const { table: known, logarithms } = logarithmsOf(total);
  groups.forEach((counts, m) => {
    const overGroup = Math.log(totalSum / groupSums[m]!);
    for (let j = 0; j < size; j++) {
      const x = counts[j]!;
      if (x > 0) scores[j]! += x * (logarithm(x, known) - logarithms[j]! + overGroup);
    }
  });
  for (let j = 0; j < size; j++) {
    // 0/0 leaves units without persons undefined
    const score = scores[j]! / total[j]!;
    scores[j] = score < 0 ? 0 : score;
  }
  return scores;
}

/**
 * Local segregation of groups [lokale Segregation der Gruppen], L_m.
 *
 * How far the spread of a group over the units is from that of everybody.
 *
 * L_m = sum_u (x_um/X_m) ln((x_um/X_m)/p_u); sum P_m L_m = M.
 *
 * @param groups one column of persons per unit for each group.
 * @returns L ≥ 0 in nats (0: spread as everybody) and P per group, in the order of the groups. NaN for groups without
 * persons (share 0), and throughout if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Mora & Ruiz-Castillo 2011. Agrees with segregation (mutual_local).
 * @example localMutualInformationOfGroups([[30, 10], [10, 30]]).scores // [0.1308, 0.1308]
 */
export function localMutualInformationOfGroups(groups: readonly Counts[]): LocalScores {
  const table = manyGroupTable(groups);
  const { size, total, groupSums, totalSum } = table;
  const isWithout = isUndefined(table);
  const { table: known, logarithms } = logarithmsOf(total);
  const scores = Float64Array.from(table.groups, (counts, m) => {
    if (isWithout) return NaN;
    const overGroup = Math.log(totalSum / groupSums[m]!);
    let sum = 0;
    for (let j = 0; j < size; j++) {
      const x = counts[j]!;
      if (x > 0) sum += x * (logarithm(x, known) - logarithms[j]! + overGroup);
    }
    const score = sum / groupSums[m]!;
    return score < 0 ? 0 : score;
  });
  return { scores, shares: groupSums.map((sum) => (isWithout ? NaN : sum / totalSum)) };
}

export const localMutualInformationSpec: LocalManyGroupSpec = {
  id: 'M_local',
  dimension: 'evenness',
  groups: 'many',
  scope: 'local',
  needs: [],
  range: [0, Infinity],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Mora & Ruiz-Castillo 2011; Roberto 2016',
  compute: localMutualInformationOf,
};
