import { expectedPower, unitSizes } from '../../inference/chance-of-units.ts';
import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Atkinson index of segregation [Atkinson-Index], A(b).
 *
 * Unevenness with a choice of whose units weigh more: those where the group is scarce (b < 0.5) or where it is frequent
 * (b > 0.5).
 *
 * A = 1 − P/(1 − P) [sum (1 − p_i)^(1−b) p_i^b t_i/(P T)]^(1/(1−b)); computed as
 * 1 − (sum x_i^b y_i^(1−b))^(1/(1−b)) / (X^(b/(1−b)) Y), the same without cancellation of shares.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param b 0 < b < 1, default 0.5.
 * @returns 0 (same share everywhere) … 1 (no unit shared).
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid b: …`, `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Atkinson 1970; Massey & Denton 1988. Agrees with OasisR; PySAL's class ignores b.
 * @example atkinson([30, 10], [10, 30]) // 0.25
 */
export function atkinson(group: Counts, reference: Counts, b = 0.5): number {
  return atkinsonOf(twoGroupTable(group, reference), b);
}

/** `atkinson` of a checked table. */
export function atkinsonOf(table: TwoGroupTable, b = 0.5): number {
  const { size, group, reference, groupSum, referenceSum } = table;
  if (!(b > 0 && b < 1)) throw new Error(`invalid b: ${b}`);
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  let sum = 0;
  if (b === 0.5) {
    for (let i = 0; i < size; i++) sum += Math.sqrt(group[i]! * reference[i]!);
  } else {
    for (let i = 0; i < size; i++) {
      const x = group[i]!;
      const y = reference[i]!;
      if (x > 0 && y > 0) sum += y * (x / y) ** b;
    }
  }
  return evenness(sum, groupSum, referenceSum, b);
}

/**
 * Expected Atkinson index under chance [Zufallserwartung von A(b)].
 *
 * From the expected summand of every unit; the outer power is taken of that expectation, which errs by less than the
 * sampling variance of A.
 * @returns 0 … 1. NaN as A.
 * Cost: linear. Source: after Winship 1977.
 * @example expectedAtkinson([30, 10], [10, 30]) // about 0.013
 */
export function expectedAtkinson(group: Counts, reference: Counts, b = 0.5): number {
  return expectedAtkinsonOf(twoGroupTable(group, reference), b);
}

/** `expectedAtkinson` of a checked table. */
export function expectedAtkinsonOf(table: TwoGroupTable, b = 0.5): number {
  const { total, groupSum, referenceSum, totalSum } = table;
  if (!(b > 0 && b < 1)) throw new Error(`invalid b: ${b}`);
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const { population, units } = unitSizes(total);
  const groupSize = Math.round((groupSum / totalSum) * population);
  if (groupSize === 0 || groupSize === population) return NaN;
  let sum = 0;
  for (const [size, count] of units) sum += count * expectedPower(size, groupSize, population, b);
  return evenness(sum, groupSize, population - groupSize, b);
}

function evenness(sum: number, groupSum: number, referenceSum: number, b: number): number {
  const even = groupSum ** b * referenceSum ** (1 - b);
  return Math.min(1, Math.max(0, 1 - (sum / even) ** (1 / (1 - b))));
}

export const atkinsonSpec: TwoGroupSpec = {
  id: 'A',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  // symmetric only for b = 0.5, so that is not declared
  invariances: ['composition', 'size', 'organisation', 'exchange'],
  citation: 'Atkinson 1970; Massey & Denton 1988',
  compute: (table, context) => atkinsonOf(table, context?.atkinson),
  expected: (table, context) => expectedAtkinsonOf(table, context?.atkinson),
};
