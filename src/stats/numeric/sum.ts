/**
 * Stable sum [stabile Summe]: adds numbers of very different size without losing the small ones.
 *
 * s = sum v_i with the rounding error of every addition carried along.
 *
 * @param values any finite numbers.
 * @returns their sum, correct to about two units in the last place whatever the order; 0 for no values; NaN if one is.
 * Cost: linear.
 * Source: Neumaier 1974, Z. angew. Math. Mech. 54, 39–51 (improved Kahan–Babuška).
 * @example sum([1, 1e100, 1, -1e100]) // 2, where plain addition gives 0
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(lost) ? total + lost : total;
}
