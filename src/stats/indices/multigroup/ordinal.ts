import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { isUndefined } from './simpson.ts';

/** Indices of ordered groups by the function that measures variation. */
export interface OrdinalIndices {
  /** Ordinal information theory index, f = −c log2 c − (1 − c) log2(1 − c). */
  readonly information: number;
  /** Ordinal variation ratio, f = 4 c (1 − c). */
  readonly variationRatio: number;
  /** Ordinal square root index, f = 2 sqrt(c (1 − c)). */
  readonly squareRoot: number;
  /** Ordinal absolute difference index, f = 1 − |2 c − 1|. */
  readonly absolute: number;
}

const variations: { readonly [K in keyof OrdinalIndices]: (c: number) => number } = {
  information: (c) => (c > 0 && c < 1 ? -c * Math.log2(c) - (1 - c) * Math.log2(1 - c) : 0),
  variationRatio: (c) => 4 * c * (1 - c),
  squareRoot: (c) => 2 * Math.sqrt(Math.max(0, c * (1 - c))),
  absolute: (c) => 1 - Math.abs(2 * c - 1),
};

/**
 * Ordinal segregation indices [Segregationsindizes für geordnete Gruppen].
 *
 * How much less varied the units are than the city, where groups have an order – age, income, education – and neighbouring
 * groups differ less than distant ones.
 *
 * Λ = sum_j t_j (v − v_j)/(T v), v = sum_k f(c_k)/(K − 1); c_k share of the first k of K groups, v_j the same in unit j; f
 * largest (1) at c = 1/2 and 0 at 0 and 1, one of four functions.
 *
 * @param groups one column of persons per unit for each group, in their order (either direction gives the same).
 * @returns 0 (all units alike) … 1 (no unit with two groups), all four. `information` with two groups is H,
 * `variationRatio` eta². All NaN if fewer than two groups or fewer than two units have persons; `absolute` also lies at 0
 * where the median group is the same everywhere.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells, two logarithms per cell.
 * Source: Reardon 2009, Research on Economic Inequality 17, 129–155. Agrees with OasisR (ordinalseg).
 * Groups without persons count in K; they change nothing but the common factor 1/(K − 1).
 * @example ordinalIndices([[30, 10], [10, 30]]).variationRatio // 0.25
 */
export function ordinalIndices(groups: readonly Counts[]): OrdinalIndices {
  return ordinalIndicesOf(manyGroupTable(groups));
}

/** `ordinalIndices` of a checked table. */
export function ordinalIndicesOf(table: ManyGroupTable): OrdinalIndices {
  return {
    information: ordinalIndex(table, variations.information),
    variationRatio: ordinalIndex(table, variations.variationRatio),
    squareRoot: ordinalIndex(table, variations.squareRoot),
    absolute: ordinalIndex(table, variations.absolute),
  };
}

function ordinalIndex(table: ManyGroupTable, variation: (c: number) => number): number {
  if (isUndefined(table)) return NaN;
  const { size, groups, total, groupSums, totalSum } = table;
  const below = new Float64Array(size);
  let sumBelow = 0;
  let whole = 0;
  let lost = 0;
  for (let k = 0; k + 1 < groups.length; k++) {
    const counts = groups[k]!;
    sumBelow += groupSums[k]!;
    whole += totalSum * variation(sumBelow / totalSum);
    for (let j = 0; j < size; j++) {
      below[j]! += counts[j]!;
      if (total[j]! > 0) lost += total[j]! * variation(below[j]! / total[j]!);
    }
  }
  return Math.min(1, Math.max(0, 1 - lost / whole));
}
