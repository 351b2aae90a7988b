/**
 * Quantile [Quantil] of a sample.
 *
 * With the values in ascending order v_0 … v_(n−1): linear between v at the whole numbers below and above (n − 1) p.
 *
 * @param values finite numbers in any order; NaN are left out. @param p 0 … 1.
 * @returns from the least (p = 0) to the greatest value (p = 1); NaN without any value.
 * @throws `invalid probability: …`.
 * Cost: sorting. For several quantiles of one sample sort once and use `quantileOfSorted`.
 * Source: Hyndman & Fan 1996, type 7 (as numpy and R by default).
 * @example quantile([4, 1, 3, 2], 0.5) // 2.5
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileOfSorted(sorted(values), p);
}

/** The values without NaN in ascending order, as a new array. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/** `quantile` of values already in ascending order. Cost: constant. */
export function quantileOfSorted(ascending: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new Error(`invalid probability: ${p}`);
  const n = ascending.length;
  if (n === 0) return NaN;
  const at = (n - 1) * p;
  const below = Math.floor(at);
  const low = ascending[below]!;
  const high = ascending[Math.min(n - 1, below + 1)]!;
  return low + (at - below) * (high - low);
}
