import type { Places } from '../spec.ts';
import { checkRadius, type Kernel, kernelReach, weigh } from './kernel.ts';
import { matrixOfLinks } from './link-rows.ts';
import { nearestSearch } from './nearest-neighbours.ts';
import { placeIndex } from './place-index.ts';
import type { SparseMatrix } from './sparse.ts';

export interface KernelOptions {
  readonly kernel: Kernel;
  /** Metres, or the distance of each unit to its k-th nearest neighbour: wide where few live, narrow where many. */
  readonly bandwidth: number | { readonly neighbours: number };
  /** Whether a unit is its own neighbour, with weight 1. Default false. */
  readonly self?: boolean;
}

/**
 * Kernel weights [Kerngewichte]: the nearer, the more a neighbour counts.
 *
 * w_ij = K(d_ij/h_i), K as `kernelReach` has it; h the bandwidth of all units, or h_i of each.
 *
 * With h_i the k-th neighbour counts in `uniform` and `gaussian` only: elsewhere its weight is 0. Where k units or more
 * lie at the same place, h_i = 0 and these alone are neighbours, with weight 1.
 *
 * @param places positions in metres of a projected system.
 * @returns `general`; links of weight 0 left out; symmetric for a bandwidth in metres. Units with nobody in reach are
 * islands unless `self`. Units at the same place have weight 1.
 * @throws `invalid radius: …`, `invalid neighbours: …`, `invalid length: …`, `invalid place: …`.
 * Cost: linear in the links. For sums over large radii `localEnvironments` needs no links.
 * @example two places 400 m apart, triangular, 1000 m: 0.6 in both directions
 */
export function kernelWeights(places: Places, options: KernelOptions): SparseMatrix {
  const { kernel, bandwidth, self = false } = options;
  const index = placeIndex(places);
  const bandwidthOf = typeof bandwidth === 'number' ? fixed(bandwidth) : adaptive(bandwidth.neighbours);
  const { positions, squares } = index;
  return matrixOfLinks(index, typeof bandwidth === 'number' ? 'symmetric' : 'directed', (p, found) => {
    const radius = bandwidthOf(p);
    const count = index.within(p, kernelReach(kernel, radius));
    if (radius > 0) weigh(kernel, radius, squares, count);
    else squares.fill(1, 0, count);
    let kept = 0;
    for (let k = 0; k < count; k++) {
      if (squares[k] === 0 || (!self && positions[k] === p)) continue;
      found.positions[kept] = positions[k]!;
      found.weights[kept++] = squares[k]!;
    }
    return kept;
  });

  function fixed(radius: number): () => number {
    checkRadius(radius);
    return () => radius;
  }

  function adaptive(neighbours: number): (p: number) => number {
    const search = nearestSearch(index, neighbours);
    return (p) => {
      const found = search.of(p);
      return found === 0 ? 0 : search.distances[found - 1]!;
    };
  }
}
