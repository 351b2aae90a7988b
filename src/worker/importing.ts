import type { JobContext, Workshop } from './host.ts';
import type { ImportJobs } from './jobs.ts';
import type { Adopt } from './shelf.ts';

export type ImportBench = Pick<Workshop, keyof ImportJobs>;

/** The jobs of an import, with the files they are about. */
export function createImportBench(_adopt: Adopt): ImportBench {
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
    importFiles: missing,
    forget: missing,
    describeService: missing,
    loadLayer: missing,
  };
}
