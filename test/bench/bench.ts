import type { Peer } from './peers.ts';

/** One row of the table: a task at several sizes. */
export interface BenchCase {
  readonly task: string;
  /** The same task in the fastest other package, where it was recorded. */
  readonly peer?: Peer;
  /** Columns of the table this task is run in. */
  readonly sizes: readonly Size[];
  /**
   * Makes the input of one column and returns the work to be timed. The work returns a number that depends on all of
   * it, so that nothing can be optimised away. Null where its input is not there.
   */
  prepare(size: Size): Work | null | Promise<Work | null>;
}

export type Work = () => number | Promise<number>;

/** A lattice of so many units, or Berlin's 542 real areas. */
export const sizes = [542, 500, 5_000, 50_000, 500_000] as const;
export type Size = (typeof sizes)[number];
export const lattices = [500, 5_000, 50_000, 500_000] as const satisfies readonly Size[];

export interface Timing {
  readonly min: number;
  readonly mean: number;
  readonly runs: number;
}

/** Seconds of warm-up and of measurement; long tasks are measured at least twice, very long ones once. */
const warmUp = 0.4;
const measured = 1.2;
const patience = 8;

let sink = 0;

/** Times a piece of work: warm-up first, then as many runs as fit; least and mean time in milliseconds. */
export async function timed(work: Work): Promise<Timing> {
  const once = async (): Promise<number> => {
    const start = performance.now();
    const result = work();
    // Waiting for what is there already would be timed, too.
    sink += typeof result === 'number' ? result : await result;
    return performance.now() - start;
  };
  const first = await once();
  if (first > patience * 1000) return { min: first, mean: first, runs: 1 };
  for (let spent = first; spent < warmUp * 1000; ) spent += await once();
  const times: number[] = [];
  for (let spent = 0; spent < measured * 1000 || times.length < 2; ) {
    const time = await once();
    times.push(time);
    spent += time;
  }
  return {
    min: times.reduce((a, b) => Math.min(a, b), Infinity),
    mean: times.reduce((a, b) => a + b, 0) / times.length,
    runs: times.length,
  };
}

/** What the work has returned so far; printed, so that it counts as used. */
export function sunk(): number {
  return sink;
}
