import type { Places } from '../spec.ts';
import { checkRadius } from './kernel.ts';
import { matrixOfLinks } from './link-rows.ts';
import { placeIndex } from './place-index.ts';
import { rowStandardised, type SparseMatrix } from './sparse.ts';

/** Weights of neighbours that are neighbours or not. */
export interface NeighbourOptions {
  /** Default `row-standardised`. */
  readonly style?: 'binary' | 'row-standardised';
}

/**
 * Distance band [Nachbarn im Umkreis]: all units within a distance are neighbours.
 *
 * w_ij = 1 where 0 <= d_ij <= metres, i ≠ j; d straight distance, equal to a micrometre.
 *
 * @param places positions in metres of a projected system.
 * @param metres > 0.
 * @returns symmetric links, rows ascending; units with nobody near stay islands (`islandsOf`). Units at the same place
 * are neighbours.
 * @throws `invalid radius: …`, `invalid length: …`, `invalid place: …`.
 * Cost: linear in the links.
 * @example three places at 0, 900 and 2000 m in a row, 1000 m: 0 – 1 are neighbours, 2 is an island
 */
export function distanceBand(places: Places, metres: number, options: NeighbourOptions = {}): SparseMatrix {
  checkRadius(metres);
  const index = placeIndex(places);
  const matrix = matrixOfLinks(index, 'symmetric', (p, found) => {
    const count = index.within(p, metres);
    let others = 0;
    for (let k = 0; k < count; k++) {
      if (index.positions[k] !== p) found.positions[others++] = index.positions[k]!;
    }
    return others;
  });
  return inStyle(matrix, options);
}

/** The same links, all of weight 1 or standardised by row. */
export function inStyle(
  matrix: SparseMatrix,
  { style = 'row-standardised' }: NeighbourOptions,
): SparseMatrix {
  const binary: SparseMatrix = {
    ...matrix,
    weights: new Float64Array(matrix.neighbours.length).fill(1),
    style: 'binary',
  };
  return style === 'binary' ? binary : rowStandardised(binary);
}
