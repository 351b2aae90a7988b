/**
 * Which points of a long curve a picture needs [Ausdünnung].
 *
 * The curve is cut into stretches of equal length, measured as |Δx| + |Δy|; of each the first and the last point stay,
 * and whatever is to be kept in any case. So every step longer than a stretch stays as it is, with its corners, and no
 * point left out lies farther than one stretch from those that stay: for a curve from (0, 0) to (1, 1) thinned to k
 * points about 4/k.
 *
 * @param x, y points in order along the curve.
 * @param most k, at most so many points, a whole number ≥ 2 + the number of kept ones.
 * @param keep positions that stay in any case.
 * @returns positions in ascending order, both ends among them; all of them if they are no more than `most`.
 * @throws `invalid length: …`, `invalid points: …`.
 * Cost: linear.
 * @example thinnedPositions([0, 0.1, 0.2, 0.9, 1], [0, 0, 0, 1, 1], 4) // [0, 2, 3, 4]
 */
export function thinnedPositions(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  most: number,
  keep: readonly number[] = [],
): Uint32Array {
  const n = x.length;
  if (y.length !== n) throw new Error(`invalid length: ${y.length} (expected ${n})`);
  if (!(Number.isInteger(most) && most >= 2 + keep.length)) throw new Error(`invalid points: ${most}`);
  if (n <= most) return Uint32Array.from({ length: n }, (_, i) => i);
  let length = 0;
  for (let i = 1; i < n; i++) length += Math.abs(x[i]! - x[i - 1]!) + Math.abs(y[i]! - y[i - 1]!);
  const stretches = Math.max(1, Math.floor((most - keep.length) / 2));
  const stays = new Uint8Array(n);
  stays[0] = 1;
  stays[n - 1] = 1;
  for (const i of keep) stays[i] = 1;
  let travelled = 0;
  let stretch = 0;
  for (let i = 1; i < n; i++) {
    travelled += Math.abs(x[i]! - x[i - 1]!) + Math.abs(y[i]! - y[i - 1]!);
    const here = length > 0 ? Math.min(stretches - 1, Math.floor((travelled / length) * stretches)) : 0;
    if (here === stretch) continue;
    stays[i - 1] = 1;
    stays[i] = 1;
    stretch = here;
  }
  const positions = new Uint32Array(n);
  let kept = 0;
  for (let i = 0; i < n; i++) if (stays[i]) positions[kept++] = i;
  return positions.slice(0, kept);
}
