import { logarithm, logarithmsOf } from '../../numeric/logarithms.ts';
import type { LocalManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';

/**
 * Local diversity, entropy of every unit [lokale Vielfalt, Entropie der Einheit], E_i.
 *
 * How mixed each unit is, whatever the city.
 *
 * E_i = −sum_m p_im ln p_im.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (one group only) … ln of the number of groups (all equal) per unit, in nats. NaN for units without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Shannon 1948; Theil 1972. Agrees with OasisR and PySAL, but that PySAL gives 0 to units without persons.
 * @example localEntropy([[30, 40], [10, 0]]) // [0.5623, 0]
 */
export function localEntropy(groups: readonly Counts[]): Float64Array {
  return localEntropyOf(manyGroupTable(groups));
}

/** `localEntropy` of a checked table. */
export function localEntropyOf({ size, groups, total }: ManyGroupTable): Float64Array {
  const values = new Float64Array(size);
  const { table, logarithms } = logarithmsOf(total);
  for (const counts of groups) {
    for (let j = 0; j < size; j++) {
      const x = counts[j]!;
      if (x > 0) values[j]! += x * (logarithms[j]! - logarithm(x, table));
    }
  }
  // 0/0 leaves units without persons undefined
  for (let j = 0; j < size; j++) values[j]! /= total[j]!;
  return values;
}

/**
 * Normalised local diversity [normalisierte lokale Vielfalt].
 *
 * How mixed each unit is, in relation to the greatest mix of so many groups.
 *
 * E_i/ln k, k number of groups, those without persons included.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (one group only) … 1 (all groups equal) per unit. NaN for units without persons, and throughout for one group.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Theil 1972. Agrees with PySAL. OasisR divides by the logarithm of the number of groups present in the unit, so
 * that its units cannot be compared with each other.
 * @example normalizedLocalEntropy([[30, 40], [10, 0]]) // [0.8113, 0]
 */
export function normalizedLocalEntropy(groups: readonly Counts[]): Float64Array {
  return normalizedLocalEntropyOf(manyGroupTable(groups));
}

/** `normalizedLocalEntropy` of a checked table. */
export function normalizedLocalEntropyOf(table: ManyGroupTable): Float64Array {
  const greatest = table.groups.length < 2 ? NaN : Math.log(table.groups.length);
  const values = localEntropyOf(table);
  for (let j = 0; j < values.length; j++) {
    const value = values[j]! / greatest;
    values[j] = value > 1 ? 1 : value;
  }
  return values;
}

/**
 * Local Simpson interaction [lokale Simpson-Vielfalt], I_i.
 *
 * The chance that two persons of a unit, drawn at random with replacement, are of different groups.
 *
 * I_i = sum_m p_im (1 − p_im).
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (one group only) … 1 − 1/k (k equal groups) per unit. NaN for units without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Simpson 1949. Agrees with PySAL and OasisR.
 * @example localSimpsonInteraction([[30, 40], [10, 0]]) // [0.375, 0]
 */
export function localSimpsonInteraction(groups: readonly Counts[]): Float64Array {
  const { size, groups: columns, total } = manyGroupTable(groups);
  const values = new Float64Array(size);
  for (const counts of columns) {
    for (let j = 0; j < size; j++)
      values[j]! += (counts[j]! / total[j]!) * ((total[j]! - counts[j]!) / total[j]!);
  }
  return values;
}

/**
 * Local Simpson concentration [lokale Simpson-Konzentration].
 *
 * The chance that two persons of a unit, drawn at random with replacement, are of the same group.
 *
 * sum_m p_im² = 1 − I_i.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 1/k (k equal groups) … 1 (one group only) per unit. NaN for units without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Simpson 1949. Agrees with PySAL.
 * @example localSimpsonConcentration([[30, 40], [10, 0]]) // [0.625, 1]
 */
export function localSimpsonConcentration(groups: readonly Counts[]): Float64Array {
  const { size, groups: columns, total } = manyGroupTable(groups);
  const values = new Float64Array(size);
  for (const counts of columns) {
    for (let j = 0; j < size; j++) values[j]! += (counts[j]! / total[j]!) ** 2;
  }
  return values;
}

export const localEntropySpec: LocalManyGroupSpec = {
  id: 'local_E',
  dimension: 'diversity',
  groups: 'many',
  scope: 'local',
  needs: [],
  range: [0, 1],
  direction: 'neither',
  invariances: ['size', 'symmetry'],
  citation: 'Shannon 1948; Theil 1972',
  compute: normalizedLocalEntropyOf,
};
