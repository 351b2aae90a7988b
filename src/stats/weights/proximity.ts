import type { Places } from '../spec.ts';
import type { PairSums } from './pair-sums.ts';
import type { SparseMatrix } from './sparse.ts';

/** How far persons of one unit live from each other, from its area a: see `exponentialProximity`. */
export const proximityDiagonals = ['sqrt(0.6 a)', '0.6 sqrt(a)', 'zero'] as const;
export type ProximityDiagonal = (typeof proximityDiagonals)[number];

export interface ProximityOptions {
  /** a_i, land area in square metres, ≥ 0; needed unless the diagonal is `zero`. */
  readonly areas?: ArrayLike<number>;
  /** d_ii, the distance within a unit. Default `sqrt(0.6 a)`. */
  readonly diagonal?: ProximityDiagonal;
  /** Decay per kilometre, > 0. Default 1. */
  readonly beta?: number;
}

/** Rows of proximities are kept between calls up to so many pairs (9 MB); about 1,500 units that all matter to each other. */
const keptPairs = 1_200_000;
const metresPerKilometre = 1000;
/** Below this part of the proximity within a unit, divided by n, a pair is left out. */
const negligible = 1e-18;
/** exp(−746) is 0 in double precision. */
const vanishing = 746;
const stepsPerUnit = 64;
/** So many units are worked on at a time that what is read and written stays in the processor's cache. */
const blockSize = 2048;
/** So many rows are added up together. */
const stripRows = 4;

/**
 * Exponential proximity of all pairs of units [Nähe, mit der Entfernung exponentiell abnehmend].
 *
 * How close the people of two units live: 1 at the same spot, 0.37 one kilometre apart, 0.05 three kilometres apart.
 *
 * c_ij = exp(−beta d_ij), d_ij straight distance of the places in kilometres; within a unit
 * d_ii = (0.6 a_i)^½, a_i in square kilometres: about the mean distance of two spots in an area of that size.
 *
 * @param places positions in metres of a projected system, finite.
 * @param options.areas, options.beta, options.diagonal `sqrt(0.6 a)` (White; Massey & Denton), `0.6 sqrt(a)` (OasisR),
 * `zero` (d_ii = 0, c_ii = 1).
 * @returns sums over all pairs, each unit with itself included. The kilometre matters: with another unit of length the
 * same city has another value.
 * @throws `invalid length: …`, `invalid place: …`, `invalid areas: undefined`, `invalid area: …`, `invalid beta: …`,
 * `invalid diagonal: …`.
 * Cost: n²/2 distances and exponentials per call of `sums`, whatever the number of columns; never n² memory. Up to
 * 1.2 million pairs are kept, so that further calls (replicates) cost additions only. Pairs with c_ij below 1e-18/n of
 * the smallest c_ii are skipped: all that is skipped for a unit is less than 1e-18 of the largest count times that c_ii.
 * Source: White 1983, American J. of Sociology 88, 1008–1018; Massey & Denton 1988.
 * PySAL takes 1 − exp(−d_ij/sum d) instead, which grows with distance.
 * @example two places 1 km apart, diagonal `zero`: sums of the column [1, 0] are [1, 0.3679]
 */
export function exponentialProximity(places: Places, options: ProximityOptions = {}): PairSums {
  const { areas, diagonal = 'sqrt(0.6 a)', beta = 1 } = options;
  if (!(beta > 0 && beta < Infinity)) throw new Error(`invalid beta: ${beta}`);
  const size = places.x.length;
  if (places.y.length !== size) throw new Error(`invalid length: ${places.y.length} (expected ${size})`);
  const within = ownProximity(size, areas, diagonal, beta);
  const least = within.reduce((a, b) => Math.min(a, b), 1);
  const reach = Math.min(vanishing, -Math.log(least) - Math.log(negligible) + Math.log(Math.max(1, size)));
  const line = alongTheLongerSide(places, beta / metresPerKilometre);
  const ends = endsWithin(line.along, reach);
  const exponentials = exponentialsUpTo(reach);

  let pairs = 0;
  for (let i = 0; i < size; i++) pairs += ends[i]! - i - 1;
  const isKept = pairs <= keptPairs;
  let kept: Float64Array | null = null;
  const { order, along, across } = line;

  /** c_ij of unit i with the units from j up to `end`, written to `row` from `start` on. */
  const fill = (i: number, from: number, end: number, row: Float64Array, start: number): void => {
    const x = along[i]!;
    const y = across[i]!;
    for (let j = from, k = start; j < end; j++, k++) {
      const dx = along[j]! - x;
      const dy = across[j]! - y;
      const d = Math.sqrt(dx * dx + dy * dy);
      if (d > reach) {
        row[k] = 0;
        continue;
      }
      // exp(−d) = exp(−step/64) exp(r), |r| ≤ 1/128: six terms of the series are exact to the last digit
      const step = (d * stepsPerUnit + 0.5) | 0;
      const r = step / stepsPerUnit - d;
      const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720)))));
      row[k] = exponentials[step]! * series;
    }
  };

  const sums = (columns: readonly Float64Array[]): readonly Float64Array[] => {
    for (const column of columns) {
      if (column.length !== size) throw new Error(`invalid length: ${column.length} (expected ${size})`);
    }
    const sorted = columns.map(() => new Float64Array(size));
    const totals = columns.map(() => new Float64Array(size));
    for (let i = 0; i < size; i++) {
      const unit = order[i]!;
      for (let m = 0; m < columns.length; m++) {
        const value = columns[m]![unit]!;
        sorted[m]![i] = value;
        totals[m]![i] = value * within[unit]!;
      }
    }
    const isFirst = kept === null;
    if (isKept && isFirst) kept = new Float64Array(pairs);
    const rows = kept ?? new Float64Array(stripRows * blockSize);
    const strip = emptyStrip();
    let start = 0;
    for (let block = 0; block < size; block += blockSize) {
      const blockEnd = Math.min(size, block + blockSize);
      for (let i = 0; i < blockEnd; i += stripRows) {
        strip.first = i;
        strip.count = Math.min(stripRows, blockEnd - i);
        for (let r = 0; r < strip.count; r++) {
          const from = Math.max(block, i + r + 1);
          const end = Math.max(from, Math.min(blockEnd, ends[i + r]!));
          strip.from[r] = from;
          strip.end[r] = end;
          strip.start[r] = isKept ? start : r * blockSize;
          if (isFirst) fill(i + r, from, end, rows, strip.start[r]!);
          start += end - from;
        }
        let m = 0;
        for (; m + 1 < sorted.length; m += 2) {
          addStrip(rows, strip, sorted[m]!, totals[m]!, sorted[m + 1]!, totals[m + 1]!);
        }
        for (let r = 0; m < sorted.length && r < strip.count; r++) {
          addRow(rows, strip.start[r]!, i + r, strip.from[r]!, strip.end[r]!, sorted[m]!, totals[m]!);
        }
      }
    }
    return totals.map((column) => {
      const inOrder = new Float64Array(size);
      for (let i = 0; i < size; i++) inOrder[order[i]!] = column[i]!;
      return inOrder;
    });
  };
  return { size, sums, diagonal: within };
}

/**
 * Contiguity as proximity [Nachbarschaft als Nähe]: c_ij = 1 for neighbours and for a unit with itself, else 0.
 *
 * @param weights neighbours; its links count, not its weights.
 * @returns sums over a unit and its neighbours.
 * Cost: linear in the number of links per column.
 * Source: OasisR (ACL with a contiguity matrix).
 * @example on a chain 1 – 2 – 3 the sums of [1, 0, 0] are [1, 1, 0]
 */
export function contiguityProximity({ size, offsets, neighbours }: SparseMatrix): PairSums {
  return {
    size,
    diagonal: new Float64Array(size).fill(1),
    sums: (columns) =>
      columns.map((column) => {
        if (column.length !== size) throw new Error(`invalid length: ${column.length} (expected ${size})`);
        return column.map((own, i) => {
          let sum = own;
          for (let k = offsets[i]!; k < offsets[i + 1]!; k++) sum += column[neighbours[k]!]!;
          return sum;
        });
      }),
  };
}

/** Adds the pairs of unit i with the units from j up to `end`, each to both. */
function addRow(
  rows: Float64Array,
  start: number,
  i: number,
  from: number,
  end: number,
  column: Float64Array,
  totals: Float64Array,
): void {
  const own = column[i]!;
  let sum = 0;
  for (let j = from, k = start; j < end; j++, k++) {
    const c = rows[k]!;
    sum += c * column[j]!;
    totals[j]! += c * own;
  }
  totals[i]! += sum;
}

/** Rows of proximities next to each other, each with units it is paired with. */
interface Strip {
  /** The unit of the first row, and the number of rows. */
  first: number;
  count: number;
  /** Per row: the first unit paired with, the one behind the last, and where its proximities start. */
  readonly from: Int32Array;
  readonly end: Int32Array;
  readonly start: Int32Array;
  /** Per row, while it is added up: the sums of both columns. */
  readonly sums: Float64Array;
  readonly otherSums: Float64Array;
}

function emptyStrip(): Strip {
  return {
    first: 0,
    count: 0,
    from: new Int32Array(stripRows),
    end: new Int32Array(stripRows),
    start: new Int32Array(stripRows),
    sums: new Float64Array(stripRows),
    otherSums: new Float64Array(stripRows),
  };
}

/**
 * `addRow` for four rows and two columns at once, so that what is read and written once serves eight sums. Every sum is
 * added up in the same order as there.
 */
function addStrip(
  rows: Float64Array,
  strip: Strip,
  column: Float64Array,
  totals: Float64Array,
  other: Float64Array,
  otherTotals: Float64Array,
): void {
  const { first, count, from, end, sums, otherSums } = strip;
  sums.fill(0);
  otherSums.fill(0);
  // what all rows are paired with: each starts where the one before does or later, and reaches as far or farther
  const common = from[count - 1]!;
  const commonEnd = Math.max(common, end[0]!);
  const hasBody = count === stripRows && common < commonEnd;
  for (let r = 0; r < count; r++) {
    const to = Math.min(end[r]!, hasBody ? common : commonEnd);
    addPart(rows, strip, r, from[r]!, to, column, totals, other, otherTotals);
  }
  if (hasBody) addBody(rows, strip, common, commonEnd, column, totals, other, otherTotals);
  for (let r = 0; r < count; r++) {
    const behind = Math.max(from[r]!, commonEnd);
    addPart(rows, strip, r, behind, end[r]!, column, totals, other, otherTotals);
    totals[first + r]! += sums[r]!;
    otherTotals[first + r]! += otherSums[r]!;
  }
}

/** The pairs of one row of a strip with the units from j up to `to`. */
function addPart(
  rows: Float64Array,
  { first, from, start, sums, otherSums }: Strip,
  r: number,
  j: number,
  to: number,
  column: Float64Array,
  totals: Float64Array,
  other: Float64Array,
  otherTotals: Float64Array,
): void {
  const own = column[first + r]!;
  const otherOwn = other[first + r]!;
  let sum = sums[r]!;
  let otherSum = otherSums[r]!;
  for (let k = start[r]! - from[r]! + j; j < to; j++, k++) {
    const near = rows[k]!;
    sum += near * column[j]!;
    otherSum += near * other[j]!;
    totals[j]! += near * own;
    otherTotals[j]! += near * otherOwn;
  }
  sums[r] = sum;
  otherSums[r] = otherSum;
}

/** The pairs of all four rows of a strip with the units from j up to `to`. */
function addBody(
  rows: Float64Array,
  { first, from, start, sums, otherSums }: Strip,
  begin: number,
  to: number,
  column: Float64Array,
  totals: Float64Array,
  other: Float64Array,
  otherTotals: Float64Array,
): void {
  const a = column[first]!;
  const b = column[first + 1]!;
  const c = column[first + 2]!;
  const d = column[first + 3]!;
  const otherA = other[first]!;
  const otherB = other[first + 1]!;
  const otherC = other[first + 2]!;
  const otherD = other[first + 3]!;
  let sumA = sums[0]!;
  let sumB = sums[1]!;
  let sumC = sums[2]!;
  let sumD = sums[3]!;
  let otherSumA = otherSums[0]!;
  let otherSumB = otherSums[1]!;
  let otherSumC = otherSums[2]!;
  let otherSumD = otherSums[3]!;
  const toA = start[0]! - from[0]!;
  const toB = start[1]! - from[1]!;
  const toC = start[2]! - from[2]!;
  const toD = start[3]! - from[3]!;
  for (let j = begin; j < to; j++) {
    const nearA = rows[toA + j]!;
    const nearB = rows[toB + j]!;
    const nearC = rows[toC + j]!;
    const nearD = rows[toD + j]!;
    const value = column[j]!;
    const otherValue = other[j]!;
    sumA += nearA * value;
    sumB += nearB * value;
    sumC += nearC * value;
    sumD += nearD * value;
    otherSumA += nearA * otherValue;
    otherSumB += nearB * otherValue;
    otherSumC += nearC * otherValue;
    otherSumD += nearD * otherValue;
    totals[j] = totals[j]! + nearA * a + nearB * b + nearC * c + nearD * d;
    otherTotals[j] = otherTotals[j]! + nearA * otherA + nearB * otherB + nearC * otherC + nearD * otherD;
  }
  sums[0] = sumA;
  sums[1] = sumB;
  sums[2] = sumC;
  sums[3] = sumD;
  otherSums[0] = otherSumA;
  otherSums[1] = otherSumB;
  otherSums[2] = otherSumC;
  otherSums[3] = otherSumD;
}

function ownProximity(
  size: number,
  areas: ArrayLike<number> | undefined,
  diagonal: ProximityDiagonal,
  beta: number,
): Float64Array {
  const within = new Float64Array(size).fill(1);
  if (!proximityDiagonals.includes(diagonal)) throw new Error(`invalid diagonal: ${String(diagonal)}`);
  if (diagonal === 'zero') return within;
  if (!areas) throw new Error('invalid areas: undefined');
  if (areas.length !== size) throw new Error(`invalid length: ${areas.length} (expected ${size})`);
  for (let i = 0; i < size; i++) {
    const area = areas[i]!;
    if (!(area >= 0 && area < Infinity)) throw new Error(`invalid area: ${area} at ${i}`);
    const metres = diagonal === 'sqrt(0.6 a)' ? Math.sqrt(0.6 * area) : 0.6 * Math.sqrt(area);
    within[i] = Math.exp((-beta * metres) / metresPerKilometre);
  }
  return within;
}

interface Line {
  /** Units from one end of the city to the other. */
  readonly order: Uint32Array;
  /** Their coordinates in that order, in units of 1/beta. */
  readonly along: Float64Array;
  readonly across: Float64Array;
}

function alongTheLongerSide({ x, y }: Places, scale: number): Line {
  const size = x.length;
  for (let i = 0; i < size; i++) {
    if (!(Number.isFinite(x[i]) && Number.isFinite(y[i]))) {
      throw new Error(`invalid place: ${x[i]}, ${y[i]} at ${i}`);
    }
  }
  const [left, right] = extent(x);
  const [bottom, top] = extent(y);
  const isWide = right - left >= top - bottom;
  const [first, second] = isWide ? [x, y] : [y, x];
  const order = new Uint32Array(size).map((_, i) => i).sort((a, b) => first[a]! - first[b]! || a - b);
  // the least coordinate is taken off first: the last digits of map coordinates are digits of the distance
  return {
    order,
    along: Float64Array.from(order, (i) => (first[i]! - (isWide ? left : bottom)) * scale),
    across: Float64Array.from(order, (i) => (second[i]! - (isWide ? bottom : left)) * scale),
  };
}

function extent(values: Float64Array): readonly [number, number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return [least, greatest];
}

/** For every unit the first one behind it that is out of reach already along the line. */
function endsWithin(along: Float64Array, reach: number): Uint32Array {
  const ends = new Uint32Array(along.length);
  let end = 0;
  for (let i = 0; i < along.length; i++) {
    while (end < along.length && along[end]! - along[i]! <= reach) end++;
    ends[i] = end;
  }
  return ends;
}

/** exp(−k/64) up to the reach. */
function exponentialsUpTo(reach: number): Float64Array {
  return new Float64Array(Math.ceil(reach * stepsPerUnit) + 1).map((_, k) => Math.exp(-k / stepsPerUnit));
}
