/** Long work in steps of a few milliseconds. What it yields tells how far it is; only the end gives the result. */
export type Steps<T> = Generator<Progress, T>;

/** Steps of a part that does not know how much else there is to do. */
export type PartSteps<T> = Generator<void, T>;

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** All at once. */
export function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** The steps of a part, all of them at one place of the whole. */
export function* within<T>(progress: Progress, part: PartSteps<T>): Steps<T> {
  for (;;) {
    const next = part.next();
    if (next.done) return next.value;
    yield progress;
  }
}
