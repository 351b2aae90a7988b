import type { TwoGroupTable } from '../../table.ts';
import type { PairSums } from '../../weights/pair-sums.ts';

/** For every unit the persons around it, weighted by proximity: what all indices of distances are made of. */
export interface NearSums {
  readonly group: Float64Array;
  readonly reference: Float64Array;
  /** Sum of the two. */
  readonly total: Float64Array;
}

/** What was asked last of a proximity: its indices come one after another. */
const asked = new WeakMap<PairSums, { readonly table: TwoGroupTable; readonly near: NearSums }>();

/**
 * The sums of a table, worked out once for all of its indices.
 *
 * @param further another column, summed in the same pass where one is needed anyway.
 * Cost: two pair sums in one pass for the first index of a table; one for every further column.
 */
export function nearSumsOf(table: TwoGroupTable, proximity: PairSums): NearSums;
export function nearSumsOf(
  table: TwoGroupTable,
  proximity: PairSums,
  further: Float64Array,
): NearSums & { readonly further: Float64Array };
export function nearSumsOf(
  table: TwoGroupTable,
  proximity: PairSums,
  further?: Float64Array,
): NearSums & { readonly further?: Float64Array } {
  const known = asked.get(proximity);
  if (known?.table === table) {
    return further ? { ...known.near, further: proximity.sums([further])[0]! } : known.near;
  }
  const columns = [table.group, table.reference, ...(further ? [further] : [])];
  const [group, reference, furtherSums] = proximity.sums(columns);
  const near = { group: group!, reference: reference!, total: group!.map((sum, i) => sum + reference![i]!) };
  asked.set(proximity, { table, near });
  return furtherSums ? { ...near, further: furtherSums } : near;
}
