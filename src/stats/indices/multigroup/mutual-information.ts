import { expectedDivergences } from '../../inference/chance-of-units.ts';
import { logarithm, logarithmsOf } from '../../numeric/logarithms.ts';
import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { entropyOf } from './entropy.ts';
import { isUndefined } from './simpson.ts';

/**
 * Mutual information index [Transinformation, M-Index], M.
 *
 * How much knowing somebody's unit tells about their group.
 *
 * M = sum_j t_j/T sum_m p_jm ln(p_jm/P_m), in nats.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (all units alike) … E, the entropy of the city, ≤ ln of the number of groups (no unit shared).
 * NaN if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Theil & Finizza 1971; Mora & Ruiz-Castillo 2011, Sociological Methodology 41, 159–194.
 * Agrees with segregation (R) and PySAL.
 * @example mutualInformation([[30, 10], [10, 30]]) // 0.1308
 */
export function mutualInformation(groups: readonly Counts[]): number {
  return mutualInformationOf(manyGroupTable(groups));
}

/** `mutualInformation` of a checked table. */
export function mutualInformationOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { size, groups, total, groupSums, totalSum } = table;
  const { table: known, logarithms } = logarithmsOf(total);
  let sum = 0;
  groups.forEach((counts, m) => {
    const overGroup = Math.log(totalSum / groupSums[m]!);
    for (let j = 0; j < size; j++) {
      const x = counts[j]!;
      if (x > 0) sum += x * (logarithm(x, known) - logarithms[j]! + overGroup);
    }
  });
  return Math.max(0, sum / totalSum);
}

/**
 * Expected M under chance, about (n − 1)(k − 1)/(2 T) for n units and k groups.
 *
 * Sum over units and groups of the exact or series expectation (see `expectedDivergences`).
 * Source: Winship 1977; Miller 1955; R segregation simulates it.
 */
export function expectedMutualInformationOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  // M never passes E; rounding fractions of persons to persons could
  return Math.min(entropyOf(table), expectedDivergences(table.total, table.groupSums) / table.totalSum);
}

export const mutualInformationSpec: ManyGroupSpec = {
  id: 'M',
  dimension: 'evenness',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, Infinity],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Theil & Finizza 1971; Mora & Ruiz-Castillo 2011',
  compute: mutualInformationOf,
  expected: expectedMutualInformationOf,
};
