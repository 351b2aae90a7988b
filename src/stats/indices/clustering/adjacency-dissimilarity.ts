import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { sharesOf, weightsOf } from '../autocorrelation/moran.ts';
import { dissimilarityOf } from '../evenness/dissimilarity.ts';
import { meanNeighbourDifference } from './neighbour-differences.ts';

export interface AdjacencyDissimilarityOptions {
  /**
   * `binary` (default): every link counts the same, whatever the matrix says. `row-standardised`: every unit counts the
   * same, however many neighbours it has. `given`: the weights of the matrix as they are.
   */
  readonly links?: 'binary' | 'row-standardised' | 'given';
  /** Units without persons: left out with their links (`drop`, default), or neighbours with share 0 (`zero`). */
  readonly emptyUnits?: 'zero' | 'drop';
}

/**
 * Dissimilarity adjusted for adjacency [um Nachbarschaft bereinigter Dissimilaritätsindex], D(adj).
 *
 * D, less what people meet anyway because the next area is mixed differently.
 *
 * D(adj) = D − sum_ij c_ij |p_i − p_j| / sum_ij c_ij, p_i = x_i/t_i, c_ij = 1 for neighbours.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param weights neighbours over the same units; only who is next to whom counts unless `links` says otherwise.
 * @returns at most D: equal to D where all neighbours are alike, lower the more neighbours differ; may fall below 0.
 * NaN if a group is empty, fewer than two units are populated or no two of them are neighbours.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear in the number of links.
 * Source: Morrill 1991, Geography Research Forum 11, 25–36. Agrees with OasisR (which drops units without persons), with
 * PySAL (which takes them as share 0: `zero`) and with seg for `row-standardised`.
 * @example chain of four units: adjacencyDissimilarity([10, 10, 0, 0], [0, 0, 10, 10], chain) // 1 − 2/6
 */
export function adjacencyDissimilarity(
  group: Counts,
  reference: Counts,
  weights: SparseMatrix,
  options: AdjacencyDissimilarityOptions = {},
): number {
  return adjacencyDissimilarityOf(twoGroupTable(group, reference), weights, options);
}

/** `adjacencyDissimilarity` of a checked table. */
export function adjacencyDissimilarityOf(
  table: TwoGroupTable,
  weights: SparseMatrix,
  { links = 'binary', emptyUnits = 'drop' }: AdjacencyDissimilarityOptions = {},
): number {
  if (weights.size !== table.size) {
    throw new Error(`invalid length: ${table.size} (expected ${weights.size})`);
  }
  const d = dissimilarityOf(table);
  if (Number.isNaN(d)) return NaN;
  const shares = sharesOf(table, emptyUnits);
  return (
    d -
    (links === 'given'
      ? meanNeighbourDifference(shares, weights, { weights: weights.weights })
      : meanNeighbourDifference(shares, weights, { isRowStandardised: links === 'row-standardised' }))
  );
}

export const adjacencyDissimilaritySpec: TwoGroupSpec = {
  id: 'D_adj',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['weights'],
  range: [-1, 1],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Morrill 1991',
  compute: (table, context) =>
    adjacencyDissimilarityOf(table, weightsOf(context), { emptyUnits: context?.emptyUnits }),
  expected: () => NaN,
};
