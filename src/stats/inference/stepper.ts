/**
 * A long procedure in portions: `begin…()` gives a stepper, `step(count)` does the next replicates, `result()` reads
 * what has been done. Replicate i depends on the seed and on i alone, so the size of the portions changes no figure.
 */
export interface Stepper<R> {
  /** Replicates asked for, and done so far. */
  readonly total: number;
  readonly done: number;
  /** Does at most `count` further replicates. @throws `invalid count: …` unless it is a whole number ≥ 1. */
  step(count: number): void;
  /** The outcome of the replicates done so far. */
  result(): R;
}

/** Runs a stepper to its end. */
export function finish<R>(stepper: Stepper<R>): R {
  if (stepper.done < stepper.total) stepper.step(stepper.total - stepper.done);
  return stepper.result();
}

export function checkedStep(count: number): number {
  if (!(Number.isInteger(count) && count >= 1)) throw new Error(`invalid count: ${count}`);
  return count;
}
