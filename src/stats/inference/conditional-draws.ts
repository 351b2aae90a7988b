import { randomStream } from '../numeric/random.ts';
import type { SparseMatrix } from '../weights/sparse.ts';

/** Replicates that are worked through together. */
const batch = 1024;

/** How many replicates gave a unit's neighbours at least (above) or at most (below) what they have. */
export interface ConditionalCounts {
  readonly above: Int32Array;
  readonly below: Int32Array;
}

/**
 * Conditional permutations [bedingte Permutation]: each unit keeps its value, its neighbours get values drawn without
 * replacement from all other units.
 *
 * Replicate r draws one sequence of positions 0 … n − 2 without repetition, as long as the longest row of neighbours,
 * from stream (seed, r). Unit i reads its beginning as places in the list of the other units (positions from i on one
 * further) and gives the m-th value to its m-th neighbour. For each unit by itself this is a random draw without
 * replacement, and the replicates are independent; draws of different units are not, which changes no single p.
 *
 * Where all weights of a row are equal, only the sum of the values drawn matters. As i runs from 0 to n − 1, the sum of
 * a replicate changes at most once per position drawn: rows of equal length share one ascending list of sums, kept up to
 * date as i moves on, and each unit looks up its own place in it. Rows of unequal weights, and lengths that few units
 * have, are drawn one by one. Sums that differ by rounding alone count as equal.
 *
 * @param matrix no unit is its own neighbour, none has a neighbour twice. @param values one per unit.
 * @param options `isReplaced`: positions may repeat within a sequence.
 * @throws `invalid weights: unit 3 has more links than there are other units`.
 * Cost per 1,024 replicates: a binary search per unit, and for every length of row one move in a list per position
 * drawn; units drawn one by one: one reading per link and replicate.
 */
export function conditionalDraws(
  matrix: SparseMatrix,
  values: Float64Array,
  { seed, isReplaced }: { readonly seed: number; readonly isReplaced: boolean },
): {
  /** Counts of no replicate at all. */
  none(): ConditionalCounts;
  /** Adds replicates `first` … `first + count − 1`. */
  add(first: number, count: number, counts: ConditionalCounts): void;
} {
  const n = matrix.size;
  const rows = rowsOf(matrix, values);
  const pool = Int32Array.from({ length: Math.max(0, n - 1) }, (_, position) => position);
  return {
    none: () => ({ above: new Int32Array(n), below: new Int32Array(n) }),
    add(first, count, counts) {
      for (let start = 0; start < count; start += batch) {
        const portion = Math.min(batch, count - start);
        const draws = isReplaced
          ? drawnWithReplacement(n - 1, rows.longest, seed, first + start, portion)
          : drawn(pool, rows.longest, seed, first + start, portion);
        if (rows.shared.length > 0) {
          const moves = movesOf(draws, portion, rows.longest);
          for (const { length, units } of rows.shared) {
            countShared(values, rows, length, units, draws, moves, portion, counts);
          }
        }
        countSingly(matrix, values, rows, draws, portion, counts);
      }
    },
  };
}

interface Rows {
  readonly longest: number;
  /** What each unit's neighbours have: the sum of their values, or their weighted sum where weights are unequal. */
  readonly targets: Float64Array;
  /** What counts as rounding beside it. */
  readonly slacks: Float64Array;
  /** Rows of equal weights and the same length, of many units. */
  readonly shared: readonly { readonly length: number; readonly units: readonly number[] }[];
  /** The other units with neighbours, ascending. */
  readonly single: readonly number[];
  /** 1 where all weights of the row are equal and positive. */
  readonly isEven: Uint8Array;
}

function rowsOf(matrix: SparseMatrix, values: Float64Array): Rows {
  const { size, offsets, neighbours, weights } = matrix;
  const targets = new Float64Array(size);
  const slacks = new Float64Array(size);
  const isEven = new Uint8Array(size);
  const even = new Map<number, number[]>();
  const single: number[] = [];
  let longest = 0;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let i = 0; i < size; i++) {
    const start = offsets[i]!;
    const length = offsets[i + 1]! - start;
    if (length === 0) continue;
    if (length > size - 1) {
      throw new Error(`invalid weights: unit ${i} has more links than there are other units`);
    }
    longest = Math.max(longest, length);
    const weight = weights[start]!;
    let isSame = weight > 0;
    let magnitude = 0;
    for (let k = start; k < offsets[i + 1]!; k++) {
      if (weights[k] !== weight) isSame = false;
      magnitude += Math.abs(weights[k]!);
    }
    isEven[i] = isSame ? 1 : 0;
    slacks[i] = 1e-12 * largest * (isSame ? length : magnitude);
    for (let k = start; k < offsets[i + 1]!; k++) {
      targets[i]! += (isSame ? 1 : weights[k]!) * values[neighbours[k]!]!;
    }
    if (!isSame) single.push(i);
    else if (even.has(length)) even.get(length)!.push(i);
    else even.set(length, [i]);
  }
  // keeping a list up to date costs about as much as drawing for so many units
  const isWorthwhile = (units: readonly number[]): boolean => units.length > 150;
  const groups = [...even].sort(([a], [b]) => a - b).map(([length, units]) => ({ length, units }));
  for (const { units } of groups) if (!isWorthwhile(units)) single.push(...units);
  return {
    longest,
    targets,
    slacks,
    isEven,
    shared: groups.filter(({ units }) => isWorthwhile(units)),
    single: single.sort((a, b) => a - b),
  };
}

/** `count` sequences of so many different positions, one after the other (Fisher–Yates, broken off and undone). */
function drawn(pool: Int32Array, length: number, seed: number, first: number, count: number): Int32Array {
  const draws = new Int32Array(count * length);
  const swapped = new Int32Array(length);
  for (let r = 0; r < count; r++) {
    const random = randomStream(seed, first + r);
    const at = r * length;
    for (let m = 0; m < length; m++) {
      const k = m + random.below(pool.length - m);
      swapped[m] = k;
      const position = pool[k]!;
      pool[k] = pool[m]!;
      pool[m] = position;
      draws[at + m] = position;
    }
    for (let m = length - 1; m >= 0; m--) {
      const position = pool[m]!;
      pool[m] = pool[swapped[m]!]!;
      pool[swapped[m]!] = position;
    }
  }
  return draws;
}

function drawnWithReplacement(
  positions: number,
  length: number,
  seed: number,
  first: number,
  count: number,
): Int32Array {
  const draws = new Int32Array(count * length);
  for (let r = 0; r < count; r++) {
    const random = randomStream(seed, first + r);
    for (let m = 0; m < length; m++) draws[r * length + m] = random.below(positions);
  }
  return draws;
}

/** Places in `draws` in ascending order of the position drawn there: the order in which sums change. */
function movesOf(draws: Int32Array, count: number, length: number): Float64Array {
  const total = count * length;
  const keys = new Float64Array(total);
  for (let at = 0; at < total; at++) keys[at] = draws[at]! * total + at;
  keys.sort();
  for (let k = 0; k < total; k++) keys[k] = keys[k]! % total;
  return keys;
}

function countShared(
  values: Float64Array,
  { longest, targets, slacks }: Rows,
  length: number,
  units: readonly number[],
  draws: Int32Array,
  moves: Float64Array,
  count: number,
  { above, below }: ConditionalCounts,
): void {
  const sums = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    // to unit 0 every other unit is one further on than its position
    for (let m = 0; m < length; m++) sums[r]! += values[draws[r * longest + m]! + 1]!;
  }
  const ascending = sums.slice().sort();
  let next = 0;
  for (const i of units) {
    for (; next < moves.length; next++) {
      const at = moves[next]!;
      const position = draws[at]!;
      if (position >= i) break;
      if (at % longest >= length) continue;
      const r = Math.floor(at / longest);
      const sum = sums[r]! + values[position]! - values[position + 1]!;
      replace(ascending, sums[r]!, sum);
      sums[r] = sum;
    }
    above[i]! += count - countBelow(ascending, targets[i]! - slacks[i]!);
    below[i]! += countUpTo(ascending, targets[i]! + slacks[i]!);
  }
}

/** Takes one number out of an ascending list and puts another in. */
function replace(ascending: Float64Array, old: number, fresh: number): void {
  const from = countBelow(ascending, old);
  const to = countBelow(ascending, fresh);
  if (to > from) {
    ascending.copyWithin(from, from + 1, to);
    ascending[to - 1] = fresh;
  } else {
    ascending.copyWithin(to + 1, to, from);
    ascending[to] = fresh;
  }
}

/** How many numbers of an ascending list are below a bound. */
function countBelow(ascending: Float64Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many numbers of an ascending list are at most a bound. */
function countUpTo(ascending: Float64Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countSingly(
  { offsets, weights }: SparseMatrix,
  values: Float64Array,
  { longest, targets, slacks, single, isEven }: Rows,
  draws: Int32Array,
  count: number,
  { above, below }: ConditionalCounts,
): void {
  // the values of all units but i, in their order; from one unit to the next a single one changes
  const others = values.slice(1);
  let reached = 0;
  for (const i of single) {
    for (; reached < i; reached++) others[reached] = values[reached]!;
    const start = offsets[i]!;
    const length = offsets[i + 1]! - start;
    const low = targets[i]! - slacks[i]!;
    const high = targets[i]! + slacks[i]!;
    let atLeast = 0;
    let atMost = 0;
    for (let r = 0, at = 0; r < count; r++, at += longest) {
      let sum = 0;
      if (isEven[i] === 1) {
        for (let m = 0; m < length; m++) sum += others[draws[at + m]!]!;
      } else {
        for (let m = 0; m < length; m++) sum += weights[start + m]! * others[draws[at + m]!]!;
      }
      if (sum >= low) atLeast++;
      if (sum <= high) atMost++;
    }
    above[i]! += atLeast;
    below[i]! += atMost;
  }
}
