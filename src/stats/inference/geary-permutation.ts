import { knownValues } from '../indices/autocorrelation/known-values.ts';
import { type PairedLinks, pairedLinks } from '../weights/paired-links.ts';
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
 * Permutation test of Geary's c [Permutationstest].
 *
 * How often values thrown at random onto the areas would differ as little between neighbours as the real ones do.
 *
 * p = (r + 1)/(m + 1); m permutations, r of them with c* ≤ c or with c* ≥ c, whichever is fewer. With r_i the sum of
 * w_ij + w_ji over j, c is the form sum_i r_i z_i² − 2 sum_(i<j) (w_ij + w_ji) z_i z_j times (n − 1)/(2 S0 sum z²).
 *
 * @param values one per unit, NaN = missing (left out). @param weights over the same units.
 * @param options permutation r draws from stream (seed, r), as for Moran's I: neither portions nor workers change a
 * figure.
 * @returns a stepper; p lies in 1/(m + 1) … about 1/2; `lowerP` is small where neighbours are alike.
 * Everything NaN where c is NaN.
 * @throws as `beginMoranTest`.
 * Cost: as `beginMoranTest`.
 * Source: Cliff & Ord 1981. p as `p_sim` of esda, `lowerP` as geary.mc of spdep (whose alternative `greater` means
 * positive autocorrelation).
 * @example finish(beginGearyTest(values, weights, { permutations: 999, seed: 1 })).p
 */
export function beginGearyTest(
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
  const scale = (n - 1) / (2 * links.weightSum) / known.squares[0]!;
  const form = permutedForm(differences(links), known.deviations[0]!, seed);
  return beginPermutationTest(
    {
      value: scale * form.value,
      expected: 1,
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

/** The form of squared differences: −2 (w_ij + w_ji) beside j > i, the sum of a unit's links beside itself. */
function differences(links: PairedLinks): PairedLinks {
  const { size } = links;
  const own = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let k = links.offsets[i]!; k < links.offsets[i + 1]!; k++) {
      const j = links.neighbours[k]!;
      if (i === j) continue;
      own[i]! += links.weights[k]!;
      own[j]! += links.weights[k]!;
    }
  }
  const offsets = new Int32Array(size + 1);
  const neighbours = new Int32Array(links.neighbours.length + size);
  const weights = new Float64Array(neighbours.length);
  let end = 0;
  for (let i = 0; i < size; i++) {
    neighbours[end] = i;
    weights[end++] = own[i]!;
    for (let k = links.offsets[i]!; k < links.offsets[i + 1]!; k++) {
      if (links.neighbours[k] === i) continue;
      neighbours[end] = links.neighbours[k]!;
      weights[end++] = -2 * links.weights[k]!;
    }
    offsets[i + 1] = end;
  }
  return { ...links, offsets, neighbours: neighbours.slice(0, end), weights: weights.slice(0, end) };
}
