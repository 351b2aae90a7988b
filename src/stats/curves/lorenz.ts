import { ascendingOrder } from '../numeric/order.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../table.ts';
import { thinnedPositions } from './thinning.ts';

export interface LorenzCurve {
  /** Cumulative share of the reference group, 0 … 1, the horizontal axis. */
  readonly x: Float64Array;
  /** Cumulative share of the group, 0 … 1, the vertical axis; y ≤ x. */
  readonly y: Float64Array;
  /** Share p of the group in the units between the point before and this one; NaN at the first point. */
  readonly share: Float64Array;
  /** Position of the point farthest below the diagonal, the first of them: there x − y = D; −1 without points. */
  readonly farthest: number;
  /** D, the largest vertical distance to the diagonal. */
  readonly dissimilarity: number;
  /** G, twice the area between diagonal and curve. */
  readonly gini: number;
}

/**
 * Lorenz curve of segregation [Segregationskurve, Lorenzkurve].
 *
 * Units in ascending order of the share of the group: how much of the group lives with the first half of the reference
 * group? On the diagonal if the share is the same everywhere.
 *
 * Points (Y_k/Y, X_k/X); X_k, Y_k persons of both groups in the k units of the lowest share p_i = x_i/t_i. Units of
 * equal share lie on one line and make one point. D is the largest vertical distance to the diagonal, G twice the area.
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, same order.
 * @param most at most so many points (≥ 3), for pictures; default: all. D, G and the farthest point stay exact, see
 * `thinnedPositions`; `share` of a thinned curve is that of the last units before the point.
 * @returns from (0, 0) to (1, 1), convex. No points, and D and G NaN, if a group is empty or fewer than two units are
 * populated.
 * @throws `invalid count: …`, `invalid length: …`, `invalid points: …`.
 * Cost: one sort.
 * Source: Duncan & Duncan 1955.
 * @example lorenzCurve([30, 10], [10, 30]) // x 0, 0.75, 1; y 0, 0.25, 1; D 0.5
 */
export function lorenzCurve(group: Counts, reference: Counts, most = Infinity): LorenzCurve {
  return lorenzCurveOf(twoGroupTable(group, reference), most);
}

/** `lorenzCurve` of a checked table. */
export function lorenzCurveOf(table: TwoGroupTable, most = Infinity): LorenzCurve {
  if (!(most >= 3)) throw new Error(`invalid points: ${most}`);
  const { size, group, reference, total, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return noCurve();
  const shares = new Float64Array(size);
  for (let i = 0; i < size; i++) shares[i] = total[i]! > 0 ? group[i]! / total[i]! : 0;
  const order = ascendingOrder(shares);
  const x = new Float64Array(size + 1);
  const y = new Float64Array(size + 1);
  const share = new Float64Array(size + 1);
  share[0] = NaN;
  let points = 1;
  let groupBefore = 0;
  let referenceBefore = 0;
  let area = 0;
  let farthest = 0;
  for (let k = 0; k < size; k++) {
    const i = order[k]!;
    if (total[i] === 0) continue;
    // twice the triangle between origin, the point before and this one, every one ≥ 0
    area += group[i]! * referenceBefore - reference[i]! * groupBefore;
    groupBefore += group[i]!;
    referenceBefore += reference[i]!;
    const isSameLine = points > 1 && share[points - 1] === shares[i];
    const at = isSameLine ? points - 1 : points++;
    x[at] = Math.min(1, referenceBefore / referenceSum);
    y[at] = Math.min(1, groupBefore / groupSum);
    share[at] = shares[i]!;
  }
  x[points - 1] = 1;
  y[points - 1] = 1;
  for (let k = 1; k < points; k++) if (x[k]! - y[k]! > x[farthest]! - y[farthest]!) farthest = k;
  const curve: LorenzCurve = {
    x: x.slice(0, points),
    y: y.slice(0, points),
    share: share.slice(0, points),
    farthest,
    dissimilarity: x[farthest]! - y[farthest]!,
    gini: Math.min(1, Math.max(0, area / groupSum / referenceSum)),
  };
  return points <= most ? curve : thinned(curve, most);
}

function thinned(curve: LorenzCurve, most: number): LorenzCurve {
  const positions = thinnedPositions(curve.x, curve.y, Math.floor(most), [curve.farthest]);
  const at = (values: Float64Array): Float64Array => Float64Array.from(positions, (i) => values[i]!);
  return {
    ...curve,
    x: at(curve.x),
    y: at(curve.y),
    share: at(curve.share),
    farthest: positions.indexOf(curve.farthest),
  };
}

function noCurve(): LorenzCurve {
  return {
    x: new Float64Array(0),
    y: new Float64Array(0),
    share: new Float64Array(0),
    farthest: -1,
    dissimilarity: NaN,
    gini: NaN,
  };
}
