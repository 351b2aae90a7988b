import type { JobName } from './jobs.ts';

/**
 * In which order jobs are served, the smallest first: what the first sentence needs, then what has been clicked on, then
 * what takes many seconds. A job waits between two portions while a more urgent one is under way.
 */
export const urgency: Readonly<Record<JobName, number>> = {
  open: 0,
  measure: 0,
  institutions: 0,
  need: 0,
  profile: 1,
  decomposition: 1,
  local: 1,
  comparison: 2,
  stability: 2,
  uncertainty: 3,
};

/** Opening waits for the network most of the time: nobody waits for it. */
export function isWaitedFor(job: JobName): boolean {
  return job !== 'open';
}
