import type { Counts } from '../../table.ts';

/**
 * Exposure of one group to another among several [Kontaktindex zwischen zwei von mehreren Gruppen], xPy*.
 *
 * The share of the other group that members of the group meet in their unit on average, among all persons there.
 *
 * xPy* = sum x_i/X · o_i/t_i; t_i everybody in the unit. Of a group to itself it is its isolation.
 *
 * @param group x, persons per unit. @param other o, persons per unit. @param total t, everybody, t_i ≥ o_i.
 * @returns 0 … 1; over all groups of a complete set the values of one group sum to 1. NaN if the group is empty.
 * @throws `invalid length: …`, `invalid count: …`.
 * Cost: linear.
 * Source: Lieberson 1981; Bell 1954. Agrees with OasisR (xPy matrix) and segregation (exposure).
 * @example exposureTo([30, 10], [10, 10], [50, 50]) // 0.2
 */
export function exposureTo(group: Counts, other: Counts, total: Counts): number {
  const size = group.length;
  if (other.length !== size) throw new Error(`invalid length: ${other.length} (expected ${size})`);
  if (total.length !== size) throw new Error(`invalid length: ${total.length} (expected ${size})`);
  let groupSum = 0;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = group[i]!;
    const o = other[i]!;
    const t = total[i]!;
    if (!(x >= 0 && o >= 0 && t >= Math.max(x, o) && t < Infinity)) {
      throw new Error(`invalid count: ${x}, ${o} of ${t} at ${i}`);
    }
    groupSum += x;
    if (t > 0) sum += (x * o) / t;
  }
  return groupSum === 0 ? NaN : sum / groupSum;
}
