/**
 * Counts of persons per unit: a typed array or a plain array of numbers from 0 to 2^53 − 1, in the fixed order of the
 * units. Estimated counts may be fractions.
 */
export type Counts = ArrayLike<number>;

/** Two groups over the same units, checked and summed once. Units without persons stay in place and contribute nothing. */
export interface TwoGroupTable {
  /** Number of units, and of those with at least one person. */
  readonly size: number;
  readonly populated: number;
  /** x: the group. */
  readonly group: Float64Array;
  /** y: the reference group. */
  readonly reference: Float64Array;
  /** t = x + y. */
  readonly total: Float64Array;
  /** X, Y, T. */
  readonly groupSum: number;
  readonly referenceSum: number;
  readonly totalSum: number;
}

/** Any number of groups over the same units, checked and summed once. */
export interface ManyGroupTable {
  readonly size: number;
  readonly populated: number;
  /** x of group m in unit j: `groups[m][j]`. */
  readonly groups: readonly Float64Array[];
  readonly total: Float64Array;
  readonly groupSums: Float64Array;
  /** Groups with at least one person. */
  readonly present: number;
  readonly totalSum: number;
}

/**
 * Checks two columns of counts and sums them.
 * @param group x, persons of the group per unit.
 * @param reference y, persons of the reference group per unit ("the others" for IS, another group for ID), not the total.
 * @throws `invalid count: …` for a negative or NaN count, one above 2^53 − 1 or one that is no number, `invalid length: …`
 * for unequal columns, `invalid counts: …` if all persons together are more than nobody but fewer than 1e-100.
 */
export function twoGroupTable(group: Counts, reference: Counts): TwoGroupTable {
  const size = group.length;
  if (reference.length !== size) throw new Error(`invalid length: ${reference.length} (expected ${size})`);
  const x = checkedCounts(group);
  const y = checkedCounts(reference);
  const total = new Float64Array(size);
  let groupSum = 0;
  let referenceSum = 0;
  let populated = 0;
  for (let i = 0; i < size; i++) {
    const t = x[i]! + y[i]!;
    total[i] = t;
    groupSum += x[i]!;
    referenceSum += y[i]!;
    if (t > 0) populated++;
  }
  const totalSum = checkedSum(groupSum + referenceSum);
  return { size, populated, group: x, reference: y, total, groupSum, referenceSum, totalSum };
}

/**
 * Checks any number of columns of counts and sums them.
 * @param groups one column per group, all over the same units; the groups are exclusive and together the population.
 * @throws as `twoGroupTable`, and `invalid groups: 0` without any column.
 */
export function manyGroupTable(groups: readonly Counts[]): ManyGroupTable {
  const first = groups[0];
  if (!first) throw new Error('invalid groups: 0');
  const size = first.length;
  const total = new Float64Array(size);
  const groupSums = new Float64Array(groups.length);
  const columns = groups.map((column, m) => {
    if (column.length !== size) throw new Error(`invalid length: ${column.length} (expected ${size})`);
    const counts = checkedCounts(column);
    let sum = 0;
    for (let j = 0; j < size; j++) {
      sum += counts[j]!;
      total[j]! += counts[j]!;
    }
    groupSums[m] = sum;
    return counts;
  });
  let populated = 0;
  for (let j = 0; j < size; j++) if (total[j]! > 0) populated++;
  let present = 0;
  let totalSum = 0;
  for (const sum of groupSums) {
    if (sum > 0) present++;
    totalSum += sum;
  }
  return { size, populated, groups: columns, total, groupSums, present, totalSum: checkedSum(totalSum) };
}

/** Products of smaller sums would vanish, and the indices with them. */
const fewest = 1e-100;

function checkedSum(totalSum: number): number {
  if (totalSum > 0 && totalSum < fewest) throw new Error(`invalid counts: ${totalSum} in all`);
  return totalSum;
}

function checkedCounts(counts: Counts): Float64Array {
  // copied as a whole first: reading one by one what may be any kind of array takes several times as long
  const checked = new Float64Array(counts);
  for (let i = 0; i < checked.length; i++) {
    const count = checked[i]!;
    // the negated form also catches NaN and undefined
    if (!(count >= 0 && count <= Number.MAX_SAFE_INTEGER)) {
      throw new Error(`invalid count: ${counts[i]} at ${i}`);
    }
  }
  // null has been copied as 0, which a missing count is not
  if (Array.isArray(counts)) {
    const i = counts.findIndex((count) => typeof count !== 'number');
    if (i >= 0) throw new Error(`invalid count: ${counts[i]} at ${i}`);
  }
  return checked;
}
