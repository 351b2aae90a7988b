import type { IndexContext, ManyGroupSpec, TwoGroupSpec } from '../spec.ts';
import { type Counts, manyGroupTable } from '../table.ts';
import { type ReusedTable, reusedTable } from './replicates.ts';
import { statisticsOf } from './statistics.ts';

/** Counts of which some are only known to lie between two numbers: suppressed (1–2), rounded (38–42). */
export interface SuppressedCounts {
  /** Smallest and largest admissible count: one column per group each. Equal where the count is known. */
  readonly low: readonly Counts[];
  readonly high: readonly Counts[];
  /** Persons per unit over all groups where they are known; NaN where they are not. Default: unknown. */
  readonly totals?: Counts;
}

/**
 * How sure an end of the range is.
 *
 * - `exact`: some admissible table has this value, none goes further.
 * - `bound`: none goes further; a table of whole persons may not quite reach it.
 * - `reached`: some admissible table has this value; the search may have missed one that goes further.
 */
export type EndKind = 'exact' | 'bound' | 'reached';

export interface RangeEnd {
  readonly value: number;
  readonly kind: EndKind;
  /** A table that has this value, one column per group; for `bound` with fractions of persons. */
  readonly groups: readonly Float64Array[];
}

export interface SuppressedRange {
  readonly low: RangeEnd;
  readonly high: RangeEnd;
  /** Units with at least one count that is not known. */
  readonly openUnits: number;
}

export interface SuppressedRangeOptions {
  readonly context?: IndexContext;
  /** Most tables that are tried one by one (default 20,000); a search may try as many again. */
  readonly limit?: number;
}

/**
 * Indices of which no value between two tables with the same unit totals is larger than both (quasi-convex): a convex
 * numerator, 0 or more, over a positive concave denominator. Their largest value lies at a corner. xPy: its negative.
 */
const quasiConvex = new Set(
  'D G H eta2 GS MinMax xPx xPy D_multi G_multi H_multi M P_multi R_multi C_multi'.split(' '),
);

/**
 * Range of an index under suppressed or rounded counts [Spannweite bei gesperrten Zellen].
 *
 * Between which values the index must lie, whatever the numbers that are not published.
 *
 * min and max of S(n) over all n with low ≤ n ≤ high and, where they are known, the totals of the units.
 *
 * - Few admissible tables of whole persons (at most `limit`): all are tried, both ends `exact`.
 * - Totals known, no group possibly empty, index quasi-convex (D, G, H, eta², GS, MM, xPx, xPy, and the multigroup D, G, H, M, P, R, C): the far
 *   end lies at a corner; `exact` if the corners are at most `limit`, else searched and `reached`.
 * - The same with two groups: the near end is S at x_i = t_i q brought into its limits, for the best q; `bound`.
 * - Everything else (spatial indices, unknown totals): searched unit by unit from several starts; `reached`.
 *
 * @param counts columns as the index takes them; for two groups group and reference.
 * @param spec a global index of the catalogue.
 * @returns low ≤ high; equal where nothing is open. NaN where no admissible table has a value. Tables without a value
 * do not count. A sum published for the whole city is not used: the true range may be narrower.
 * @throws `invalid count: …`, `invalid length: …`, `invalid range: 3 to 2 at 5`, `invalid total: …`, `invalid groups: …`,
 * `invalid limit: …` unless it is at least 1.
 * Cost: as many times the index as tables are tried, at most twice `limit` and a few hundred.
 * Source: Boyd & Vandenberghe 2004, 3.4 (quasi-convexity); Marshall, Olkin & Arnold 2011, ch. 4 and 5 (the most even
 * table under bounds, for all indices that obey the principle of exchanges).
 * @example suppressedRange({ low: [[1, 10], [9, 30]], high: [[2, 10], [9, 30]] }, dissimilaritySpec)
 */
export function suppressedRange(
  counts: SuppressedCounts,
  spec: TwoGroupSpec | ManyGroupSpec,
  { context, limit = 20_000 }: SuppressedRangeOptions = {},
): SuppressedRange {
  if (!(limit >= 1)) throw new Error(`invalid limit: ${limit}`);
  const problem = checked(counts, spec, context, limit);
  const { open } = problem;
  const isCertain =
    quasiConvex.has(spec.id) && !problem.mayBeEmpty && open.every(({ total }) => !Number.isNaN(total));
  const everything = combinations(open.map(({ whole }) => whole));
  if (everything <= limit) {
    const [low, high] = triedOut(
      problem,
      open.map(({ whole }) => whole!),
    );
    return { low: { ...low, kind: 'exact' }, high: { ...high, kind: 'exact' }, openUnits: open.length };
  }
  const sign = spec.direction === 'less' ? -1 : 1;
  const far = farEnd(problem, isCertain, sign);
  const near = nearEnd(problem, isCertain && spec.groups === 'two', sign);
  return {
    low: sign > 0 ? near : far,
    high: sign > 0 ? far : near,
    openUnits: open.length,
  };
}

type Row = readonly number[];

interface OpenUnit {
  readonly unit: number;
  readonly low: Row;
  readonly high: Row;
  /** NaN if unknown. */
  readonly total: number;
  /** All admissible rows of whole persons; null if they are too many or limits are not whole. */
  readonly whole: readonly Row[] | null;
  /** Corners of the admissible rows. */
  readonly corners: readonly Row[];
}

interface Problem {
  readonly table: ReusedTable;
  readonly open: readonly OpenUnit[];
  readonly limit: number;
  /** Persons of each group in the known cells and in the middle of the open ones. */
  readonly composition: Row;
  /** Whether some admissible table lacks a group that others have: near it an index has no corners. */
  readonly mayBeEmpty: boolean;
  value(): number;
}

const rowsTried = 256;

function checked(
  counts: SuppressedCounts,
  spec: TwoGroupSpec | ManyGroupSpec,
  context: IndexContext | undefined,
  limit: number,
): Problem {
  const { low: least, high: most } = counts;
  if (least.length !== most.length)
    throw new Error(`invalid groups: ${most.length} (expected ${least.length})`);
  if (spec.groups === 'two' && least.length !== 2)
    throw new Error(`invalid groups: ${least.length} (expected 2)`);
  const { groups: low, size } = manyGroupTable(least);
  const { groups: high, size: highSize } = manyGroupTable(most);
  if (highSize !== size) throw new Error(`invalid length: ${highSize} (expected ${size})`);
  if (counts.totals && counts.totals.length !== size) {
    throw new Error(`invalid length: ${counts.totals.length} (expected ${size})`);
  }
  const table = reusedTable(low.length, size);
  const open: OpenUnit[] = [];
  for (let j = 0; j < size; j++) {
    const lowRow = low.map((column) => column[j]!);
    const highRow = high.map((column) => column[j]!);
    const total = counts.totals ? counts.totals[j]! : NaN;
    const unit = admissible(j, lowRow, highRow, total);
    write(table, j, unit.corners[0]!);
    if (unit.corners.length > 1) open.push(unit);
  }
  const statistics = statisticsOf([spec], { context });
  const figure = new Float64Array(1);
  return {
    table,
    open,
    limit,
    composition: low.map((column, m) => column.reduce((sum, x, j) => sum + (x + high[m]![j]!) / 2, 0)),
    mayBeEmpty: low.some((column, m) => sumOf([...column]) === 0 && sumOf([...high[m]!]) > 0),
    value() {
      statistics.compute(table.read(), figure);
      return figure[0]!;
    },
  };
}

function admissible(unit: number, givenLow: Row, givenHigh: Row, total: number): OpenUnit {
  givenLow.forEach((l, m) => {
    if (l > givenHigh[m]!) throw new Error(`invalid range: ${l} to ${givenHigh[m]!} at ${unit}`);
  });
  let low = givenLow;
  let high = givenHigh;
  if (!Number.isNaN(total)) {
    const lowSum = sumOf(low);
    const highSum = sumOf(high);
    const slack = 1e-9 * Math.max(1, total);
    if (!(total >= lowSum - slack && total <= highSum + slack)) {
      throw new Error(`invalid total: ${total} at ${unit} (expected ${lowSum} to ${highSum})`);
    }
    // what the others leave over narrows each count
    low = givenLow.map((l, m) => Math.max(l, total - (highSum - givenHigh[m]!)));
    high = givenHigh.map((h, m) => Math.max(low[m]!, Math.min(h, total - (lowSum - givenLow[m]!))));
  }
  return {
    unit,
    low,
    high,
    total,
    whole: wholeRows(low, high, total),
    corners: cornerRows(low, high, total),
  };
}

/** All rows of whole numbers within the limits that have the total. */
function wholeRows(low: Row, high: Row, total: number): readonly Row[] | null {
  if (![...low, ...high].every(Number.isInteger)) return null;
  if (!(Number.isNaN(total) || Number.isInteger(total))) return null;
  const rows: Row[] = [];
  const extend = (row: Row, sum: number): boolean => {
    const m = row.length;
    if (m === low.length) {
      if (Number.isNaN(total) || sum === total) rows.push(row);
      return rows.length <= rowsTried;
    }
    const lowRest = sumOf(low.slice(m + 1));
    const highRest = sumOf(high.slice(m + 1));
    for (let x = low[m]!; x <= high[m]!; x++) {
      if (sum + x + lowRest > total || sum + x + highRest < total) continue;
      if (!extend([...row, x], sum + x)) return false;
    }
    return true;
  };
  return extend([], 0) ? rows : null;
}

/** Rows with every count at one of its limits; with a total, all but one, which makes up the rest. */
function cornerRows(low: Row, high: Row, total: number): readonly Row[] {
  const isKnown = !Number.isNaN(total);
  const openCells = low.flatMap((l, m) => (high[m]! > l ? [m] : []));
  if (openCells.length === 0) return [low];
  const found = new Map<string, Row>();
  const balancing = isKnown ? openCells : [-1];
  for (const balanced of balancing) {
    const free = openCells.filter((m) => m !== balanced);
    for (let choice = 0; choice < 2 ** free.length && found.size < rowsTried; choice++) {
      const row = [...low];
      free.forEach((m, bit) => {
        if (Math.floor(choice / 2 ** bit) % 2 === 1) row[m] = high[m]!;
      });
      if (isKnown) {
        const rest = total - sumOf(row) + row[balanced]!;
        const slack = 1e-9 * Math.max(1, total);
        if (rest < low[balanced]! - slack || rest > high[balanced]! + slack) continue;
        row[balanced] = Math.max(0, rest);
      }
      found.set(row.join(), row);
    }
  }
  return found.size > 0 ? [...found.values()] : [low];
}

const sumOf = (row: Row): number => row.reduce((sum, x) => sum + x, 0);

function combinations(choices: readonly (readonly Row[] | null)[]): number {
  return choices.reduce((product, rows) => product * (rows ? rows.length : Infinity), 1);
}

function write(table: ReusedTable, unit: number, row: Row): void {
  row.forEach((x, m) => {
    table.columns[m]![unit] = x;
  });
}

type Found = Pick<RangeEnd, 'value' | 'groups'>;

const copied = ({ columns }: ReusedTable): readonly Float64Array[] => columns.map((column) => column.slice());

/** Smallest and largest value over every combination of rows. */
function triedOut(problem: Problem, choices: readonly (readonly Row[])[]): readonly [Found, Found] {
  const { table, open } = problem;
  const at = open.map(() => 0);
  let low: Found = { value: NaN, groups: [] };
  let high: Found = { value: NaN, groups: [] };
  choices.forEach((rows, u) => void write(table, open[u]!.unit, rows[0]!));
  for (;;) {
    const value = problem.value();
    if (!(value >= low.value)) low = Number.isNaN(value) ? low : { value, groups: copied(table) };
    if (!(value <= high.value)) high = Number.isNaN(value) ? high : { value, groups: copied(table) };
    let u = 0;
    while (u < choices.length) {
      at[u] = at[u]! + 1;
      if (at[u]! === choices[u]!.length) at[u] = 0;
      write(table, open[u]!.unit, choices[u]![at[u]!]!);
      if (at[u] !== 0) break;
      u++;
    }
    if (u === choices.length) return [low, high];
  }
}

/** The most uneven table: at a corner where the index is quasi-convex. */
function farEnd(problem: Problem, isCertain: boolean, sign: 1 | -1): RangeEnd {
  const corners = problem.open.map((unit) => unit.corners);
  if (isCertain && combinations(corners) <= problem.limit) {
    const [low, high] = triedOut(problem, corners);
    return { ...(sign > 0 ? high : low), kind: 'exact' };
  }
  const choices = isCertain ? corners : problem.open.map(({ whole, corners: own }) => whole ?? own);
  return { ...searched(problem, choices, sign), kind: 'reached' };
}

/** The most even table. */
function nearEnd(problem: Problem, isCertain: boolean, sign: 1 | -1): RangeEnd {
  if (isCertain) return { ...mostEven(problem, sign), kind: 'bound' };
  const choices = problem.open.map(
    (unit) => unit.whole ?? [...unit.corners, proportional(unit, problem.composition)],
  );
  return { ...searched(problem, choices, -sign as 1 | -1), kind: 'reached' };
}

/** The row nearest to the composition, within its limits. */
function proportional({ low, high, total }: OpenUnit, composition: Row): Row {
  const persons = Number.isNaN(total) ? (sumOf(low) + sumOf(high)) / 2 : total;
  const all = sumOf(composition);
  const row = composition.map((x, m) => Math.min(high[m]!, Math.max(low[m]!, (persons * x) / all)));
  if (Number.isNaN(total)) return row;
  // what the limits have cut off goes to the groups that still have room
  for (let m = 0, rest = total - sumOf(row); m < row.length && Math.abs(rest) > 1e-12; m++) {
    const moved = Math.min(high[m]!, Math.max(low[m]!, row[m]! + rest)) - row[m]!;
    row[m] = row[m]! + moved;
    rest -= moved;
  }
  return row;
}

/**
 * Two groups, totals known: with X given, no table is more even than the one in which all open shares are q, or as near
 * to q as their limits allow; over q the index falls and then rises.
 */
function mostEven(problem: Problem, sign: 1 | -1): Found {
  const { table, open } = problem;
  const at = (q: number): number => {
    for (const { unit, low, high, total } of open) {
      const x = Math.min(high[0]!, Math.max(low[0]!, q * total));
      write(table, unit, [x, total - x]);
    }
    return sign * problem.value();
  };
  let least = 1;
  let most = 0;
  for (const { low, high, total } of open) {
    least = Math.min(least, low[0]! / total);
    most = Math.max(most, high[0]! / total);
  }
  // an even grid first: golden section alone would stop at a level stretch
  const steps = 64;
  let best = least;
  let bestValue = Infinity;
  for (let k = 0; k <= steps; k++) {
    const q = least + ((most - least) * k) / steps;
    const value = at(q);
    if (value >= bestValue || Number.isNaN(value)) continue;
    bestValue = value;
    best = q;
  }
  const golden = (Math.sqrt(5) - 1) / 2;
  let a = Math.max(least, best - (most - least) / steps);
  let b = Math.min(most, best + (most - least) / steps);
  for (let k = 0; k < 60; k++) {
    const left = b - golden * (b - a);
    const right = a + golden * (b - a);
    if (at(left) <= at(right)) b = right;
    else a = left;
  }
  const refined = (a + b) / 2;
  if (at(refined) > bestValue) at(best);
  return { value: problem.value(), groups: copied(table) };
}

/**
 * Largest value (sign 1) or smallest (−1) found by taking, unit by unit, the best row while all the others stay, from
 * several starts until nothing improves.
 */
function searched(problem: Problem, choices: readonly (readonly Row[])[], sign: 1 | -1): Found {
  const { table, open } = problem;
  let left = problem.limit;
  let best: Found = { value: NaN, groups: [] };
  for (const start of starts(problem, choices)) {
    const chosen = [...start];
    open.forEach(({ unit }, u) => void write(table, unit, choices[u]![chosen[u]!]!));
    let current = sign * problem.value();
    for (let improved = true; improved && left > 0; ) {
      improved = false;
      for (let u = 0; u < open.length && left > 0; u++) {
        const { unit } = open[u]!;
        for (let r = 0; r < choices[u]!.length; r++) {
          if (r === chosen[u]) continue;
          write(table, unit, choices[u]![r]!);
          left--;
          const value = sign * problem.value();
          if (value > current + 1e-15 || (Number.isNaN(current) && !Number.isNaN(value))) {
            current = value;
            chosen[u] = r;
            improved = true;
          }
        }
        write(table, unit, choices[u]![chosen[u]!]!);
      }
    }
    const value = problem.value();
    if (Number.isNaN(best.value) || sign * value > sign * best.value) {
      if (!Number.isNaN(value)) best = { value, groups: copied(table) };
    }
    if (left <= 0) break;
  }
  return best;
}

/** Choices to begin with: farthest from and nearest to the composition of all, and most and fewest of each group. */
function starts(problem: Problem, choices: readonly (readonly Row[])[]): readonly (readonly number[])[] {
  const all = sumOf(problem.composition);
  const distance = (row: Row): number => {
    const persons = sumOf(row);
    return row.reduce((sum, x, m) => sum + Math.abs(x - (persons * problem.composition[m]!) / all), 0);
  };
  const by = (measure: (row: Row) => number): readonly number[] =>
    choices.map((rows) => {
      let best = 0;
      rows.forEach((row, r) => {
        if (measure(row) > measure(rows[best]!)) best = r;
      });
      return best;
    });
  return [
    by(distance),
    by((row) => -distance(row)),
    ...problem.composition.flatMap((_, m) => [by((row) => row[m]!), by((row) => -row[m]!)]),
  ];
}
