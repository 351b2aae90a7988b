import type { SparseMatrix } from '../../weights/sparse.ts';

/**
 * Spatial lag [räumlich verzögerte Variable, Nachbarschaftsmittel].
 *
 * What the neighbours of each area have: with row-standardised weights their mean.
 *
 * lag_i = sum_j w_ij v_j over the neighbours with a value; row-standardised weights are divided by their sum over
 * these neighbours.
 *
 * @param values one per unit, NaN = missing. @param weights over the same units.
 * @returns one value per unit, in the order of the units, in the unit of the values (times the weights). A unit
 * without a value of its own has a lag all the same.
 * NaN where no neighbour has a value, or their row-standardised weights sum to 0.
 * @throws `invalid length: …`, `invalid value: …`.
 * Cost: linear in the number of links.
 * Source: Anselin 1988, Spatial Econometrics. esda and spdep let a missing neighbour make the lag missing, and
 * give 0 to units without neighbours.
 * @example On a chain of three units 1 – 2 – 3 with values 1, 2, 6: [2, 3.5, 2].
 */
export function spatialLag(values: ArrayLike<number>, weights: SparseMatrix): Float64Array {
  const { size, offsets, neighbours } = weights;
  if (values.length !== size) throw new Error(`invalid length: ${values.length} (expected ${size})`);
  for (let i = 0; i < size; i++) {
    const value = values[i]!;
    if (value === Infinity || value === -Infinity) throw new Error(`invalid value: ${value} at ${i}`);
  }
  const lags = new Float64Array(size).fill(NaN);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    let weightSum = 0;
    let isMissing = true;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const value = values[neighbours[k]!]!;
      if (Number.isNaN(value)) continue;
      isMissing = false;
      sum += weights.weights[k]! * value;
      weightSum += weights.weights[k]!;
    }
    if (!isMissing) lags[i] = weights.style === 'row-standardised' ? sum / weightSum : sum;
  }
  return lags;
}
