import type { Adjacency } from '../../weights/sparse.ts';

/** How the differences of neighbours are weighted. */
export interface DifferenceWeights {
  /** w_ij beside `neighbours`; without them every link counts 1. */
  readonly weights?: Float64Array;
  /** Every unit's weights are divided by their sum first. */
  readonly isRowStandardised?: boolean;
  /** s_i: every difference is multiplied by (s_i + s_j)/2. */
  readonly stress?: Float64Array;
}

/**
 * Mean difference of the shares of neighbours, sum_ij w_ij |p_i − p_j| / sum_ij w_ij: the term by which the indices of
 * Morrill and Wong lower D.
 *
 * @param shares p_i; units with NaN are left out with their links.
 * @returns 0 (all neighbours alike) … 1. NaN if no two units with a share are linked.
 * Cost: linear in the number of links.
 */
export function meanNeighbourDifference(
  shares: Float64Array,
  { offsets, neighbours }: Adjacency,
  { weights, isRowStandardised = false, stress }: DifferenceWeights = {},
): number {
  let differences = 0;
  let allWeights = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i]!;
    if (Number.isNaN(share)) continue;
    let ownDifferences = 0;
    let ownWeights = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const j = neighbours[k]!;
      const difference = Math.abs(share - shares[j]!);
      if (Number.isNaN(difference)) continue;
      const weight = weights ? weights[k]! : 1;
      ownWeights += weight;
      ownDifferences += weight * difference * (stress ? (stress[i]! + stress[j]!) / 2 : 1);
    }
    if (ownWeights === 0) continue;
    differences += isRowStandardised ? ownDifferences / ownWeights : ownDifferences;
    allWeights += isRowStandardised ? 1 : ownWeights;
  }
  return allWeights === 0 ? NaN : differences / allWeights;
}
