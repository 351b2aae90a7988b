import { unitSizes } from '../../inference/chance-of-units.ts';
import { keptForColumns } from '../../kept.ts';
import { binomialMeanDeviation, hypergeometricMeanDeviation } from '../../numeric/mean-deviation.ts';
import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Index of dissimilarity [Segregationsindex IS, Dissimilaritätsindex ID], D.
 *
 * The share of the group that would have to move to another unit for its share to be the same everywhere.
 *
 * D = 1/2 sum |x_i/X − y_i/Y|; x_i, y_i persons of group and reference in unit i, X, Y their sums.
 * With y = everybody else it is what German readers know as IS, with y = another group as ID.
 *
 * @param group x, persons per unit, ≥ 0.
 * @param reference y, persons per unit, same order.
 * @returns 0 (same distribution) … 1 (no unit shared).
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Duncan & Duncan 1955, American Sociological Review 20, 210–217.
 * Agrees with PySAL, OasisR, seg and segregation.
 * @example dissimilarity([30, 10], [10, 30]) // 0.5
 */
export function dissimilarity(group: Counts, reference: Counts): number {
  return dissimilarityOf(twoGroupTable(group, reference));
}

/** `dissimilarity` of a checked table. */
export function dissimilarityOf(table: TwoGroupTable): number {
  const { size, group, reference, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += Math.abs(group[i]! * referenceSum - reference[i]! * groupSum);
  return Math.min(1, sum / groupSum / referenceSum / 2);
}

/** How persons are thought to be allocated: the same persons anew (`hypergeometric`), or each by itself (`binomial`). */
export type ChanceModel = 'hypergeometric' | 'binomial';

/**
 * Expected dissimilarity under chance [Zufallserwartung von D], E[D].
 *
 * How much dissimilarity the mere smallness of the units makes if everybody is allocated blindly to places of the
 * given sizes. Exact, no simulation.
 *
 * E[D] = T/(2 X Y) sum E|x_i − t_i P|, where x_i is hypergeometric (t_i of T persons, X of them in the group) or
 * binomial (t_i, P), each with a closed form of its mean deviation.
 *
 * @param model `hypergeometric` (default): the X persons there are, in random order; `binomial`: X itself varies and is
 * replaced by its mean, as Winship and Carrington & Troske do. They differ by about t_i/(2T) of the value.
 * @returns 0 … 1. NaN as D. Fractional counts are rounded to whole persons per unit.
 * Cost: linear.
 * Source: Winship 1977, Social Forces 55, 1058–1066; Carrington & Troske 1997, J. Business & Economic Statistics 15,
 * 402–409. PySAL draws one random table instead; the binomial value equals the exact reference value.
 * @example expectedDissimilarity([1, 1], [1, 1]) // 1/3: D is 1 in two of the six deals, else 0
 */
export function expectedDissimilarity(
  group: Counts,
  reference: Counts,
  model: ChanceModel = 'hypergeometric',
): number {
  return expectedDissimilarityOf(twoGroupTable(group, reference), model);
}

/** `expectedDissimilarity` of a checked table. */
export function expectedDissimilarityOf(table: TwoGroupTable, model: ChanceModel = 'hypergeometric'): number {
  const { total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  return (model === 'binomial' ? keptBinomial : keptHypergeometric)(
    total,
    Float64Array.of(groupSum, totalSum),
  );
}

/** The same in every random table with these totals. */
const keptBinomial = keptForColumns((total, sums) => expectedOfTotals(total, sums[0]!, sums[1]!, 'binomial'));
const keptHypergeometric = keptForColumns((total, sums) =>
  expectedOfTotals(total, sums[0]!, sums[1]!, 'hypergeometric'),
);

function expectedOfTotals(
  total: Float64Array,
  groupSum: number,
  totalSum: number,
  model: ChanceModel,
): number {
  const { population, units } = unitSizes(total);
  const groupSize = Math.round((groupSum / totalSum) * population);
  if (groupSize === 0 || groupSize === population) return NaN;
  const share = model === 'binomial' ? groupSum / totalSum : groupSize / population;
  let sum = 0;
  for (const [size, count] of units) {
    sum +=
      count *
      (model === 'binomial'
        ? binomialMeanDeviation(size, share)
        : hypergeometricMeanDeviation(size, groupSize, population));
  }
  return Math.min(1, sum / (2 * population * share * (1 - share)));
}

export const dissimilaritySpec: TwoGroupSpec = {
  id: 'D',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['composition', 'size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Duncan & Duncan 1955',
  compute: dissimilarityOf,
  expected: (table) => expectedDissimilarityOf(table),
};
