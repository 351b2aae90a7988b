import type { LocalTwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Location quotient [Lokalisationsquotient, Standortquotient], LQ.
 *
 * How many times the city's share of the group a unit has.
 *
 * LQ_i = (x_i/t_i)/(X/T), t_i = x_i + y_i.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns 0 (nobody) … 1 (as the city) … T/X (only this group) per unit. NaN for units without persons, and
 * throughout if the group is empty.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Isard 1960; Brown & Chung 2006. Agrees with OasisR.
 * @example locationQuotients([30, 10], [10, 30]) // [1.5, 0.5]
 */
export function locationQuotients(group: Counts, reference: Counts): Float64Array {
  return locationQuotientsOf(twoGroupTable(group, reference));
}

/** `locationQuotients` of a checked table. */
export function locationQuotientsOf(table: TwoGroupTable): Float64Array {
  const { size, group, total, groupSum, totalSum } = table;
  const values = new Float64Array(size).fill(NaN);
  if (groupSum === 0) return values;
  const share = groupSum / totalSum;
  for (let i = 0; i < size; i++) if (total[i]! > 0) values[i] = group[i]! / total[i]! / share;
  return values;
}

export const locationQuotientSpec: LocalTwoGroupSpec = {
  id: 'LQ',
  dimension: 'concentration',
  groups: 'two',
  scope: 'local',
  needs: [],
  range: [0, Infinity],
  direction: 'neither',
  invariances: ['size'],
  citation: 'Isard 1960',
  compute: locationQuotientsOf,
};
