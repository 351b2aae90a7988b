import type { ManyGroupTable } from '../table.ts';
import type { Statistics } from './statistics.ts';
import { checkedStep, type Stepper } from './stepper.ts';

/** How many random replicates, and which. */
export interface ReplicateOptions {
  /** e.g. 999 for tests, 1000 for intervals. */
  readonly replicates: number;
  readonly seed: number;
  /**
   * Number of the first replicate (default 0). Two workers run 0 … 499 and 500 … 999 and merge: the figures are those
   * of one run over all.
   */
  readonly first?: number;
}

/** Figures of the real counts and of every replicate, before anything is made of them. */
export interface Replicates {
  readonly ids: readonly string[];
  /** Of the real counts, in the order of `ids`. */
  readonly values: Float64Array;
  /** Number of the first replicate, and how many have been done. */
  readonly first: number;
  readonly count: number;
  /** `simulated[k][i]`: figure k of replicate `first + i`; NaN where it is undefined. */
  readonly simulated: readonly Float64Array[];
}

/**
 * Replicates of figures, begun.
 *
 * @param values figures of the real counts.
 * @param replicate writes the figures of replicate i; must depend on the seed and on i alone.
 * @throws `invalid replicates: …`, `invalid seed: …`, `invalid first: …`.
 */
export function beginReplicates(
  ids: readonly string[],
  values: Float64Array,
  { replicates, seed, first = 0 }: ReplicateOptions,
  replicate: (i: number, into: Float64Array) => void,
): Stepper<Replicates> {
  if (!(Number.isInteger(replicates) && replicates >= 0))
    throw new Error(`invalid replicates: ${replicates}`);
  if (!Number.isFinite(seed)) throw new Error(`invalid seed: ${seed}`);
  if (!(Number.isInteger(first) && first >= 0)) throw new Error(`invalid first: ${first}`);
  const simulated = ids.map(() => new Float64Array(replicates));
  const figures = new Float64Array(ids.length);
  let done = 0;
  return {
    total: replicates,
    get done() {
      return done;
    },
    step(count) {
      const end = Math.min(replicates, done + checkedStep(count));
      for (; done < end; done++) {
        replicate(first + done, figures);
        for (let k = 0; k < figures.length; k++) simulated[k]![done] = figures[k]!;
      }
    },
    result: () => ({
      ids,
      values: values.slice(),
      first,
      count: done,
      simulated: simulated.map((draws) => draws.slice(0, done)),
    }),
  };
}

/**
 * The replicates of several runs as one.
 *
 * @param parts runs over the same counts and seed, in any order; together they must be without gap or overlap.
 * @throws `invalid parts: …` if they do not fit together.
 */
export function mergeReplicates(parts: readonly Replicates[]): Replicates {
  const ordered = [...parts].filter(({ count }) => count > 0).sort((a, b) => a.first - b.first);
  const start = ordered[0] ?? parts[0];
  if (!start) throw new Error('invalid parts: 0');
  let next = start.first;
  for (const part of ordered) {
    if (part.first !== next) throw new Error(`invalid parts: replicate ${part.first} follows ${next - 1}`);
    if (part.ids.join() !== start.ids.join())
      throw new Error(`invalid parts: ${part.ids.join()} and ${start.ids.join()}`);
    if (part.values.some((value, k) => !Object.is(value, start.values[k]))) {
      throw new Error('invalid parts: figures of different counts');
    }
    next += part.count;
  }
  return {
    ids: start.ids,
    values: start.values.slice(),
    first: start.first,
    count: next - start.first,
    simulated: start.ids.map((_, k) => {
      const all = new Float64Array(next - start.first);
      for (const part of ordered) all.set(part.simulated[k]!, part.first - start.first);
      return all;
    }),
  };
}

/** The same stepper with another reading of its result. */
export function readAs<A, B>(stepper: Stepper<A>, read: (result: A) => B): Stepper<B> {
  return {
    total: stepper.total,
    get done() {
      return stepper.done;
    },
    step: (count) => stepper.step(count),
    result: () => read(stepper.result()),
  };
}

/** Figures of the table itself. */
export function valuesOf(table: ManyGroupTable, statistics: Statistics): Float64Array {
  const values = new Float64Array(statistics.ids.length);
  statistics.compute(table, values);
  return values;
}

/** Columns to be filled again and again, read as a table without being checked or copied. */
export interface ReusedTable {
  /** All columns one after the other. */
  readonly cells: Float64Array;
  readonly columns: readonly Float64Array[];
  /** The table of what the columns hold now; valid until they are filled again. */
  read(): ManyGroupTable;
}

export function reusedTable(groups: number, size: number): ReusedTable {
  const cells = new Float64Array(groups * size);
  const columns = Array.from({ length: groups }, (_, m) => cells.subarray(m * size, (m + 1) * size));
  const total = new Float64Array(size);
  return {
    cells,
    columns,
    read() {
      total.fill(0);
      const groupSums = new Float64Array(groups);
      for (let m = 0; m < groups; m++) {
        const column = columns[m]!;
        let sum = 0;
        for (let j = 0; j < size; j++) {
          sum += column[j]!;
          total[j]! += column[j]!;
        }
        groupSums[m] = sum;
      }
      let populated = 0;
      for (let j = 0; j < size; j++) if (total[j]! > 0) populated++;
      let present = 0;
      let totalSum = 0;
      for (const sum of groupSums) {
        if (sum > 0) present++;
        totalSum += sum;
      }
      return { size, populated, groups: columns, total, groupSums, present, totalSum };
    },
  };
}

export interface Moments {
  readonly mean: number;
  /** With divisor n − 1; NaN for fewer than two values. */
  readonly sd: number;
  /** Values that are not NaN. */
  readonly count: number;
}

/** Mean and standard deviation of the values that are not NaN. */
export function momentsOf(values: Float64Array): Moments {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  const mean = sum / count;
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  return { mean, sd: count < 2 ? NaN : Math.sqrt(squares / (count - 1)), count };
}
