import { cli } from './cli.ts';
import { disclosure } from './disclosure.ts';
import { importing } from './importing.ts';
import { problems } from './problems.ts';
import { project } from './project.ts';

/** Loaded when it is needed (`loadWords`): imports, projects, problems, command line. */
export const later = {
  cli,
  disclosure,
  importing,
  problems,
  project,
};
