import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';

/**
 * Exposure of every group to every group [Kontaktindex zwischen allen Gruppen].
 *
 * The share of each group that the members of each group meet in their unit on average.
 *
 * e_ab = sum_j (x_ja/X_a)(x_jb/t_j), t_j all groups together.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 … 1, row by row: exposure of group a to group b at a k + b; each row sums to 1, the diagonal is the isolation.
 * NaN in the rows of groups without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: units times groups squared.
 * Source: Bell 1954; Lieberson 1981. Agrees with segregation (exposure) and OasisR (xPy).
 * @example exposures([[30, 10], [10, 30]]) // [0.625, 0.375, 0.375, 0.625]
 */
export function exposures(groups: readonly Counts[]): Float64Array {
  return exposuresOf(manyGroupTable(groups));
}

/** `exposures` of a checked table. */
export function exposuresOf({ size, groups, total, groupSums }: ManyGroupTable): Float64Array {
  const k = groups.length;
  const values = new Float64Array(k * k);
  const shares = new Float64Array(size);
  groups.forEach((other, b) => {
    for (let j = 0; j < size; j++) shares[j] = total[j]! > 0 ? other[j]! / total[j]! : 0;
    groups.forEach((group, a) => {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += group[j]! * shares[j]!;
      values[a * k + b] = sum / groupSums[a]!;
    });
  });
  return values;
}

/**
 * Isolation of every group [Isolationsindex aller Gruppen].
 *
 * The share of their own group that the members of each group meet in their unit on average.
 *
 * e_aa = sum_j (x_ja/X_a)(x_ja/t_j).
 *
 * @param groups one column of persons per unit for each group.
 * @returns P_a (spread as everybody) … 1 (nobody else met) per group. NaN for groups without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Bell 1954; Lieberson 1981. Agrees with segregation (isolation).
 * @example isolations([[30, 10], [10, 30]]) // [0.625, 0.625]
 */
export function isolations(groups: readonly Counts[]): Float64Array {
  const { size, groups: columns, total, groupSums } = manyGroupTable(groups);
  return Float64Array.from(columns, (counts, m) => {
    let sum = 0;
    for (let j = 0; j < size; j++) if (counts[j]! > 0) sum += (counts[j]! / total[j]!) * counts[j]!;
    return sum / groupSums[m]!;
  });
}
