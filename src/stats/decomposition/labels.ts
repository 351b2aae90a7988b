import { type Counts, type ManyGroupTable, manyGroupTable } from '../table.ts';

/** Labels of units as whole numbers: `codes[i]` is the position in `labels` of the label of unit i. */
export interface CodedLabels {
  readonly codes: Int32Array;
  /** Every label once, in the order of its first appearance. */
  readonly labels: readonly string[];
}

/**
 * Codes of labels [Kodierung von Bezeichnungen].
 *
 * Turns keys of districts, school forms … into whole numbers, as the decompositions take them.
 *
 * @param labels one per unit.
 * @returns codes 0 … number of labels − 1.
 * Cost: linear.
 * @example codedLabels(['b', 'a', 'b']) // { codes: [0, 1, 0], labels: ['b', 'a'] }
 */
export function codedLabels(labels: readonly string[]): CodedLabels {
  const known = new Map<string, number>();
  const codes = new Int32Array(labels.length);
  labels.forEach((label, i) => {
    let code = known.get(label);
    if (code === undefined) {
      code = known.size;
      known.set(label, code);
    }
    codes[i] = code;
  });
  return { codes, labels: [...known.keys()] };
}

/**
 * Counts added up by label [Zusammenfassung nach Bezeichnung].
 *
 * The table of the districts from that of their areas.
 *
 * @param groups one column of persons per unit for each group. @param codes label of every unit, 0 … K − 1.
 * @returns the same groups over the K labels, in the order of the codes; labels no unit has are empty.
 * @throws `invalid count: …`, `invalid length: …`, `invalid label: …`.
 * Cost: linear in the cells.
 * @example aggregated([[1, 2, 3]], Int32Array.of(0, 1, 0)).groups[0] // [4, 2]
 */
export function aggregated(groups: readonly Counts[], codes: Int32Array): ManyGroupTable {
  return aggregatedOf(manyGroupTable(groups), codes);
}

/** `aggregated` of a checked table. */
export function aggregatedOf(table: ManyGroupTable, codes: Int32Array): ManyGroupTable {
  return manyGroupTable(summedByCode(table.groups, codes, checkedCodes(codes, table.size)));
}

/** Number of codes, 1 + the largest. @throws `invalid length: …`, `invalid label: …` for a negative code. */
export function checkedCodes(codes: Int32Array, size: number): number {
  if (codes.length !== size) throw new Error(`invalid length: ${codes.length} (expected ${size})`);
  let most = -1;
  for (let i = 0; i < size; i++) {
    const code = codes[i]!;
    if (code < 0) throw new Error(`invalid label: ${code} at ${i}`);
    if (code > most) most = code;
  }
  return most + 1;
}

/** Columns added up by code. */
export function summedByCode(
  columns: readonly Float64Array[],
  codes: Int32Array,
  count: number,
): readonly Float64Array[] {
  return columns.map((column) => {
    const sums = new Float64Array(count);
    for (let i = 0; i < codes.length; i++) sums[codes[i]!]! += column[i]!;
    return sums;
  });
}
