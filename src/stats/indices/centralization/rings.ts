import { keptForColumns } from '../../kept.ts';
import { ascendingOrder } from '../../numeric/order.ts';
import type { IndexContext, Places } from '../../spec.ts';
import type { TwoGroupTable } from '../../table.ts';

/** A point in the coordinates of the places, their plain mean, or their mean weighted by all residents. */
export type Centre = readonly [number, number] | 'mean' | 'population-weighted';

/** Units in ascending order of their distance from a point; units at the same distance form a ring. */
export interface Rings {
  /** Positions of the units, nearest first. */
  readonly order: Uint32Array;
  /** `order[ends[r − 1]]` … `order[ends[r] − 1]` are the units of ring r; the first begins at 0. */
  readonly ends: Uint32Array;
}

/** Units whose distances differ by no more are at the same distance, in metres. */
const sameDistance = 1e-6;

/** The places of the context. @throws `invalid places: undefined`. */
export function placesOf(context: IndexContext | undefined): Places {
  if (!context?.places) throw new Error('invalid places: undefined');
  return context.places;
}

/**
 * The centre of a city [Stadtzentrum].
 *
 * @param centre a point, which is returned; `mean` of all places; or the mean `population-weighted`, sum t_i (x, y)/T.
 * @param skip leaves units out where it is true.
 * @returns coordinates as in `places`; NaN without any unit (or person, if weighted).
 * @throws `invalid centre: …` for a point that is not finite.
 * Cost: linear.
 */
export function centreOf(
  places: Places,
  total: ArrayLike<number>,
  centre: Centre = 'population-weighted',
  skip?: (unit: number) => boolean,
): readonly [number, number] {
  if (typeof centre !== 'string') {
    if (!centre.every(Number.isFinite)) throw new Error(`invalid centre: ${centre.join(', ')}`);
    return centre;
  }
  // offsets from the first place: coordinates of millions of metres would lose digits in the sum
  const x0 = places.x[0] ?? NaN;
  const y0 = places.y[0] ?? NaN;
  let weights = 0;
  let east = 0;
  let north = 0;
  for (let i = 0; i < places.x.length; i++) {
    if (skip?.(i)) continue;
    const weight = centre === 'mean' ? 1 : total[i]!;
    weights += weight;
    east += weight * (places.x[i]! - x0);
    north += weight * (places.y[i]! - y0);
  }
  return [x0 + east / weights, y0 + north / weights];
}

/**
 * Rings of units around a point [Ringe gleicher Entfernung].
 *
 * Whatever is computed ring by ring does not depend on the order in which equally distant units happen to be stored.
 *
 * @param places position of every unit in metres. @param units positions of the units to be ordered; default: all.
 * @throws `invalid place: …` for a position that is not finite.
 * Cost: one sort.
 */
export function ringsAround(
  places: Places,
  [x, y]: readonly [number, number],
  units?: ArrayLike<number>,
): Rings {
  const n = units ? units.length : places.x.length;
  const distances = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const i = units ? units[k]! : k;
    const distance = Math.sqrt((places.x[i]! - x) ** 2 + (places.y[i]! - y) ** 2);
    if (!Number.isFinite(distance)) {
      throw new Error(`invalid place: ${places.x[i]}, ${places.y[i]} at ${i}`);
    }
    distances[k] = distance;
  }
  const order = ascendingOrder(distances);
  const ends = new Uint32Array(n);
  let rings = 0;
  let first = 0;
  for (let k = 1; k <= n; k++) {
    if (k < n && distances[order[k]!]! - distances[order[first]!]! <= sameDistance) continue;
    ends[rings++] = k;
    first = k;
  }
  if (units) for (let k = 0; k < n; k++) order[k] = units[order[k]!]!;
  return { order, ends: ends.subarray(0, rings) };
}

/** Several indices want the same rings, and random tables with the same totals have the same centre. */
const keptRings = keptForColumns((x, y, point) => ringsAround({ x, y }, [point[0]!, point[1]!]));

/** The rings of a whole table around its centre, with or without the units without persons. */
export function ringsOf(
  table: TwoGroupTable,
  places: Places,
  centre: Centre = 'population-weighted',
  emptyUnits: 'keep' | 'drop' = 'keep',
): Rings {
  const { size, total } = table;
  for (const axis of [places.x, places.y]) {
    if (axis.length !== size) throw new Error(`invalid length: ${axis.length} (expected ${size})`);
  }
  const hasSkipped = emptyUnits === 'drop' && table.populated < size;
  const isSkipped = hasSkipped ? (i: number) => total[i] === 0 : undefined;
  const point = centreOf(places, total, centre, isSkipped);
  if (!isSkipped) return keptRings(places.x, places.y, Float64Array.from(point));
  const units = new Uint32Array(table.populated);
  let k = 0;
  for (let i = 0; i < size; i++) if (!isSkipped(i)) units[k++] = i;
  return ringsAround(places, point, units);
}

/**
 * How much nearer to the centre one quantity lies than another, ring by ring from the inside:
 * sum (A_(k−1) B_k − A_k B_(k−1)), A_k, B_k the parts of both within ring k.
 *
 * @returns −1 (all of a outside of all of b) … 0 … 1 (all inside); NaN if one of them is nowhere.
 * Cost: linear.
 */
export function centrality({ order, ends }: Rings, a: ArrayLike<number>, b: ArrayLike<number>): number {
  let aBefore = 0;
  let bBefore = 0;
  let sum = 0;
  let k = 0;
  for (const end of ends) {
    let aHere = 0;
    let bHere = 0;
    for (; k < end; k++) {
      const i = order[k]!;
      aHere += a[i]!;
      bHere += b[i]!;
    }
    sum += aBefore * bHere - aHere * bBefore;
    aBefore += aHere;
    bBefore += bHere;
  }
  return Math.max(-1, Math.min(1, sum / aBefore / bBefore));
}
