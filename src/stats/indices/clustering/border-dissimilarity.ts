import type { IndexContext, TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { sharesOf } from '../autocorrelation/moran.ts';
import { dissimilarityOf } from '../evenness/dissimilarity.ts';
import { meanNeighbourDifference } from './neighbour-differences.ts';

export interface BorderDissimilarityOptions {
  /** Compatibility with PySAL's default: every unit's border lengths are divided by their sum first. Default false. */
  readonly rowStandardised?: boolean;
  /** Units without persons: left out with their borders (`drop`, default), or neighbours with share 0 (`zero`). */
  readonly emptyUnits?: 'zero' | 'drop';
}

/**
 * Dissimilarity adjusted for common borders [um Grenzlängen bereinigter Dissimilaritätsindex], D(w).
 *
 * D, less what people meet anyway across borders: a long common border counts more than a short one.
 *
 * D(w) = D − sum_ij w_ij |p_i − p_j|, p_i = x_i/t_i, w_ij = l_ij / sum_ij l_ij, l_ij length of the common border.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param borders l_ij in metres in both directions; units that only touch at a corner have none.
 * @returns at most D: equal to D where all neighbours are alike; may fall below 0. NaN if a group is empty, fewer than
 * two units are populated or no two of them have a common border.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear in the number of borders.
 * Source: Wong 1993, Urban Studies 30, 559–572, without the further division by 2 of the printed formula (Tivadar 2019).
 * Agrees with OasisR, seg and PySAL (standardize = False); PySAL's default is `rowStandardised`. OasisR fails with units
 * without persons; PySAL takes them as share 0 (`zero`).
 * @example three units in a row with borders of 30 m and 10 m: borderDissimilarity([5, 5, 0], [0, 0, 5], …) // 1 − 10/40
 */
export function borderDissimilarity(
  group: Counts,
  reference: Counts,
  borders: SparseMatrix,
  options: BorderDissimilarityOptions = {},
): number {
  return borderDissimilarityOf(twoGroupTable(group, reference), borders, options);
}

/** `borderDissimilarity` of a checked table. */
export function borderDissimilarityOf(
  table: TwoGroupTable,
  borders: SparseMatrix,
  { rowStandardised = false, emptyUnits = 'drop' }: BorderDissimilarityOptions = {},
): number {
  if (borders.size !== table.size) {
    throw new Error(`invalid length: ${table.size} (expected ${borders.size})`);
  }
  const d = dissimilarityOf(table);
  if (Number.isNaN(d)) return NaN;
  const { weights } = borders;
  const shares = sharesOf(table, emptyUnits);
  return d - meanNeighbourDifference(shares, borders, { weights, isRowStandardised: rowStandardised });
}

/** The common borders of a context. @throws `invalid borders: undefined`. */
export function bordersOf(context: IndexContext | undefined): SparseMatrix {
  if (!context?.borders) throw new Error('invalid borders: undefined');
  return context.borders;
}

export const borderDissimilaritySpec: TwoGroupSpec = {
  id: 'D_w',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['borders'],
  range: [-1, 1],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Wong 1993',
  compute: (table, context) =>
    borderDissimilarityOf(table, bordersOf(context), { emptyUnits: context?.emptyUnits }),
  expected: () => NaN,
};
