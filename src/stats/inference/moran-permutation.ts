import { knownValues } from '../indices/autocorrelation/known-values.ts';
import { expectedMoran } from '../indices/autocorrelation/moran.ts';
import { pairedLinks } from '../weights/paired-links.ts';
import type { SparseMatrix } from '../weights/sparse.ts';
import {
  beginPermutationTest,
  checkedOptions,
  type PermutationOptions,
  type PermutationTest,
} from './permutation-test.ts';
import { lanes, permutedForm } from './permuted-form.ts';
import type { Stepper } from './stepper.ts';

/**
 * Permutation test of Moran's I [Permutationstest].
 *
 * How often values thrown at random onto the areas would lie as much together as the real ones do.
 *
 * p = (r + 1)/(m + 1); m permutations, r of them with I* ≥ I or with I* ≤ I, whichever is fewer.
 *
 * @param values one per unit, NaN = missing (left out). @param weights over the same units.
 * @param options permutation r draws from stream (seed, r): neither portions nor workers (`first`) change a figure.
 * @returns a stepper; p lies in 1/(m + 1) … about 1/2, small = not by chance.
 * Everything NaN where I is NaN (see `moran`).
 * @throws `invalid permutations: …`, `invalid length: …`, `invalid value: …`, `invalid seed: …`, `invalid first: …`.
 * Cost: per permutation linear in the number of links; 8 n bytes per permutation run together.
 * Source: Cliff & Ord 1981; Davison & Hinkley 1997, 4.11, for the + 1. p as `p_sim` of esda, `upperP` as moran.mc of
 * spdep; permutations that equal the value count on both sides (esda: on the upper one).
 * @example finish(beginMoranTest(values, weights, { permutations: 999, seed: 1 })).p
 */
export function beginMoranTest(
  values: ArrayLike<number>,
  weights: SparseMatrix,
  options: PermutationOptions,
): Stepper<PermutationTest> {
  const { seed } = checkedOptions(options);
  const known = knownValues([values], weights);
  if (!known) return beginPermutationTest(null, options);
  const links = pairedLinks(known.matrix);
  if (links.weightSum === 0) return beginPermutationTest(null, options);
  const n = links.size;
  const scale = n / links.weightSum / known.squares[0]!;
  const form = permutedForm(links, known.deviations[0]!, seed);
  return beginPermutationTest(
    {
      value: scale * form.value,
      expected: expectedMoran(n),
      units: n,
      islands: links.islands,
      lanes,
      simulate(first, count, into) {
        form.simulate(first, count, into);
        for (let lane = 0; lane < count; lane++) into[lane]! *= scale;
      },
    },
    options,
  );
}
