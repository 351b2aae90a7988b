import { expectedDivergences } from '../../inference/chance-of-units.ts';
import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Theil's information index [Theils Entropieindex], H.
 *
 * How much less mixed the units are on average than the whole city.
 *
 * H = sum t_i (E − E_i)/(E T), E = −P ln P − (1 − P) ln(1 − P), E_i the same of unit i; computed as
 * sum (x_i ln(p_i/P) + y_i ln(q_i/Q))/(E T), which cancels nothing.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns 0 (every unit mixed as the city) … 1 (no unit mixed).
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear, two logarithms per unit.
 * Source: Theil & Finizza 1971, J. Mathematical Sociology 1, 187–193; Massey & Denton 1988.
 * Agrees with PySAL, OasisR and segregation.
 * @example information([30, 10], [10, 30]) // 0.1887
 */
export function information(group: Counts, reference: Counts): number {
  return informationOf(twoGroupTable(group, reference));
}

/** `information` of a checked table. */
export function informationOf(table: TwoGroupTable): number {
  const { size, group, reference, total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const overGroup = totalSum / groupSum;
  const overReference = totalSum / referenceSum;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = group[i]!;
    const y = reference[i]!;
    const t = total[i]!;
    if (x > 0) sum += x * Math.log((x / t) * overGroup);
    if (y > 0) sum += y * Math.log((y / t) * overReference);
  }
  return Math.min(1, Math.max(0, sum / entropyInPersons(table)));
}

/**
 * Expected information index under chance [Zufallserwartung von H], about (n − 1)/(2 T E).
 *
 * Exact for small units, by its series for large ones.
 * @returns 0 … 1. NaN as H.
 * Cost: linear, a little more for units of fewer than about fifty persons.
 * Source: Winship 1977; the series after Miller 1955 and Harris 1975.
 * @example expectedInformation([30, 10], [10, 30]) // about 0.0092
 */
export function expectedInformation(group: Counts, reference: Counts): number {
  return expectedInformationOf(twoGroupTable(group, reference));
}

/** `expectedInformation` of a checked table. */
export function expectedInformationOf(table: TwoGroupTable): number {
  const { total, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  return Math.min(1, expectedDivergences(total, [groupSum, referenceSum]) / entropyInPersons(table));
}

function entropyInPersons({ groupSum, referenceSum, totalSum }: TwoGroupTable): number {
  return groupSum * Math.log(totalSum / groupSum) + referenceSum * Math.log(totalSum / referenceSum);
}

export const informationSpec: TwoGroupSpec = {
  id: 'H',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Theil & Finizza 1971',
  compute: informationOf,
  expected: expectedInformationOf,
};
