import { entropyOf } from '../indices/multigroup/entropy.ts';
import { isUndefined } from '../indices/multigroup/simpson.ts';
import { logarithm, logarithmsOf } from '../numeric/logarithms.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../table.ts';
import { checkedCodes, summedByCode } from './labels.ts';

/** What lies within each label of one level; all arrays in the same order. */
export interface Within {
  /** Code of the label; a label that occurs under several labels of the level above has one entry for each. */
  readonly labels: Int32Array;
  /** Entry of the level above to which it belongs. */
  readonly parents: Int32Array;
  /** Mutual information within the label. */
  readonly M: Float64Array;
  /** Its share of all persons. */
  readonly p: Float64Array;
  /** M in relation to the label's own diversity; 0 where it has one group only. */
  readonly H: Float64Array;
  /** Diversity of the label in relation to that of all. */
  readonly entropyRatio: Float64Array;
}

/** One step down: between the labels of a level within those of the level above. */
export interface NestedStep {
  /** Its part of the whole M = sum p M of `within`. */
  readonly M: number;
  /** Its part of the whole H = sum p H entropyRatio of `within`. */
  readonly H: number;
  /** The same within each label of the level above; one entry, the whole, for the first step. */
  readonly within: Within;
}

export interface NestedDecomposition {
  readonly M: number;
  readonly H: number;
  /** Diversity of the whole, the E in H = M/E. */
  readonly E: number;
  /** One more than levels: the last step lies between the units within the lowest level. Add up to M and H. */
  readonly steps: readonly NestedStep[];
}

/**
 * Nested decomposition of M and H [verschachtelte Zerlegung von M und H].
 *
 * How much of the segregation lies between districts, how much between the parts of each district, and so on down to the
 * single units.
 *
 * M = M_between + sum_w p_w M_w; H = H_between + sum_w p_w (E_w/E) H_w; w labels of a level, p_w its share of the persons,
 * E_w its entropy, M_w and H_w the same indices within it; applied again to every lower level.
 *
 * @param groups one column of persons per unit for each group.
 * @param levels label of every unit at each level, coarsest first, as codes 0 … K − 1 (`codedLabels`); none is allowed.
 * Levels that do not nest are crossed: the second step lies between the second labels within each of the first.
 * @returns M in nats, H 0 … 1, and a step per level and one for the units; the steps add up to M and H.
 * Everything NaN if fewer than two groups or fewer than two units have persons. Within a label without persons NaN.
 * @throws `invalid count: …`, `invalid length: …`, `invalid label: -1 at 3`.
 * Cost: linear in cells and levels.
 * Source: Theil 1972; Mora & Ruiz-Castillo 2011, Sociological Methodology 41, 159–194; Reardon, Yun & Eitle 2000.
 * Agrees with segregation (mutual_total_nested, mutual_within).
 * @example nestedDecomposition([[30, 10, 20, 0], [10, 30, 0, 20]], [Int32Array.of(0, 0, 1, 1)]).steps[0].M // 0
 */
export function nestedDecomposition(
  groups: readonly Counts[],
  levels: readonly Int32Array[],
): NestedDecomposition {
  return nestedDecompositionOf(manyGroupTable(groups), levels);
}

/** `nestedDecomposition` of a checked table. */
export function nestedDecompositionOf(
  table: ManyGroupTable,
  levels: readonly Int32Array[],
): NestedDecomposition {
  const isWithout = isUndefined(table);
  const E = isWithout ? NaN : entropyOf(table);
  let above: Cells = {
    columns: table.groups.map((_, m) => table.groupSums.subarray(m, m + 1)),
    labels: new Int32Array(1),
    parents: new Int32Array(1),
    ofUnit: new Int32Array(table.size),
  };
  const steps: NestedStep[] = [];
  for (const level of levels) {
    const cells = cellsWithin(table, level, above);
    steps.push(stepBetween(cells.columns, cells.parents, above, table.totalSum, E));
    above = cells;
  }
  steps.push(stepBetween(table.groups, above.ofUnit, above, table.totalSum, E));
  const M = steps.reduce((sum, step) => sum + step.M, 0);
  return { M, H: Math.min(1, M / E), E, steps };
}

/** The labels of one level, each within its label of the level above. */
interface Cells {
  readonly columns: readonly Float64Array[];
  readonly labels: Int32Array;
  readonly parents: Int32Array;
  readonly ofUnit: Int32Array;
}

function cellsWithin(table: ManyGroupTable, codes: Int32Array, above: Cells): Cells {
  const count = checkedCodes(codes, table.size);
  const parents = new Int32Array(count).fill(-1);
  let isNested = true;
  for (let i = 0; i < codes.length && isNested; i++) {
    const parent = above.ofUnit[i]!;
    if (parents[codes[i]!] === -1) parents[codes[i]!] = parent;
    else isNested = parents[codes[i]!] === parent;
  }
  if (isNested) {
    return {
      columns: summedByCode(table.groups, codes, count),
      labels: Int32Array.from({ length: count }, (_, code) => code),
      parents: parents.map((parent) => Math.max(0, parent)),
      ofUnit: codes,
    };
  }
  const known = new Map<number, number>();
  const crossed = new Int32Array(codes.length);
  const keys: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const key = above.ofUnit[i]! * count + codes[i]!;
    let cell = known.get(key);
    if (cell === undefined) {
      cell = known.size;
      known.set(key, cell);
      keys.push(key);
    }
    crossed[i] = cell;
  }
  return {
    columns: summedByCode(table.groups, crossed, keys.length),
    labels: Int32Array.from(keys, (key) => key % count),
    parents: Int32Array.from(keys, (key) => Math.floor(key / count)),
    ofUnit: crossed,
  };
}

/** Between `columns` (cells or units) within the cells above. */
function stepBetween(
  columns: readonly Float64Array[],
  parents: Int32Array,
  above: Cells,
  totalSum: number,
  E: number,
): NestedStep {
  const count = above.labels.length;
  const size = parents.length;
  const totals = new Float64Array(count);
  const information = new Float64Array(count);
  const entropy = new Float64Array(count);
  const own = new Float64Array(size);
  columns.forEach((column, m) => {
    for (let j = 0; j < size; j++) own[j]! += column[j]!;
    for (let w = 0; w < count; w++) totals[w]! += above.columns[m]![w]!;
  });
  const { table, logarithms } = logarithmsOf(own);
  const overGroup = new Float64Array(count);
  columns.forEach((column, m) => {
    const sums = above.columns[m]!;
    for (let w = 0; w < count; w++) {
      if (!(sums[w]! > 0)) continue;
      overGroup[w] = Math.log(totals[w]! / sums[w]!);
      entropy[w]! += (sums[w]! / totals[w]!) * overGroup[w]!;
    }
    for (let j = 0; j < size; j++) {
      const x = column[j]!;
      const w = parents[j]!;
      if (x > 0) information[w]! += x * (logarithm(x, table) - logarithms[j]! + overGroup[w]!);
    }
  });
  let all = 0;
  for (let w = 0; w < count; w++) all += information[w]!;
  const M = information.map((persons, w) => Math.max(0, persons) / totals[w]!);
  return {
    M: Number.isNaN(E) ? NaN : Math.max(0, all) / totalSum,
    H: Math.max(0, all) / totalSum / E,
    within: {
      labels: above.labels,
      parents: above.parents,
      M,
      p: totals.map((total) => total / totalSum),
      // one group only: nothing to be segregated
      H: M.map((value, w) => (entropy[w] === 0 ? value : Math.min(1, value / entropy[w]!))),
      entropyRatio: entropy.map((value, w) => (totals[w]! > 0 ? value / E : NaN)),
    },
  };
}
