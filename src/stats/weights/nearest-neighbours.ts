import type { Places } from '../spec.ts';
import { inStyle, type NeighbourOptions } from './distance-band.ts';
import { matrixOfLinks } from './link-rows.ts';
import { type PlaceIndex, placeIndex, precisionMetres } from './place-index.ts';
import type { SparseMatrix } from './sparse.ts';

/**
 * Nearest neighbours [nächste Nachbarn]: the k nearest units of each.
 *
 * w_ij = 1 where j is among the k nearest of i.
 *
 * Where several lie equally far (to a micrometre) and only some of them fit, those that come first in the order of the
 * units are taken: the same whatever the file's geometry, but another order of the units may choose others.
 *
 * @param places positions in metres of a projected system.
 * @param k whole number ≥ 1; all others where there are fewer.
 * @returns rows ascending; usually not symmetric. Nobody is an island unless alone. Units at the same place come first.
 * @throws `invalid neighbours: …`, `invalid length: …`, `invalid place: …`.
 * Cost: about linear in the links.
 * @example three places at 0, 900 and 2000 m in a row, k = 1: 0 → 1, 1 → 0, 2 → 1
 */
export function nearestNeighbours(places: Places, k: number, options: NeighbourOptions = {}): SparseMatrix {
  const index = placeIndex(places);
  const search = nearestSearch(index, k);
  return inStyle(
    matrixOfLinks(index, 'directed', (p, found) => {
      const count = search.of(p);
      found.positions.set(search.positions);
      return count;
    }),
    options,
  );
}

export interface NearestSearch {
  /** The nearest of the unit asked last, nearest first: positions in the spatial order, and distances in metres. */
  readonly positions: Int32Array;
  readonly distances: Float64Array;
  /** Searches the nearest others of the unit at position p; returns how many there are. */
  of(p: number): number;
}

/** Searches the k nearest with ever larger circles. @throws `invalid neighbours: …`. */
export function nearestSearch(index: PlaceIndex, k: number): NearestSearch {
  if (!(Number.isInteger(k) && k >= 1)) throw new Error(`invalid neighbours: ${k}`);
  const { size, order } = index;
  const wanted = Math.min(k, Math.max(0, size - 1));
  const positions = new Int32Array(wanted);
  const distances = new Float64Array(wanted);
  const steps = new Float64Array(wanted);
  // a circle that holds k units of an even spread, and some to spare
  const guess = index.cell * Math.sqrt((wanted + 1) / Math.PI) * 1.3;
  const of = (p: number): number => {
    let count = 0;
    for (let radius = guess; ; radius *= 2) {
      count = index.within(p, radius);
      if (count > wanted || count === size) break;
    }
    let found = 0;
    for (let m = 0; m < count; m++) {
      const q = index.positions[m]!;
      if (q === p) continue;
      const distance = Math.sqrt(index.squares[m]!);
      const step = Math.round(distance / precisionMetres);
      if (found === wanted && !comesBefore(step, q, found - 1)) continue;
      let at = found < wanted ? found++ : found - 1;
      for (; at > 0 && comesBefore(step, q, at - 1); at--) {
        positions[at] = positions[at - 1]!;
        distances[at] = distances[at - 1]!;
        steps[at] = steps[at - 1]!;
      }
      positions[at] = q;
      distances[at] = distance;
      steps[at] = step;
    }
    return found;
  };
  return { positions, distances, of };

  function comesBefore(step: number, q: number, at: number): boolean {
    return step < steps[at]! || (step === steps[at] && order[q]! < order[positions[at]!]!);
  }
}
