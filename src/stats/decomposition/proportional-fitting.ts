export interface FittingOptions {
  /** Largest difference between a share and its target at which fitting stops (default 1e-10). */
  readonly precision?: number;
  /** Most iterations, each over groups and units (default 1000). */
  readonly iterations?: number;
}

export interface Fitting {
  /** Fitted shares, unit by unit. */
  readonly cells: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  /** Largest difference between a share and its target that remains. */
  readonly deviation: number;
}

/**
 * Iterative proportional fitting [iterative proportionale Anpassung].
 *
 * Gives a table of units and groups the margins of another one and leaves its inner structure – all ratios of odds – as it
 * is.
 *
 * f_ug = s_ug a_u b_g, with a and b such that sum_g f_ug = R_u and sum_u f_ug = C_g; found by scaling groups and units in
 * turn.
 *
 * @param cells s, counts or shares, unit by unit: cell of group g in unit u at u k + g. Positive, or the fit may not exist.
 * @param unitShares R, share of every unit to be reached, sum 1. @param groupShares C, share of every group, sum 1.
 * @param options stopping rule. @param start a to begin with, one factor per unit (default 1).
 * @returns fitted shares with sum 1. Without convergence the last state, with `converged` false; nothing is thrown.
 * @throws `invalid length: …`.
 * Cost: linear in the cells per iteration; 10 to 50 iterations are usual.
 * Source: Deming & Stephan 1940, Annals of Mathematical Statistics 11, 427–444.
 * @example proportionalFitting(Float64Array.of(1, 1, 1, 1), [0.5, 0.5], [0.2, 0.8]).cells // [0.1, 0.4, 0.1, 0.4]
 */
export function proportionalFitting(
  cells: Float64Array,
  unitShares: ArrayLike<number>,
  groupShares: ArrayLike<number>,
  options: FittingOptions = {},
  start?: Float64Array,
): Fitting {
  const { precision = 1e-10, iterations = 1000 } = options;
  const size = unitShares.length;
  const k = groupShares.length;
  if (cells.length !== size * k) {
    throw new Error(`invalid length: ${cells.length} (expected ${size * k})`);
  }
  let a = start ? Float64Array.from(start) : new Float64Array(size).fill(1);
  let next = new Float64Array(size);
  const b = new Float64Array(k);
  const sums = new Float64Array(k);
  scaleToOne(cells, a, k);
  b.fill(1);
  addUp(cells, a, sums);
  let deviation = Math.max(farthest(sums, b, groupShares), unitDeviation(cells, a, b, unitShares));
  let done = 0;
  while (deviation > precision && done < iterations) {
    done++;
    for (let g = 0; g < k; g++) b[g] = ratio(groupShares[g]!, sums[g]!);
    sums.fill(0);
    deviation = 0;
    for (let u = 0; u < size; u++) {
      const from = u * k;
      let row = 0;
      for (let g = 0; g < k; g++) row += cells[from + g]! * b[g]!;
      const target = unitShares[u]!;
      deviation = Math.max(deviation, Math.abs(a[u]! * row - target));
      const factor = ratio(target, row);
      next[u] = factor;
      for (let g = 0; g < k; g++) sums[g]! += cells[from + g]! * factor;
    }
    // groups fit exactly here; where the units do too, their last scaling is not needed
    if (deviation <= precision) break;
    [a, next] = [next, a];
    deviation = farthest(sums, b, groupShares);
  }
  const fitted = new Float64Array(cells.length);
  for (let u = 0; u < size; u++) {
    for (let g = 0; g < k; g++) fitted[u * k + g] = cells[u * k + g]! * a[u]! * b[g]!;
  }
  return { cells: fitted, converged: deviation <= precision, iterations: done, deviation };
}

function ratio(target: number, value: number): number {
  return value > 0 ? target / value : 0;
}

function scaleToOne(cells: Float64Array, a: Float64Array, k: number): void {
  let all = 0;
  for (let u = 0; u < a.length; u++) {
    for (let g = 0; g < k; g++) all += cells[u * k + g]! * a[u]!;
  }
  for (let u = 0; u < a.length; u++) a[u]! /= all;
}

function addUp(cells: Float64Array, a: Float64Array, sums: Float64Array): void {
  const k = sums.length;
  sums.fill(0);
  for (let u = 0; u < a.length; u++) {
    for (let g = 0; g < k; g++) sums[g]! += cells[u * k + g]! * a[u]!;
  }
}

function farthest(sums: Float64Array, b: Float64Array, targets: ArrayLike<number>): number {
  let most = 0;
  for (let g = 0; g < sums.length; g++) most = Math.max(most, Math.abs(sums[g]! * b[g]! - targets[g]!));
  return most;
}

function unitDeviation(
  cells: Float64Array,
  a: Float64Array,
  b: Float64Array,
  targets: ArrayLike<number>,
): number {
  const k = b.length;
  let most = 0;
  for (let u = 0; u < a.length; u++) {
    let row = 0;
    for (let g = 0; g < k; g++) row += cells[u * k + g]! * b[g]!;
    most = Math.max(most, Math.abs(a[u]! * row - targets[u]!));
  }
  return most;
}
