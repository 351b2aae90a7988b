import { type Counts, manyGroupTable } from '../table.ts';

/** Counts of units that are known by their key, as at one point in time. */
export interface KeyedTable {
  /** Key of every unit; units of the same key are added up. */
  readonly keys: readonly string[];
  /** One column of persons per unit for each group; the groups in the same order in both tables. */
  readonly groups: readonly Counts[];
}

/** Two tables reduced to the units and groups that have persons in both. Cells unit by unit: group g of unit u at u k + g. */
export interface MatchedTables {
  readonly keys: readonly string[];
  /** Positions of the groups that both tables have. */
  readonly groups: readonly number[];
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** M and E of the whole tables, unmatched units and groups included. */
  readonly whole: { readonly before: Information; readonly after: Information };
}

/** Mutual information and entropy of the groups, in nats. */
export interface Information {
  readonly M: number;
  readonly E: number;
}

/**
 * Matches two tables by key. @throws `invalid count: …`, `invalid length: …`, `invalid groups: …` for different numbers.
 */
export function matchedTables(before: KeyedTable, after: KeyedTable): MatchedTables {
  const [one, two] = [byKey(before), byKey(after)];
  const k = before.groups.length;
  if (after.groups.length !== k) throw new Error(`invalid groups: ${after.groups.length} (expected ${k})`);
  const groups = Array.from({ length: k }, (_, g) => g).filter((g) => one.sums[g]! > 0 && two.sums[g]! > 0);
  const keys = [...one.rows.keys()].filter((key) => two.rows.has(key));
  const cellsOf = (rows: ReadonlyMap<string, Float64Array>): Float64Array => {
    const cells = new Float64Array(keys.length * groups.length);
    keys.forEach((key, u) => {
      const row = rows.get(key);
      groups.forEach((g, at) => {
        cells[u * groups.length + at] = row?.[g] ?? 0;
      });
    });
    return cells;
  };
  return {
    keys,
    groups,
    before: cellsOf(one.rows),
    after: cellsOf(two.rows),
    whole: { before: informationOfCells(flat(one.rows), k), after: informationOfCells(flat(two.rows), k) },
  };
}

/** Populated units only, in the order of their first appearance. */
function byKey({ keys, groups }: KeyedTable): { rows: Map<string, Float64Array>; sums: Float64Array } {
  const table = manyGroupTable(groups);
  if (keys.length !== table.size) throw new Error(`invalid length: ${keys.length} (expected ${table.size})`);
  const rows = new Map<string, Float64Array>();
  keys.forEach((key, i) => {
    if (table.total[i] === 0) return;
    let row = rows.get(key);
    if (!row) {
      row = new Float64Array(groups.length);
      rows.set(key, row);
    }
    for (let g = 0; g < groups.length; g++) row[g]! += table.groups[g]![i]!;
  });
  return { rows, sums: table.groupSums };
}

function flat(rows: ReadonlyMap<string, Float64Array>): Float64Array {
  const first = rows.values().next().value;
  const cells = new Float64Array(rows.size * (first?.length ?? 0));
  let at = 0;
  for (const row of rows.values()) {
    cells.set(row, at);
    at += row.length;
  }
  return cells;
}

/** M and E of a table unit by unit; NaN for fewer than two groups or units with persons. */
export function informationOfCells(cells: Float64Array, k: number): Information {
  const { groups, units, scores } = scoresOfCells(cells, k);
  let M = 0;
  for (let u = 0; u < units.length; u++) if (units[u]! > 0) M += units[u]! * scores[u]!;
  const hasTwo = (shares: Float64Array): boolean => shares.filter((share) => share > 0).length > 1;
  if (!hasTwo(groups) || !hasTwo(units)) return { M: NaN, E: NaN };
  return { M: Math.max(0, M), E: entropyOfShares(groups) };
}

/** Shares of groups and units, and the local score of every unit, of a table unit by unit. */
export function scoresOfCells(
  cells: Float64Array,
  k: number,
): { groups: Float64Array; units: Float64Array; scores: Float64Array } {
  const size = k === 0 ? 0 : cells.length / k;
  const groups = new Float64Array(k);
  const units = new Float64Array(size);
  const scores = new Float64Array(size);
  let all = 0;
  for (let u = 0; u < size; u++) {
    for (let g = 0; g < k; g++) {
      const x = cells[u * k + g]!;
      groups[g]! += x;
      units[u]! += x;
      all += x;
    }
  }
  for (let u = 0; u < size; u++) {
    const t = units[u]!;
    let score = 0;
    for (let g = 0; g < k; g++) {
      const x = cells[u * k + g]!;
      if (x > 0) score += (x / t) * Math.log((x / t) * (all / groups[g]!));
    }
    scores[u] = t > 0 ? score : NaN;
  }
  return { groups: groups.map((sum) => sum / all), units: units.map((sum) => sum / all), scores };
}

export function entropyOfShares(shares: Float64Array): number {
  let sum = 0;
  for (const share of shares) if (share > 0) sum -= share * Math.log(share);
  return sum;
}
