import type { Adjacency, SparseMatrix } from './sparse.ts';

/**
 * Whether every link leads back [Symmetrie der Nachbarschaft]: contiguity and distance bands do, nearest neighbours
 * usually do not.
 * @param adjacency rows ascending, no link twice.
 * Cost: linear in the links.
 */
export function hasSymmetricLinks(adjacency: Adjacency): boolean {
  return leadsBack(adjacency, () => true);
}

/**
 * Whether w_ij = w_ji for all pairs. Row-standardised weights are not, even where the links are.
 * @param matrix rows ascending, no link twice. @param tolerance largest difference; default 0.
 * Cost: linear in the links.
 */
export function isSymmetric(matrix: SparseMatrix, tolerance = 0): boolean {
  const { weights } = matrix;
  return leadsBack(matrix, (there, back) => Math.abs(weights[there]! - weights[back]!) <= tolerance);
}

function leadsBack(adjacency: Adjacency, agree: (there: number, back: number) => boolean): boolean {
  const { offsets, neighbours } = adjacency;
  const size = offsets.length - 1;
  // seen from ascending rows, the links back come in the order of their own row
  const cursor = offsets.slice(0, size);
  for (let i = 0; i < size; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const j = neighbours[k]!;
      const back = cursor[j]!++;
      if (back >= offsets[j + 1]! || neighbours[back] !== i || !agree(k, back)) return false;
    }
  }
  return true;
}
