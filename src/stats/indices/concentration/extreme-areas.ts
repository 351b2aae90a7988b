import { keptForColumns } from '../../kept.ts';
import { ascendingOrder } from '../../numeric/order.ts';
import type { TwoGroupTable } from '../../table.ts';
import { checkedAreas } from './areas.ts';

/** Mean land area around a resident, for the scale on which concentration is measured. */
export interface ExtremeAreas {
  /** Of the residents of the smallest units that together hold X persons: sum over 1 … n1 of t_i a_i/T1. */
  readonly smallest: number;
  /** Of those of the largest units that together hold X persons: sum over n2 … n of t_i a_i/T2. */
  readonly largest: number;
}

/** Areas that differ by less, relative to the greatest, are equal but for the rounding of coordinates. */
const sameArea = 1e-9;

/**
 * The smallest and the largest units in which the group could live [kleinste und größte Gebiete].
 *
 * Units stand in ascending order of area. n1 is the first rank at which the residents of the units 1 … n1 number at
 * least X, n2 the last at which those of n2 … n do; the unit that fills it up counts as a whole. T1, T2 are the
 * residents of these units.
 *
 * @param areas a, land area per unit, ≥ 0.
 * @returns areas in the unit of `areas`, smallest ≤ largest; null if they are the same, so that no concentration can be
 * told: all populated units of the same size, or a group so large that it needs all units both ways.
 * Cost: one sort.
 * Source: Massey & Denton 1988.
 */
export function extremeAreas(table: TwoGroupTable, areas: ArrayLike<number>): ExtremeAreas | null {
  const { size, total, groupSum } = table;
  const keys = new Float64Array(checkedAreas(areas, size));
  const { ascending, descending } = keptOrders(keys);
  const smallest = meanOfFirst(ascending, total, keys, groupSum);
  const largest = meanOfFirst(descending, total, keys, groupSum);
  return largest - smallest > sameArea * largest ? { smallest, largest } : null;
}

/** The areas stay the same over all groups, years and random tables. */
const keptOrders = keptForColumns((areas) => {
  const ascending = ascendingOrder(areas);
  return { ascending, descending: ascending.slice().reverse() };
});

/** Mean area of the residents of the first units that hold at least so many persons. */
function meanOfFirst(order: Uint32Array, total: Float64Array, areas: Float64Array, persons: number): number {
  // the sum of all totals may differ from X in its last place
  const enough = persons * (1 - 1e-12);
  let residents = 0;
  let sum = 0;
  for (let k = 0; k < order.length && residents < enough; k++) {
    const i = order[k]!;
    residents += total[i]!;
    sum += total[i]! * areas[i]!;
  }
  return sum / residents;
}

/** Mean land area around a person of this column: sum x_i a_i/X. */
export function meanAreaOf(column: Float64Array, columnSum: number, areas: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]! * areas[i]!;
  return sum / columnSum;
}
