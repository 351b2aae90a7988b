import { ascendingOrder } from './order.ts';

/** Units sorted at a time: few enough for their figures to stay in the cache. */
const together = 8192;

/**
 * Sum of the differences of shares over all pairs of units [Summe der Anteilsunterschiede aller Paare].
 *
 * What the Gini index is made of.
 *
 * sum_{i<j} t_i t_j |p_i − p_j|, p_i = x_i/t_i; computed from the units in ascending order of p as sum (x_i T_before −
 * t_i X_before), in which every summand is ≥ 0.
 *
 * @param counts x, persons of the group per unit, 0 ≤ x_i ≤ t_i. @param totals t, persons per unit.
 * @returns ≥ 0, in persons squared. Units without persons contribute nothing.
 * Cost: sorting, linear for shares that are spread over their range; 20 n bytes. Units are dealt into ranges of the share
 * first, so that sorting a million of them does not wait for memory.
 * Source: Duncan & Duncan 1955.
 * @example pairDifferences(Float64Array.of(30, 10), Float64Array.of(40, 40)) // 800
 */
export function pairDifferences(counts: Float64Array, totals: Float64Array): number {
  const { x, t, ends } = dealtByShare(counts, totals);
  let buffer = new Float64Array(Math.min(x.length, 2 * together));
  let before = 0;
  let groupBefore = 0;
  let sum = 0;
  let begin = 0;
  for (const end of ends) {
    const size = end - begin;
    if (buffer.length < size) buffer = new Float64Array(size);
    const shares = buffer.subarray(0, size);
    for (let k = 0; k < size; k++) shares[k] = shareOf(x[begin + k]!, t[begin + k]!);
    const order = ascendingOrder(shares);
    for (let k = 0; k < size; k++) {
      const i = begin + order[k]!;
      sum += x[i]! * before - t[i]! * groupBefore;
      before += t[i]!;
      groupBefore += x[i]!;
    }
    begin = end;
  }
  return Math.max(0, sum);
}

/** Units in ranges of the share, ascending; in their order within a range. `ends`: where the ranges end. */
function dealtByShare(counts: Float64Array, totals: Float64Array) {
  const n = counts.length;
  const ranges = Math.ceil(n / together);
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, shareOf(counts[i]!, totals[i]!));
  if (ranges < 2 || largest === 0) return { x: counts, t: totals, ends: Uint32Array.of(n) };
  const scale = (ranges - 1) / largest;
  const rangeOf = new Uint32Array(n);
  const ends = new Uint32Array(ranges);
  for (let i = 0; i < n; i++) {
    const range = (shareOf(counts[i]!, totals[i]!) * scale) >>> 0;
    rangeOf[i] = range;
    ends[range]!++;
  }
  let start = 0;
  for (let r = 0; r < ranges; r++) {
    const count = ends[r]!;
    ends[r] = start;
    start += count;
  }
  const [x, t] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    const place = ends[rangeOf[i]!]!++;
    x[place] = counts[i]!;
    t[place] = totals[i]!;
  }
  return { x, t, ends };
}

function shareOf(x: number, t: number): number {
  return t > 0 ? x / t : 0;
}
