import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { sharesOf } from '../autocorrelation/moran.ts';
import { dissimilarityOf } from '../evenness/dissimilarity.ts';
import { bordersOf } from './border-dissimilarity.ts';
import { meanNeighbourDifference } from './neighbour-differences.ts';

/** What the shape of the units is read from. */
export interface UnitShapes {
  /** l_ij, length of the common border in metres, in both directions. */
  readonly borders: SparseMatrix;
  /** a_i, land area in square metres, > 0. */
  readonly areas: ArrayLike<number>;
  /** Outer perimeter in metres; not needed for the perimeter `interior`. */
  readonly perimeters?: ArrayLike<number>;
}

export interface ShapeDissimilarityOptions {
  /** Perimeter of a unit: its whole outline (`all`, default), or only the part it shares with other units (`interior`). */
  readonly perimeter?: 'all' | 'interior';
  /** Units without persons: left out with borders and shape (`drop`, default), or neighbours with share 0 (`zero`). */
  readonly emptyUnits?: 'zero' | 'drop';
}

/**
 * Dissimilarity adjusted for borders and shape [um Grenzlängen und Form bereinigter Dissimilaritätsindex], D(s).
 *
 * D, less what people meet anyway across borders, where small or winding units are easier to leave than large compact
 * ones.
 *
 * D(s) = D − sum_ij w_ij |p_i − p_j| (r_i + r_j)/(2 max r), w_ij = l_ij/sum_ij l_ij, r_i = perimeter_i/a_i,
 * p_i = x_i/t_i.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param shapes borders, areas and perimeters of the same units.
 * @returns between D(w) and D. A single very small unit raises the maximum and so brings D(s) close to D. NaN if a group
 * is empty, fewer than two units are populated or no two of them have a common border.
 * @throws `invalid count: …`, `invalid length: …`, `invalid area: …`, `invalid perimeter: …`,
 * `invalid perimeters: undefined`.
 * Cost: linear in the number of borders.
 * Source: Wong 1993, Urban Studies 30, 559–572, without the further division by 2 of the printed formula (Tivadar 2019).
 * Agrees with OasisR, seg (`all`) and PySAL (`all`, empty units as `zero`).
 * @example two squares of 100 m side by side: shapeDissimilarity([5, 0], [0, 5], …) // 1 − 1 = 0, both have max r
 */
export function shapeDissimilarity(
  group: Counts,
  reference: Counts,
  shapes: UnitShapes,
  options: ShapeDissimilarityOptions = {},
): number {
  return shapeDissimilarityOf(twoGroupTable(group, reference), shapes, options);
}

/** `shapeDissimilarity` of a checked table. */
export function shapeDissimilarityOf(
  table: TwoGroupTable,
  shapes: UnitShapes,
  { perimeter = 'all', emptyUnits = 'drop' }: ShapeDissimilarityOptions = {},
): number {
  const { borders, areas } = shapes;
  for (const { length } of [{ length: borders.size }, areas, shapes.perimeters ?? areas]) {
    if (length !== table.size) throw new Error(`invalid length: ${length} (expected ${table.size})`);
  }
  const d = dissimilarityOf(table);
  if (Number.isNaN(d)) return NaN;
  const shares = sharesOf(table, emptyUnits);
  const perimeters = perimeter === 'all' ? shapes.perimeters : sharedPerimeters(borders, shares);
  if (!perimeters) throw new Error('invalid perimeters: undefined');
  const stress = relativeRatios(perimeters, areas, shares);
  return d - meanNeighbourDifference(shares, borders, { weights: borders.weights, stress });
}

/** Length of the borders with other counted units. */
function sharedPerimeters(
  { offsets, neighbours, weights }: SparseMatrix,
  shares: Float64Array,
): Float64Array {
  return shares.map((_, i) => {
    let sum = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      if (!Number.isNaN(shares[neighbours[k]!]!)) sum += weights[k]!;
    }
    return sum;
  });
}

/** r_i/max r over the counted units. */
function relativeRatios(
  perimeters: ArrayLike<number>,
  areas: ArrayLike<number>,
  shares: Float64Array,
): Float64Array {
  let greatest = 0;
  const ratios = shares.map((share, i) => {
    if (Number.isNaN(share)) return 0;
    const [perimeter, area] = [perimeters[i]!, areas[i]!];
    if (!(area > 0 && area < Infinity)) throw new Error(`invalid area: ${area} at ${i}`);
    if (!(perimeter >= 0 && perimeter < Infinity)) {
      throw new Error(`invalid perimeter: ${perimeter} at ${i}`);
    }
    greatest = Math.max(greatest, perimeter / area);
    return perimeter / area;
  });
  return ratios.map((ratio) => ratio / greatest);
}

export const shapeDissimilaritySpec: TwoGroupSpec = {
  id: 'D_s',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['borders', 'areas'],
  range: [-1, 1],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Wong 1993',
  compute(table, context) {
    const borders = bordersOf(context);
    if (!context?.areas) throw new Error('invalid areas: undefined');
    const { areas, perimeters, emptyUnits } = context;
    return shapeDissimilarityOf(table, { borders, areas, perimeters }, { emptyUnits });
  },
  expected: () => NaN,
};
