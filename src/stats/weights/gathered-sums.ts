/**
 * Sum of chosen entries: `sum of column[positions[k]]` for from <= k < to.
 * Four sums run side by side, so that no addition waits for the one before it.
 */
export function gatheredSum(column: Float64Array, positions: Int32Array, from: number, to: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = from;
  for (; k + 3 < to; k += 4) {
    a += column[positions[k]!]!;
    b += column[positions[k + 1]!]!;
    c += column[positions[k + 2]!]!;
    d += column[positions[k + 3]!]!;
  }
  for (; k < to; k++) a += column[positions[k]!]!;
  return a + b + (c + d);
}

/** Weighted sum of chosen entries: `sum of weights[k] column[positions[k]]` for from <= k < to. */
export function gatheredProduct(
  column: Float64Array,
  positions: Int32Array,
  weights: Float64Array,
  from: number,
  to: number,
): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = from;
  for (; k + 3 < to; k += 4) {
    a += weights[k]! * column[positions[k]!]!;
    b += weights[k + 1]! * column[positions[k + 1]!]!;
    c += weights[k + 2]! * column[positions[k + 2]!]!;
    d += weights[k + 3]! * column[positions[k + 3]!]!;
  }
  for (; k < to; k++) a += weights[k]! * column[positions[k]!]!;
  return a + b + (c + d);
}
