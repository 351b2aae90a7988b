import type { SparseMatrix } from '../../weights/sparse.ts';
import { knownValues, spread } from './known-values.ts';
import { standardised } from './local-moran.ts';
import { spatialLag } from './spatial-lag.ts';

export interface MoranScatter {
  /** (value − mean)/sd of every unit, population sd; NaN = missing. */
  readonly z: Float64Array;
  /** Lag of z: what the neighbours have; NaN without neighbours. */
  readonly lag: Float64Array;
  /** Slope of the line through the origin, sum z·lag/sum z²; NaN where undefined. */
  readonly slope: number;
}

/**
 * Moran scatter plot [Moran-Streudiagramm].
 *
 * Each area's value against that of its neighbours: upper right high among high, lower left low among low.
 *
 * z_i = (v_i − mean)/sd, lag_i = sum_j w_ij z_j.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights usually row-standardised.
 * @returns z and its lag, in the order of the units; the slope is Moran's I when every row sums to 1, in general
 * I · S0/n. Everything NaN as Moran's I.
 * @throws `invalid length: …`, `invalid value: …`.
 * Cost: linear in the number of links.
 * Source: Anselin 1996, in Fischer, Scholten & Unwin, Spatial Analytical Perspectives on GIS, 111–125.
 * @example On a chain of four units with values 1, 1, 0, 0: z = 1, 1, −1, −1, lag = 1, 0, 0, −1, slope 1/2.
 */
export function moranScatter(values: ArrayLike<number>, weights: SparseMatrix): MoranScatter {
  const { size } = weights;
  const known = knownValues([values], weights);
  if (!known) {
    const missing = new Float64Array(size).fill(NaN);
    return { z: missing, lag: missing.slice(), slope: NaN };
  }
  const { positions, matrix, squares } = known;
  const z = standardised(known.deviations[0]!, squares[0]!);
  const lag = spatialLag(z, matrix);
  let slope = 0;
  for (let k = 0; k < z.length; k++) if (!Number.isNaN(lag[k]!)) slope += (z[k]! * lag[k]!) / z.length;
  return {
    z: spread(z, positions, size),
    lag: spread(lag, positions, size),
    slope: matrix.neighbours.length === 0 ? NaN : slope,
  };
}
