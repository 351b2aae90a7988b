import type { LocalTwoGroupSpec } from '../../spec.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { type KnownValues, knownValues } from './known-values.ts';
import { twoSidedProbability } from './moments.ts';
import { sharesOf, weightsOf } from './moran.ts';

/**
 * Own value and neighbours against the mean; `quadrants[code]`. HH: high among high, LH: low among high, LL: low among
 * low, HL: high among low.
 */
export const quadrants = ['none', 'HH', 'LH', 'LL', 'HL'] as const;
export type Quadrant = (typeof quadrants)[number];

export interface LocalMoran {
  /** I_i; NaN = undefined. */
  readonly values: Float64Array;
  /** Code of each unit's quadrant, see `quadrants`; 0 where I_i is undefined. */
  readonly quadrants: Uint8Array;
}

export interface LocalMoranOptions {
  /** What the squares are divided by: `n` (default, Anselin 1995, spdep) or `n-1` (esda). */
  readonly scale?: 'n' | 'n-1';
  /** A unit without neighbours: `undefined` (default), or `zero` with its quadrant, as in esda and spdep. */
  readonly islands?: 'undefined' | 'zero';
}

/**
 * Local Moran's I [lokaler Moran-Index, LISA].
 *
 * Which areas lie among areas of their kind, and which stand out from their surroundings.
 *
 * I_i = (z_i/m2) · sum_j w_ij z_j, z_i = value − mean, m2 = sum z²/n.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights over the same units, usually
 * row-standardised; no unit may be its own neighbour.
 * @returns one value per unit, in the order of the units: > 0 alike, < 0 unlike its neighbours, and the quadrant. What
 * equals the mean counts as low. sum I_i = S0 · I.
 * NaN and quadrant `none` for units without a value or without neighbours; all of them where Moran's I is undefined.
 * @throws `invalid length: …`, `invalid value: …`, `invalid weights: unit 3 is its own neighbour`.
 * Cost: linear in the number of links.
 * Source: Anselin 1995, Geographical Analysis 27, 93–115. spdep divides by n too, esda by n − 1
 * (`scale: 'n-1'`); both give 0 to units without neighbours (`islands: 'zero'`).
 * @example On a chain of four units with values 1, 1, 0, 0 and row-standardised weights: [1, 0, 0, 1]; the
 * lag of the two in the middle is 0, which counts as low: HH, HL, LL, LL.
 */
export function localMoran(
  values: ArrayLike<number>,
  weights: SparseMatrix,
  { scale = 'n', islands = 'undefined' }: LocalMoranOptions = {},
): LocalMoran {
  const known = knownValues([values], weights);
  if (!known) return undefinedLocalMoran(weights.size);
  const n = known.positions.length;
  const z = standardised(known.deviations[0]!, known.squares[0]!);
  return localProducts(known, z, z, scale === 'n' ? 1 : (n - 1) / n, weights.size, islands);
}

/** Deviations divided by the population standard deviation. */
export function standardised(deviations: Float64Array, squares: number): Float64Array {
  const sd = Math.sqrt(squares / deviations.length);
  return deviations.map((deviation) => deviation / sd);
}

export function undefinedLocalMoran(size: number): LocalMoran {
  return { values: new Float64Array(size).fill(NaN), quadrants: new Uint8Array(size) };
}

/** factor · own_i · sum_j w_ij other_j and the quadrant, spread over all units. */
export function localProducts(
  { matrix, positions }: KnownValues,
  own: Float64Array,
  other: Float64Array,
  factor: number,
  size: number,
  islands: 'undefined' | 'zero' = 'undefined',
): LocalMoran {
  const { values, quadrants: codes } = undefinedLocalMoran(size);
  const lags = lagsOf(matrix, other);
  for (let k = 0; k < positions.length; k++) {
    if (islands === 'undefined' && matrix.offsets[k] === matrix.offsets[k + 1]) continue;
    const at = positions[k]!;
    values[at] = factor * own[k]! * lags[k]!;
    codes[at] = own[k]! > 0 ? (lags[k]! > 0 ? 1 : 4) : lags[k]! > 0 ? 2 : 3;
  }
  return { values, quadrants: codes };
}

/** sum_j w_ij z_j per unit, 0 without neighbours. @throws `invalid weights: unit 3 is its own neighbour`. */
export function lagsOf(matrix: SparseMatrix, deviations: Float64Array): Float64Array {
  const { size, offsets, neighbours, weights } = matrix;
  const lags = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let lag = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const j = neighbours[k]!;
      if (i === j) throw new Error(`invalid weights: unit ${i} is its own neighbour`);
      lag += weights[k]! * deviations[j]!;
    }
    lags[i] = lag;
  }
  return lags;
}

/** Per unit, in the order of the units; NaN where I_i is undefined. */
export interface LocalMoranMoments {
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  /** (I_i − expected)/sd; NaN where sd is 0. */
  readonly z: Float64Array;
  /** Two-sided, by the normal approximation. */
  readonly p: Float64Array;
}

/**
 * Expectation and variance of local Moran's I without any pattern [Momente des lokalen Moran-Index].
 *
 * Where I_i lies among those of values thrown at random onto the areas.
 *
 * W_i = sum_j w_ij, Q_i = sum_j w_ij², m2 = sum z²/n, b = (sum z⁴/n)/m2².
 * `conditional` (unit i keeps its value, the others change places):
 * E = −z_i² W_i/((n − 1) m2), Var = (z_i/m2)² · n/(n − 2) · (m2 − z_i²/(n − 1)) · (Q_i − W_i²/(n − 1)).
 * `total` (all values change places): E = −W_i/(n − 1),
 * Var = Q_i (n − b)/(n − 1) + (W_i² − Q_i)(2b − n)/((n − 1)(n − 2)) − E².
 *
 * @param values one per unit, NaN = missing. @param weights as for `localMoran`.
 * @param model which values change places; `conditional` is what the permutation test does.
 * @returns for I_i on the scale m2 = sum z²/n. NaN as `localMoran`; z and p also where the variance is 0, and the
 * variance for fewer than three units.
 * @throws as `localMoran`.
 * Cost: linear in the number of links.
 * Source: Sokal, Oden & Thomson 1998, Geographical Analysis 30, 331–354 (conditional); Anselin 1995
 * (total). Agrees with spdep, whose p is two-sided here.
 * @example localMoranMoments(values, weights, 'conditional').z
 */
export function localMoranMoments(
  values: ArrayLike<number>,
  weights: SparseMatrix,
  model: 'conditional' | 'total' = 'conditional',
): LocalMoranMoments {
  const { size } = weights;
  const [expected, variance, z, p] = [0, 1, 2, 3].map(() => new Float64Array(size).fill(NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const known = knownValues([values], weights);
  if (!known) return { expected, variance, z, p };
  const { positions, matrix, squares } = known;
  const deviations = known.deviations[0]!;
  const n = positions.length;
  const m2 = squares[0]! / n;
  const lags = lagsOf(matrix, deviations);
  let fourth = 0;
  for (const deviation of deviations) fourth += deviation ** 4;
  const b = fourth / n / (m2 * m2);
  for (let k = 0; k < n; k++) {
    if (matrix.offsets[k] === matrix.offsets[k + 1]) continue;
    const { sum, squared } = rowSums(matrix, k);
    const own = deviations[k]!;
    const at = positions[k]!;
    if (model === 'conditional') {
      expected[at] = (-own * own * sum) / ((n - 1) * m2);
      variance[at] =
        n < 3
          ? NaN
          : (own / m2) ** 2 *
            (n / (n - 2)) *
            (m2 - (own * own) / (n - 1)) *
            (squared - (sum * sum) / (n - 1));
    } else {
      expected[at] = -sum / (n - 1);
      variance[at] =
        n < 3
          ? NaN
          : (squared * (n - b)) / (n - 1) +
            ((sum * sum - squared) * (2 * b - n)) / ((n - 1) * (n - 2)) -
            expected[at]! ** 2;
    }
    // all others are neighbours alike: no order gives another value, what is left is rounding
    if (variance[at]! < 1e-14 * squared * (own / m2) ** 2 * m2) variance[at] = 0;
    z[at] = variance[at]! > 0 ? ((own * lags[k]!) / m2 - expected[at]!) / Math.sqrt(variance[at]!) : NaN;
    p[at] = twoSidedProbability(z[at]!);
  }
  return { expected, variance, z, p };
}

/** Sum of a unit's weights, and of their squares. */
export function rowSums(
  { offsets, weights }: SparseMatrix,
  i: number,
): { readonly sum: number; readonly squared: number } {
  let sum = 0;
  let squared = 0;
  for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
    sum += weights[k]!;
    squared += weights[k]! ** 2;
  }
  return { sum, squared };
}

export const localMoranSpec: LocalTwoGroupSpec = {
  id: 'local_moran',
  dimension: 'clustering',
  groups: 'two',
  scope: 'local',
  needs: ['weights'],
  range: [-Infinity, Infinity],
  direction: 'neither',
  invariances: ['size', 'symmetry'],
  citation: 'Anselin 1995',
  compute: (table, context) => localMoran(sharesOf(table, context?.emptyUnits), weightsOf(context)).values,
};
