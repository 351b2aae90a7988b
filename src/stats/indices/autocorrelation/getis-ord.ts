import type { LocalTwoGroupSpec } from '../../spec.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { knownValues } from './known-values.ts';
import { twoSidedProbability } from './moments.ts';
import { sharesOf, weightsOf } from './moran.ts';

export interface GetisOrd {
  /** Standardised G_i* or G_i; NaN = undefined. */
  readonly z: Float64Array;
  /** Two-sided, by the normal approximation. */
  readonly p: Float64Array;
}

/**
 * Getis–Ord G*_i and G_i [Getis-Ord-Statistik, Hot-Spot-Analyse].
 *
 * Where an area and its neighbours together have much more (hot spot) or less (cold spot) than the whole city.
 *
 * G*_i (`included`): (sum_j w_ij v_j − W_i mean)/(s sqrt((n Q_i − W_i²)/(n − 1))), the unit itself included; W_i = sum_j
 * w_ij, Q_i = sum_j w_ij², s² = sum v²/n − mean².
 * G_i (`excluded`): the same without the unit itself, mean, s and n over the other units.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights over the same units, binary or
 * row-standardised. With `included` a unit that is not its own neighbour gets the largest weight of its row (1 without
 * neighbours), so both styles give the same; with `excluded` its weight for itself is passed over.
 * @returns a standard score per unit, in the order of the units: > 1.96 hot, < −1.96 cold at 5 %, about 0 neither.
 * NaN for units without a value, where all other units are neighbours alike, and with `excluded` without neighbours;
 * all of them where all values are equal.
 * @throws `invalid length: …`, `invalid value: …`.
 * Cost: linear in the number of links.
 * Source: Ord & Getis 1995, Geographical Analysis 27, 286–306, both forms; spdep agrees in both styles. esda 2.5.1 has another variance for row-standardised weights (W_i (n − W_i) in place of n Q_i − W_i²).
 * @example Chain of four units, values 1, 1, 0, 0, binary: G*_1 = (2 − 1)/(½ sqrt((4·2 − 4)/3)) = 1.732.
 */
export function getisOrd(
  values: ArrayLike<number>,
  weights: SparseMatrix,
  self: 'included' | 'excluded' = 'included',
): GetisOrd {
  const z = new Float64Array(weights.size).fill(NaN);
  const p = new Float64Array(weights.size).fill(NaN);
  const known = knownValues([values], weights);
  if (!known) return { z, p };
  const { positions, matrix } = known;
  const deviations = known.deviations[0]!;
  const squares = known.squares[0]!;
  const n = positions.length;
  for (let k = 0; k < n; k++) {
    const own = deviations[k]!;
    const row = rowOf(matrix, deviations, k, self);
    const at = positions[k]!;
    if (self === 'included') {
      // deviations sum to 0, so the mean drops out
      z[at] = standardised(row.lag, n * row.squared, row.sum ** 2, squares / n / (n - 1));
    } else if (n > 2 && row.squared > 0) {
      const others = n - 1;
      const mean = -own / others;
      const variance = (squares - own * own) / others - mean * mean;
      z[at] = standardised(
        row.lag - row.sum * mean,
        others * row.squared,
        row.sum ** 2,
        variance > 1e-14 * (squares / n) ? variance / (others - 1) : 0,
      );
    }
    p[at] = twoSidedProbability(z[at]!);
  }
  return { z, p };
}

/** excess/sqrt(scale · (full − square)); NaN where nothing can vary, but for rounding. */
function standardised(excess: number, full: number, square: number, scale: number): number {
  const room = full - square;
  return room > 1e-12 * full && scale > 0 ? excess / Math.sqrt(scale * room) : NaN;
}

/** Sum of the weighted deviations, of the weights and of their squares. */
function rowOf(
  { offsets, neighbours, weights }: SparseMatrix,
  deviations: Float64Array,
  i: number,
  self: 'included' | 'excluded',
): { readonly lag: number; readonly sum: number; readonly squared: number } {
  let [lag, sum, squared, largest] = [0, 0, 0, 0];
  let hasSelf = false;
  for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
    const j = neighbours[k]!;
    if (i === j) {
      hasSelf = true;
      if (self === 'excluded') continue;
    }
    const weight = weights[k]!;
    lag += weight * deviations[j]!;
    sum += weight;
    squared += weight * weight;
    largest = Math.max(largest, weight);
  }
  if (self === 'included' && !hasSelf) {
    const weight = offsets[i] === offsets[i + 1] ? 1 : largest;
    lag += weight * deviations[i]!;
    sum += weight;
    squared += weight * weight;
  }
  return { lag, sum, squared };
}

export const getisOrdSpec: LocalTwoGroupSpec = {
  id: 'getis_ord_Gi_star',
  dimension: 'clustering',
  groups: 'two',
  scope: 'local',
  needs: ['weights'],
  range: [-Infinity, Infinity],
  direction: 'neither',
  invariances: ['size'],
  citation: 'Getis & Ord 1992; Ord & Getis 1995',
  compute: (table, context) => getisOrd(sharesOf(table, context?.emptyUnits), weightsOf(context)).z,
};
