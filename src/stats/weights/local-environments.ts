import type { Places } from '../spec.ts';
import { gatheredProduct, gatheredSum } from './gathered-sums.ts';
import { checkRadius, type Kernel, kernelReach, weigh } from './kernel.ts';
import type { PairSums } from './pair-sums.ts';
import { inSpatialOrder, type PlaceIndex, placeIndex } from './place-index.ts';
import { type VisitEnvironment, visitProfile } from './profile-sums.ts';

/** The surroundings of every unit, at any radius. */
export interface LocalEnvironments {
  readonly size: number;
  /**
   * Weighted sums over the environment of every unit, the unit itself with weight 1 included.
   * @param radius metres; the bandwidth for `gaussian`. @throws `invalid radius: …`.
   */
  environment(radius: number, kernel: Kernel): PairSums;
  /**
   * The same sums at several radii, for far less than one by one.
   * @param radii metres, in any order, at most 255.
   * @param visit gets every unit at every radius once.
   * @throws `invalid radius: …`, `invalid radii: …`, `invalid length: …`.
   */
  profile(
    columns: readonly Float64Array[],
    radii: readonly number[],
    kernel: Kernel,
    visit: VisitEnvironment,
  ): void;
}

/**
 * Local environments [Umgebungen]: who lives within a radius, the nearer the more it counts.
 *
 * Pairs are found on a grid and used at once, never stored: units close to each other lie close in memory, so finding
 * a pair again takes no longer than reading it, and a city of 500,000 units fits at every radius.
 *
 * @param places positions in metres of a projected system. Units at the same place are in each other's environment with
 * full weight.
 * @throws `invalid length: …`, `invalid place: …`.
 * Cost: linear to make. `environment(…).sums` costs the pairs within reach times the columns. `profile` costs a row of
 * cells instead of a disc for radii of many cells (`uniform`, `biweight`), else the pairs within the largest reach
 * (`gaussian`: within every reach). Memory linear in the units.
 * Source: Reardon & O'Sullivan 2004, Sociological Methodology 34, 121–162 (proximity functions φ).
 * PySAL gives the unit itself weight 1 even where its kernel has its maximum at 0.75, and takes `uniform` as d < h.
 * @example localEnvironments(places).environment(1000, 'biweight').sums([counts])
 */
export function localEnvironments(places: Places): LocalEnvironments {
  const index = placeIndex(places);
  const { size } = index;
  return {
    size,
    environment(radius, kernel) {
      checkRadius(radius);
      return {
        size,
        diagonal: new Float64Array(size).fill(1),
        sums: (columns) => sumsWithin(index, radius, kernel, columns),
      };
    },
    profile: (columns, radii, kernel, visit) => visitProfile(index, columns, radii, kernel, visit),
  };
}

function sumsWithin(
  index: PlaceIndex,
  radius: number,
  kernel: Kernel,
  columns: readonly Float64Array[],
): readonly Float64Array[] {
  const { size, order, path, positions, squares, within } = index;
  const sorted = inSpatialOrder(index, columns);
  const sums = columns.map(() => new Float64Array(size));
  const reach = kernelReach(kernel, radius);
  for (let t = 0; t < size; t++) {
    const p = path[t]!;
    const count = within(p, reach);
    if (kernel !== 'uniform') weigh(kernel, radius, squares, count);
    for (let c = 0; c < sorted.length; c++) {
      sums[c]![order[p]!] =
        kernel === 'uniform'
          ? gatheredSum(sorted[c]!, positions, 0, count)
          : gatheredProduct(sorted[c]!, positions, squares, 0, count);
    }
  }
  return sums;
}
