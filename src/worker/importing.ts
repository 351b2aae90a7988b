import type { Study } from '#model/study.ts';
import type { JobContext, Workshop } from './host.ts';
import type { ImportJobs, OpenedStudy } from './jobs.ts';

/** Puts a study among those the worker answers about. */
export type Adopted = (study: Study, keep?: readonly string[]) => OpenedStudy;

export type ImportBench = Pick<Workshop, keyof ImportJobs>;

/** The jobs of an import, with the files they are about. */
export function createImportBench(_adopted: Adopted): ImportBench {
  const missing = (_input: unknown, _context: JobContext): never => {
    throw new Error('invalid job: not there yet');
  };
  return {
    inspect: missing,
    review: missing,
    nameProposals: missing,
    adopt: missing,
    renew: missing,
    replay: missing,
    forget: missing,
    describeService: missing,
    loadLayer: missing,
  };
}
