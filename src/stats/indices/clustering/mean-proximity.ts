import type { IndexContext } from '../../spec.ts';
import { type Counts, twoGroupTable } from '../../table.ts';
import type { PairSums } from '../../weights/pair-sums.ts';

/**
 * Mean proximity between the members of two groups [mittlere Nähe], P_ab: P_xx within a group, P_oo among everybody.
 *
 * How close a member of one group and a member of the other live on average.
 *
 * P_ab = sum_i sum_j a_i b_j c_ij / (A B), c_ij the proximity of units i and j, a person with itself included.
 *
 * @param first a, persons per unit, ≥ 0. @param second b, persons per unit, same order (the same column for P_xx).
 * @param proximity c_ij over the same units, see `exponentialProximity`.
 * @returns 0 (far apart) … 1 (all at one spot) for exponential proximity. NaN if a group is empty.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: that of one pair sum.
 * Source: White 1983, American J. of Sociology 88, 1008–1018; Massey & Denton 1988. Agrees with OasisR.
 * @example with c_ij = 1/2 between the two units: meanProximity([1, 1], [1, 1], …) // 0.75
 */
export function meanProximity(first: Counts, second: Counts, proximity: PairSums): number {
  const { group, reference, groupSum, referenceSum } = twoGroupTable(first, second);
  if (groupSum === 0 || referenceSum === 0) return NaN;
  const [near] = proximity.sums([reference]);
  return dot(group, near!) / groupSum / referenceSum;
}

/** The proximity of a context. @throws `invalid proximity: undefined`. */
export function proximityOf(context: IndexContext | undefined): PairSums {
  if (!context?.proximity) throw new Error('invalid proximity: undefined');
  return context.proximity;
}

/** sum a_i b_i. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Expected value of sum_ij c_ij x_i x_j, divided by X, if the X persons of a group are allocated at random to the T
 * places of the units: E[x_i x_j] = s t_i t_j and E[x_i²] = s t_i² + (P − s) t_i with s = X(X − 1)/(T(T − 1)).
 *
 * @param everybody sum_ij c_ij t_i t_j. @param within sum c_ii t_i.
 * @returns NaN if the group is empty or there is a single person.
 */
export function expectedProximityPerMember(
  groupSum: number,
  totalSum: number,
  everybody: number,
  within: number,
): number {
  if (groupSum === 0 || totalSum <= 1) return NaN;
  const others = Math.max(0, groupSum - 1) / (totalSum - 1);
  return (others * everybody) / totalSum + ((1 - others) * within) / totalSum;
}
