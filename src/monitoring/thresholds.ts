import type { NeedThresholds } from './answer.ts';

/** Defaults of the long-term rule (`verdictOf`). */
export const defaultThresholds: NeedThresholds = {
  persistence: 0.75,
  minimumEditions: 3,
  arrivals: 1.25,
  arrivalYears: 0.5,
  affordable: 1.25,
  exposedChildren: 0.5,
  stability: 0.95,
};
