import { ascendingOrder } from '../numeric/order.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../table.ts';
import { thinnedPositions } from './thinning.ts';

export interface ConcentrationProfile {
  /** Thresholds s from 0 to 1, ascending; where the profile falls, the same threshold stands twice. */
  readonly threshold: Float64Array;
  /** Part of the group, from 1 down to 0: at a threshold that stands twice first at it, then just above it. */
  readonly part: Float64Array;
  /** P, the share of the group in the whole population: the profile of an evenly spread group falls there from 1 to 0. */
  readonly overall: number;
}

/**
 * Concentration profile [Konzentrationsprofil].
 *
 * Which part of the group lives in units where its share is at least s, for every threshold s?
 *
 * v(s) = sum of x_i/X over the units with p_i ≥ s, p_i = x_i/t_i: a step function that falls from 1 to 0. Given are its
 * corners, so that straight lines between the points are the profile. The areas between it and the profile of an
 * evenly spread group make the index `profileIndex`.
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, same order.
 * @param most at most so many points (≥ 3), for pictures; default: all, see `thinnedPositions`.
 * @returns from (0, 1) to (1, 0). No points if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`, `invalid points: …`.
 * Cost: one sort.
 * Source: Hong & Sadahiro 2014, J. Geographical Systems 16, 211–231. PySAL and seg take 1000 equal thresholds instead of
 * the corners.
 * @example concentrationProfile([30, 10], [10, 30]) // threshold 0, ¼, ¼, ¾, ¾, 1; part 1, 1, ¾, ¾, 0, 0
 */
export function concentrationProfile(
  group: Counts,
  reference: Counts,
  most = Infinity,
): ConcentrationProfile {
  return concentrationProfileOf(twoGroupTable(group, reference), most);
}

/** `concentrationProfile` of a checked table. */
export function concentrationProfileOf(table: TwoGroupTable, most = Infinity): ConcentrationProfile {
  if (!(most >= 3)) throw new Error(`invalid points: ${most}`);
  const { size, group, total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) {
    return { threshold: new Float64Array(0), part: new Float64Array(0), overall: NaN };
  }
  const shares = new Float64Array(size);
  for (let i = 0; i < size; i++) shares[i] = total[i]! > 0 ? group[i]! / total[i]! : 0;
  const order = ascendingOrder(shares);
  const threshold = new Float64Array(2 * size + 2);
  const part = new Float64Array(2 * size + 2);
  part[0] = 1;
  let points = 1;
  let below = 0;
  for (let k = 0; k < size; ) {
    const share = shares[order[k]!]!;
    let here = 0;
    for (; k < size && shares[order[k]!]! === share; k++) here += group[order[k]!]!;
    if (here === 0) continue;
    threshold[points] = share;
    part[points] = part[points - 1]!;
    below += here;
    threshold[points + 1] = share;
    part[points + 1] = Math.max(0, (groupSum - below) / groupSum);
    points += 2;
  }
  // rounding of the sum must not leave a rest of the group above the highest share
  part[points - 1] = 0;
  if (threshold[points - 1]! < 1) threshold[points++] = 1;
  const x = threshold.slice(0, points);
  const y = part.slice(0, points);
  const overall = groupSum / totalSum;
  if (points <= most) return { threshold: x, part: y, overall };
  const positions = thinnedPositions(x, y, Math.floor(most));
  return {
    threshold: Float64Array.from(positions, (i) => x[i]!),
    part: Float64Array.from(positions, (i) => y[i]!),
    overall,
  };
}
