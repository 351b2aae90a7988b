import { logarithm, logarithmsOf } from '../../numeric/logarithms.ts';
import type { LocalManyGroupSpec, LocalTwoGroupSpec } from '../../spec.ts';
import {
  type Counts,
  type ManyGroupTable,
  manyGroupTable,
  type TwoGroupTable,
  twoGroupTable,
} from '../../table.ts';

/**
 * Contributions to Theil's information index [Beiträge zu Theils Entropieindex].
 *
 * What each unit adds to H: positive where it is less mixed than the city, negative where it is more mixed.
 *
 * h_i = t_i (E − E_i)/(E T); sum h_i = H; E entropy of the two groups in the city, E_i in the unit.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns −1 … 1 per unit, in the order of the units. NaN for units without persons, and throughout if a group is empty or
 * fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear, two logarithms per unit.
 * Source: Theil & Finizza 1971; Reardon & Firebaugh 2002.
 * @example informationContributions([30, 10], [10, 30]) // [0.0944, 0.0944]
 */
export function informationContributions(group: Counts, reference: Counts): Float64Array {
  return informationContributionsOf(twoGroupTable(group, reference));
}

/** `informationContributions` of a checked table. */
export function informationContributionsOf(table: TwoGroupTable): Float64Array {
  const { group, reference, total, groupSum, referenceSum, totalSum, populated, size } = table;
  return lessMixed([group, reference], [groupSum, referenceSum], total, totalSum, size, populated);
}

/**
 * Contributions to the multigroup information index [Beiträge zum Mehrgruppen-Entropieindex].
 *
 * What each unit adds to H over all groups: positive where it is less mixed than the city, negative where it is more mixed.
 *
 * h_i = t_i (E − E_i)/(E T); sum h_i = H.
 *
 * @param groups one column of persons per unit for each group.
 * @returns as `informationContributions`, with which it agrees for two groups. NaN for units without persons, and throughout
 * if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Theil & Finizza 1971; Reardon & Firebaugh 2002.
 * @example multigroupInformationContributions([[30, 10], [10, 30]]) // [0.0944, 0.0944]
 */
export function multigroupInformationContributions(groups: readonly Counts[]): Float64Array {
  return multigroupInformationContributionsOf(manyGroupTable(groups));
}

/** `multigroupInformationContributions` of a checked table. */
export function multigroupInformationContributionsOf(table: ManyGroupTable): Float64Array {
  const { groups, groupSums, total, totalSum, size, populated } = table;
  return lessMixed(groups, groupSums, total, totalSum, size, populated);
}

function lessMixed(
  columns: readonly Float64Array[],
  sums: ArrayLike<number>,
  total: Float64Array,
  totalSum: number,
  size: number,
  populated: number,
): Float64Array {
  const values = new Float64Array(size);
  let entropy = 0;
  for (let m = 0; m < sums.length; m++) {
    if (sums[m]! > 0) entropy += (sums[m]! / totalSum) * Math.log(totalSum / sums[m]!);
  }
  if (!(entropy > 0) || populated < 2) return values.fill(NaN);
  const { table, logarithms } = logarithmsOf(total);
  for (const counts of columns) {
    for (let j = 0; j < size; j++) {
      const x = counts[j]!;
      if (x > 0) values[j]! += x * (logarithms[j]! - logarithm(x, table));
    }
  }
  for (let j = 0; j < size; j++) {
    const t = total[j]!;
    values[j] = t > 0 ? (t - values[j]! / entropy) / totalSum : NaN;
  }
  return values;
}

export const informationContributionsSpec: LocalTwoGroupSpec = {
  id: 'H_contribution',
  dimension: 'evenness',
  groups: 'two',
  scope: 'local',
  needs: [],
  range: [-1, 1],
  direction: 'neither',
  invariances: ['size', 'symmetry'],
  citation: 'Theil & Finizza 1971',
  compute: informationContributionsOf,
};

export const multigroupInformationContributionsSpec: LocalManyGroupSpec = {
  ...informationContributionsSpec,
  id: 'H_multi_contribution',
  groups: 'many',
  citation: 'Theil & Finizza 1971; Reardon & Firebaugh 2002',
  compute: multigroupInformationContributionsOf,
};
