import { logarithm, logarithmsOf } from '../../numeric/logarithms.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';

/**
 * Conditional entropy, mean diversity of the units [bedingte Entropie, mittlere Vielfalt der Einheiten].
 *
 * How mixed the units are on average, everybody counting the same.
 *
 * sum_j (t_j/T) E_j = E − M, E_j = −sum_m p_jm ln p_jm.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (no unit mixed) … E (every unit mixed as the city), in nats. NaN without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear, one logarithm per cell.
 * Source: Theil 1972. Agrees with segregation (entropy within).
 * @example conditionalEntropy([[30, 10], [10, 30]]) // 0.5623
 */
export function conditionalEntropy(groups: readonly Counts[]): number {
  return conditionalEntropyOf(manyGroupTable(groups));
}

/** `conditionalEntropy` of a checked table. */
export function conditionalEntropyOf({ size, groups, total, totalSum }: ManyGroupTable): number {
  const { table, logarithms } = logarithmsOf(total);
  let sum = 0;
  for (const counts of groups) {
    for (let j = 0; j < size; j++) {
      const x = counts[j]!;
      if (x > 0) sum += x * (logarithms[j]! - logarithm(x, table));
    }
  }
  return sum / totalSum;
}
