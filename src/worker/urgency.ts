import type { JobName } from './jobs.ts';

/**
 * In which order jobs are served, the smallest first: what the first sentence needs, then what has been clicked on, then
 * what takes many seconds. A job waits between two portions while a more urgent one is under way.
 */
export const urgency: Readonly<Record<JobName, number>> = {
  open: 0,
  guard: 0,
  guardReport: 1,
  measure: 0,
  institutions: 0,
  need: 0,
  profile: 1,
  decomposition: 1,
  local: 1,
  comparison: 2,
  stability: 2,
  uncertainty: 3,
  inspect: 0,
  review: 0,
  nameProposals: 0,
  smallNumbers: 0,
  guardPlan: 0,
  adopt: 0,
  reopen: 0,
  renew: 0,
  replay: 0,
  importFiles: 3,
  forget: 0,
  describeService: 0,
  loadLayer: 0,
  loadSources: 0,
  saveProject: 3,
  madeBy: 3,
  openProject: 0,
};

/** What waits for the network or for bytes most of the time: nobody waits for it. */
const reading: ReadonlySet<JobName> = new Set([
  'open',
  'describeService',
  'loadLayer',
  'inspect',
  'reopen',
  'openProject',
  'saveProject',
  'madeBy',
]);

export function isWaitedFor(job: JobName): boolean {
  return !reading.has(job);
}
