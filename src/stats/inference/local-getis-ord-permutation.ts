import { type KnownValues, knownValues } from '../indices/autocorrelation/known-values.ts';
import type { SparseMatrix } from '../weights/sparse.ts';
import { beginConditionalTest, type ConditionalOptions, type ConditionalTest } from './conditional-test.ts';
import type { Stepper } from './stepper.ts';

/**
 * Conditional permutation test of G*_i and G_i [bedingter Permutationstest der Getis-Ord-Statistik].
 *
 * For each area: how often neighbours picked at random from the rest of the city would have as much or as little.
 *
 * Unit i keeps its value, so that G*_i and G_i rise and fall with what the neighbours get: both have the same p, which is
 * that of local Moran's I.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights over the same units; the weight of a
 * unit for itself is passed over. @param options as `beginLocalMoranTest`.
 * @returns a stepper; `above` is small for hot spots, `below` for cold spots. NaN for units without a value or without
 * neighbours, and everywhere if all values are equal.
 * @throws `invalid permutations: …`, `invalid length: …`, `invalid value: …`, `invalid seed: …`, `invalid first: …`.
 * Cost: as `beginLocalMoranTest`.
 * Source: Ord & Getis 1995; Anselin 1995. As `p_sim` of G_Local in esda.
 * @example finish(beginLocalGetisOrdTest(values, weights, { permutations: 9999, seed: 1 })).p
 */
export function beginLocalGetisOrdTest(
  values: ArrayLike<number>,
  weights: SparseMatrix,
  options: ConditionalOptions,
): Stepper<ConditionalTest> {
  const known = knownValues([values], weights);
  const others: KnownValues | null = known && { ...known, matrix: withoutSelf(known.matrix) };
  const deviations = known?.deviations[0] ?? new Float64Array(0);
  return beginConditionalTest(others, deviations, () => false, weights.size, options);
}

/** The weights as they are, without those of units for themselves. */
function withoutSelf(matrix: SparseMatrix): SparseMatrix {
  const offsets = new Int32Array(matrix.size + 1);
  const neighbours = new Int32Array(matrix.neighbours.length);
  const weights = new Float64Array(matrix.neighbours.length);
  let end = 0;
  for (let i = 0; i < matrix.size; i++) {
    for (let k = matrix.offsets[i]!; k < matrix.offsets[i + 1]!; k++) {
      if (matrix.neighbours[k] === i) continue;
      neighbours[end] = matrix.neighbours[k]!;
      weights[end++] = matrix.weights[k]!;
    }
    offsets[i + 1] = end;
  }
  return { ...matrix, offsets, neighbours: neighbours.slice(0, end), weights: weights.slice(0, end) };
}
