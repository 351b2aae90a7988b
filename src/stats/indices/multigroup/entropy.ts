import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';

/**
 * Entropy, Shannon diversity [Entropie, Vielfalt], E.
 *
 * How mixed the whole city is, whatever the spread over its units.
 *
 * E = −sum P_m ln P_m, in nats.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (one group only) … ln of the number of groups (equal groups). NaN without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Shannon 1948; Theil 1972. Agrees with OasisR, PySAL and segregation.
 * @example entropy([[30, 10], [10, 30]]) // ln 2 = 0.6931
 */
export function entropy(groups: readonly Counts[]): number {
  return entropyOf(manyGroupTable(groups));
}

/** `entropy` of a checked table. */
export function entropyOf({ groupSums, totalSum }: ManyGroupTable): number {
  if (totalSum === 0) return NaN;
  let sum = 0;
  for (const groupSum of groupSums) {
    if (groupSum > 0) sum += (groupSum / totalSum) * Math.log(totalSum / groupSum);
  }
  return sum;
}

/** Entropy relative to its greatest value, E/ln k with k the number of groups (empty ones included); NaN for k = 1. */
export function normalizedEntropy(groups: readonly Counts[]): number {
  return groups.length < 2 ? NaN : entropy(groups) / Math.log(groups.length);
}

export const entropySpec: ManyGroupSpec = {
  id: 'E',
  dimension: 'diversity',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, Infinity],
  direction: 'neither',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Shannon 1948; Theil 1972',
  compute: entropyOf,
  // allocation does not touch the composition of the city
  expected: entropyOf,
};
