import { knownValues } from '../indices/autocorrelation/known-values.ts';
import { shuffle } from '../numeric/random.ts';
import { islandsOf, type SparseMatrix } from '../weights/sparse.ts';
import {
  beginPermutationTest,
  checkedOptions,
  type PermutationOptions,
  type PermutationTest,
} from './permutation-test.ts';
import type { Stepper } from './stepper.ts';

/**
 * Permutation test of bivariate Moran's I [Permutationstest].
 *
 * How often y thrown at random onto the areas would lie as much around x as the real y does.
 *
 * x stays, y changes places: sum_i sum_j w_ij x_i y_j = sum_j c_j y_j with c_j = sum_i w_ij x_i. p as `beginMoranTest`.
 *
 * @param x one value per unit. @param y the neighbours' one. NaN in either = missing (left out). @param weights over
 * the same units. @param options permutation r draws from stream (seed, r).
 * @returns a stepper; 0 is expected. Everything NaN where I_xy is NaN.
 * @throws as `beginMoranTest`.
 * Cost: per permutation linear in the units alone.
 * Source: Anselin, Syabri & Smirnov 2002; as Moran_BV of esda. The test also breaks the link of x and y within the units
 * and so does not tell the two apart.
 * @example finish(beginBivariateMoranTest(benefits, rents, weights, { permutations: 999, seed: 1 })).p
 */
export function beginBivariateMoranTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: SparseMatrix,
  options: PermutationOptions,
): Stepper<PermutationTest> {
  const { seed } = checkedOptions(options);
  const known = knownValues([x, y], weights);
  if (!known) return beginPermutationTest(null, options);
  const { matrix, deviations, squares } = known;
  const [own, other] = deviations as readonly [Float64Array, Float64Array];
  const around = new Float64Array(matrix.size);
  let weightSum = 0;
  for (let i = 0; i < matrix.size; i++) {
    for (let k = matrix.offsets[i]!; k < matrix.offsets[i + 1]!; k++) {
      around[matrix.neighbours[k]!]! += matrix.weights[k]! * own[i]!;
      weightSum += matrix.weights[k]!;
    }
  }
  if (weightSum === 0) return beginPermutationTest(null, options);
  const scale = matrix.size / weightSum / Math.sqrt(squares[0]! * squares[1]!);
  const scratch = new Float64Array(matrix.size);
  return beginPermutationTest(
    {
      value: scale * product(around, other),
      expected: 0,
      units: matrix.size,
      islands: islandsOf(matrix).length,
      lanes: 1,
      simulate(first, _count, into) {
        scratch.set(other);
        shuffle(scratch, seed, first);
        into[0] = scale * product(around, scratch);
      },
    },
    options,
  );
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
