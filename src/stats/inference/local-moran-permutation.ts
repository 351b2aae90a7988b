import { knownValues } from '../indices/autocorrelation/known-values.ts';
import { lagsOf, standardised } from '../indices/autocorrelation/local-moran.ts';
import type { SparseMatrix } from '../weights/sparse.ts';
import { beginConditionalTest, type ConditionalOptions, type ConditionalTest } from './conditional-test.ts';
import type { Stepper } from './stepper.ts';

/**
 * Conditional permutation test of local Moran's I [bedingter Permutationstest des lokalen Moran-Index].
 *
 * For each area: how often neighbours picked at random from the rest of the city would be as much above or below the
 * mean as its real ones are.
 *
 * Unit i keeps its value; its neighbours get values drawn without replacement from all other units. p = (r + 1)/(m + 1);
 * m permutations, r of them with I_i* ≥ I_i or with I_i* ≤ I_i, whichever is fewer. Exact expectation and variance over
 * all permutations: `localMoranMoments(values, weights, 'conditional')`.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights over the same units; no unit may be
 * its own neighbour.
 * @param options permutation r draws from stream (seed, r) whatever the portions. Workers share the permutations out
 * (`first`) and put their results together with `mergeConditionalTests`; a unit's figures do not depend on the others,
 * but the work is hardly more for all units than for a few, so that units need not be shared out.
 * @returns a stepper; p and counts per unit, in the order of the units. p is 1 where the unit's value equals the mean.
 * NaN where I_i is NaN. With hundreds of units use `benjaminiHochberg` on `twoSidedP` and take 9,999 permutations: all
 * units share the draws, so that with few permutations they err together.
 * @throws `invalid permutations: …`, `invalid seed: …`, `invalid first: …`, and as `localMoran`.
 * Cost: per 1,024 permutations a binary search per unit, for row-standardised or binary weights; with unequal weights one
 * reading per link and permutation. 8 bytes per permutation run together and neighbour.
 * Source: Anselin 1995, Geographical Analysis 27, 93–115. As esda, which shares one table of draws among all units
 * too; spdep draws with replacement (`replacement: 'with'`). p as `p_sim` of esda and the folded p of spdep, `twoSidedP`
 * as its two-sided one; but draws that equal the value count on both sides (esda: on the upper one, so that p of an area
 * among equal ones can be 1/(m + 1)).
 * @example benjaminiHochberg(finish(beginLocalMoranTest(values, weights, { permutations: 9999, seed: 1 })).twoSidedP, 0.05)
 */
export function beginLocalMoranTest(
  values: ArrayLike<number>,
  weights: SparseMatrix,
  options: ConditionalOptions,
): Stepper<ConditionalTest> {
  return begin([values], weights, options);
}

/**
 * Conditional permutation test of local bivariate Moran's I [bedingter Permutationstest].
 *
 * For each area: how often neighbours picked at random from the rest of the city would have as much or as little of y.
 *
 * As `beginLocalMoranTest`, with the unit's own x and its neighbours' y: unit i keeps x_i and y_i, its neighbours get y
 * values of other units.
 *
 * @param x one value per unit. @param y the neighbours' one. NaN in either = missing. @param weights over the same units.
 * @returns as `beginLocalMoranTest`. NaN where the local I_xy is.
 * @throws as `beginLocalMoranTest`.
 * Cost: as `beginLocalMoranTest`.
 * Source: Anselin, Syabri & Smirnov 2002; as Moran_Local_BV of esda.
 * @example finish(beginLocalBivariateMoranTest(benefits, rents, weights, { permutations: 9999, seed: 1 })).p
 */
export function beginLocalBivariateMoranTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: SparseMatrix,
  options: ConditionalOptions,
): Stepper<ConditionalTest> {
  return begin([x, y], weights, options);
}

/** The first column is the units' own, the last one their neighbours'. */
function begin(
  columns: readonly ArrayLike<number>[],
  weights: SparseMatrix,
  options: ConditionalOptions,
): Stepper<ConditionalTest> {
  const known = knownValues(columns, weights);
  const [own, other] = [0, -1].map((at) => {
    const deviations = known?.deviations.at(at);
    return deviations ? standardised(deviations, known!.squares.at(at)!) : new Float64Array(0);
  }) as [Float64Array, Float64Array];
  // refuses units that are their own neighbours
  if (known) lagsOf(known.matrix, other);
  return beginConditionalTest(known, other, (k) => own[k] === 0, weights.size, options);
}
