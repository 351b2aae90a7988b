import type { SparseMatrix } from '../../weights/sparse.ts';
import { knownValues } from './known-values.ts';
import { type LocalMoran, localProducts, standardised, undefinedLocalMoran } from './local-moran.ts';

export interface BivariateMoran {
  /** I_xy of the whole city; NaN = undefined. */
  readonly value: number;
  /** I_xy of each unit, and the quadrant: x of the unit against y of its neighbours. */
  readonly local: LocalMoran;
}

/**
 * Bivariate Moran's I [bivariater Moran-Index], I_xy.
 *
 * Whether areas with much of one thing lie among areas with much of another, e.g. benefit receipt and rents.
 *
 * I_xy = n/S0 · sum_i sum_j w_ij x_i y_j/sqrt(sum x² sum y²), x and y as deviations from their means, S0 = sum w_ij;
 * local: I_xy,i = (x_i/sd_x) · sum_j w_ij y_j/sd_y, population sd; sum_i I_xy,i = S0 · I_xy.
 *
 * @param x one value per unit, the unit's own. @param y the neighbours' one, same order. NaN in either = missing.
 * @param weights over the same units; no unit may be its own neighbour.
 * @returns about −1 … 1 (row-standardised), 0 expected if y lies at random. Not symmetric: I_xy ≠ I_yx unless the
 * weights are symmetric. It takes no account of the correlation of x and y within the units.
 * NaN if fewer than two units have both values, one of them does not vary, or nobody has a neighbour; local: also for
 * units without values or neighbours.
 * @throws `invalid length: …`, `invalid value: …`, `invalid weights: unit 3 is its own neighbour`.
 * Cost: linear in the number of links.
 * Source: Wartenberg 1985, Geographical Analysis 17, 263–283; Anselin, Syabri & Smirnov 2002 (local). As Moran_BV of
 * esda for row-standardised weights; its local statistic divides by n − 1 in place of n.
 * @example On a chain of four units, x = 1, 1, 0, 0 and y = 0, 0, 1, 1, row-standardised: −1/2.
 */
export function bivariateMoran(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: SparseMatrix,
): BivariateMoran {
  const known = knownValues([x, y], weights);
  if (!known) return { value: NaN, local: undefinedLocalMoran(weights.size) };
  const { matrix, deviations, squares } = known;
  const own = standardised(deviations[0]!, squares[0]!);
  const other = standardised(deviations[1]!, squares[1]!);
  const local = localProducts(known, own, other, 1, weights.size);
  let product = 0;
  for (const value of local.values) if (!Number.isNaN(value)) product += value;
  let allWeights = 0;
  for (const weight of matrix.weights) allWeights += weight;
  return { value: allWeights === 0 ? NaN : product / allWeights, local };
}
