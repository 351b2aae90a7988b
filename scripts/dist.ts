import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The built app: `dist/`, or the folder that `QUARTIERLUPE_DIST` names. The test command builds into one of its own, so
 * that it neither replaces what is being looked at nor is disturbed by another build.
 */
export const distFolder = resolve(root, process.env.QUARTIERLUPE_DIST ?? 'dist');
