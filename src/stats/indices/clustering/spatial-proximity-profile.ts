import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { Adjacency } from '../../weights/sparse.ts';

/** The curve and the index that sums it up. */
export interface SpatialProximityProfile {
  /** t, shares of the group from 0 to 1. */
  readonly thresholds: Float64Array;
  /** eta(t): how close the units with at least this share lie to each other. */
  readonly closeness: Float64Array;
  readonly index: number;
}

/**
 * Spatial proximity profile [Profil der räumlichen Nähe], SPP.
 *
 * Whether the areas where the group is frequent lie next to each other, for every notion of "frequent".
 *
 * eta(t) = (k² − k)/sum_i sum_j d_ij over the k units with p_i ≥ t, p_i = x_i/t_i, d_ij the least number of borders
 * between the two. SPP = (P − sum_{t < P} eta(t)/m + sum_{t ≥ P} eta(t)/m)/(1 − P), P = X/T, t = 0, 1/(m − 1), …, 1.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param neighbours who is next to whom (queen contiguity in the source); their weights do not count. Units without
 * persons are ways between others but belong to no threshold.
 * @param options.thresholds m, ≥ 2, default 1000.
 * @returns eta(t) is 1 where all units above t border on each other, falls as they lie apart, and is 0 where two of them
 * are not connected or fewer than two are left. The index rises with clustering, but is not 0 without segregation: it
 * then depends on the map alone. Therefore it is not part of the catalogue. NaN if a group is empty or fewer than two
 * units are populated; then the curve is empty.
 * @throws `invalid count: …`, `invalid length: …`, `invalid thresholds: …`.
 * Cost: n breadth-first searches, n (n + links) steps; memory linear in n.
 * Source: Hong & Sadahiro 2014, J. Geographical Systems 16, 211–231. Discretised as PySAL does.
 * @example chain of three units, shares 1, 1, 0: eta(t) = 1 for 0 < t ≤ 1, eta(0) = 6/8
 */
export function spatialProximityProfile(
  group: Counts,
  reference: Counts,
  neighbours: Adjacency,
  options: { readonly thresholds?: number } = {},
): SpatialProximityProfile {
  return spatialProximityProfileOf(twoGroupTable(group, reference), neighbours, options);
}

/** `spatialProximityProfile` of a checked table. */
export function spatialProximityProfileOf(
  table: TwoGroupTable,
  neighbours: Adjacency,
  { thresholds: steps = 1000 }: { readonly thresholds?: number } = {},
): SpatialProximityProfile {
  const { size, group, total, groupSum, referenceSum, totalSum } = table;
  if (!(Number.isInteger(steps) && steps >= 2)) throw new Error(`invalid thresholds: ${steps}`);
  if (neighbours.offsets.length !== size + 1) {
    throw new Error(`invalid length: ${size} (expected ${neighbours.offsets.length - 1})`);
  }
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) {
    return { thresholds: new Float64Array(0), closeness: new Float64Array(0), index: NaN };
  }
  const shares = total.map((count, i) => (count > 0 ? group[i]! / count : NaN));
  const order = Array.from(shares.keys())
    .filter((i) => total[i]! > 0)
    .sort((a, b) => shares[b]! - shares[a]! || a - b);
  const distances = distancesAmongFirst(order, neighbours);

  const share = groupSum / totalSum;
  const thresholds = new Float64Array(steps).map((_, k) => (k === steps - 1 ? 1 : k * (1 / (steps - 1))));
  const closeness = new Float64Array(steps);
  let above = order.length;
  let below = 0;
  let beyond = 0;
  for (let k = 0; k < steps; k++) {
    const threshold = thresholds[k]!;
    while (above > 0 && shares[order[above - 1]!]! < threshold) above--;
    const eta = above < 2 ? 0 : (above * above - above) / distances[above - 1]!;
    closeness[k] = eta;
    if (threshold < share) below += eta;
    else beyond += eta;
  }
  return { thresholds, closeness, index: (share - (below - beyond) / steps) / (1 - share) };
}

/** For every k the sum of the distances among the first k + 1 units, both ways; infinite where two are unconnected. */
function distancesAmongFirst(order: readonly number[], { offsets, neighbours }: Adjacency): Float64Array {
  const size = offsets.length - 1;
  const steps = new Int32Array(size);
  const queue = new Int32Array(size);
  const sums = new Float64Array(order.length);
  let among = 0;
  for (let k = 0; k < order.length; k++) {
    steps.fill(-1);
    const start = order[k]!;
    steps[start] = 0;
    queue[0] = start;
    let end = 1;
    for (let next = 0; next < end; next++) {
      const i = queue[next]!;
      for (let n = offsets[i]!; n < offsets[i + 1]!; n++) {
        const j = neighbours[n]!;
        if (steps[j]! >= 0) continue;
        steps[j] = steps[i]! + 1;
        queue[end++] = j;
      }
    }
    for (let earlier = 0; earlier < k; earlier++) {
      const distance = steps[order[earlier]!]!;
      among += distance < 0 ? Infinity : 2 * distance;
    }
    sums[k] = among;
  }
  return sums;
}
