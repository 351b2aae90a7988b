import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { entropyOf } from './entropy.ts';
import { expectedMutualInformationOf, mutualInformationOf } from './mutual-information.ts';
import { isUndefined } from './simpson.ts';

/**
 * Multigroup information index [Mehrgruppen-Entropieindex], H.
 *
 * How much less mixed the units are on average than the whole city, over all groups.
 *
 * H = sum_j t_j (E − E_j)/(E T) = M/E.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (all units mixed as the city) … 1 (no unit mixed). With two groups equal to Theil's H.
 * NaN if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Theil & Finizza 1971; Reardon & Firebaugh 2002. Agrees with PySAL, OasisR and segregation.
 * @example multigroupInformation([[30, 10], [10, 30]]) // 0.1887
 */
export function multigroupInformation(groups: readonly Counts[]): number {
  return multigroupInformationOf(manyGroupTable(groups));
}

/** `multigroupInformation` of a checked table. */
export function multigroupInformationOf(table: ManyGroupTable): number {
  return isUndefined(table) ? NaN : Math.min(1, mutualInformationOf(table) / entropyOf(table));
}

/** Expected multigroup H under chance, E[M]/E: the diversity of the city is not changed by allocation. */
export function expectedMultigroupInformationOf(table: ManyGroupTable): number {
  return isUndefined(table) ? NaN : Math.min(1, expectedMutualInformationOf(table) / entropyOf(table));
}

export const multigroupInformationSpec: ManyGroupSpec = {
  id: 'H_multi',
  dimension: 'evenness',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Theil & Finizza 1971; Reardon & Firebaugh 2002',
  compute: multigroupInformationOf,
  expected: expectedMultigroupInformationOf,
};
