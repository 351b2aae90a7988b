import type { LocalManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { localMutualInformationOf } from './local-mutual-information.ts';

/**
 * Local divergence [lokale Divergenz], D_i.
 *
 * How surprising the composition of a unit is to somebody who knows that of the city.
 *
 * D_i = sum_m p_im ln(p_im/P_m), the Kullback–Leibler divergence of the unit from the city; sum t_i D_i/T = M. The same
 * figure as the local M.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (composed as the city) … ln(1/P_m) (only group m) per unit, in nats. NaN for units without persons, and
 * throughout if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Roberto 2016, The Divergence Index, arXiv 1508.01167. PySAL's profile of divergence starts from the same
 * figure.
 * @example localDivergence([[30, 10], [10, 30]]) // [0.1308, 0.1308]
 */
export function localDivergence(groups: readonly Counts[]): Float64Array {
  return localMutualInformationOf(manyGroupTable(groups));
}

/**
 * Normalised local divergence [normalisierte lokale Divergenz].
 *
 * The local divergence in relation to the greatest one possible in this city: a unit with nobody but the smallest group.
 *
 * D_i/ln(1/P_min), P_min share of the smallest group that has persons.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (composed as the city) … 1 (only the smallest group) per unit. NaN as `localDivergence`.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: after Roberto 2016; the maximum is that of a single unit, so that every unit lies between 0 and 1.
 * @example normalizedLocalDivergence([[30, 10], [10, 30]]) // [0.1887, 0.1887]
 */
export function normalizedLocalDivergence(groups: readonly Counts[]): Float64Array {
  return normalizedLocalDivergenceOf(manyGroupTable(groups));
}

/** `normalizedLocalDivergence` of a checked table. */
export function normalizedLocalDivergenceOf(table: ManyGroupTable): Float64Array {
  const values = localMutualInformationOf(table);
  let smallest = Infinity;
  for (const sum of table.groupSums) if (sum > 0 && sum < smallest) smallest = sum;
  const greatest = Math.log(table.totalSum / smallest);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! / greatest;
    values[i] = value > 1 ? 1 : value;
  }
  return values;
}

export const localDivergenceSpec: LocalManyGroupSpec = {
  id: 'local_divergence',
  dimension: 'evenness',
  groups: 'many',
  scope: 'local',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Roberto 2016',
  compute: normalizedLocalDivergenceOf,
};
