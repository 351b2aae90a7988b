import { formats } from './problems/formats.ts';
import { geometry } from './problems/geometry.ts';
import { pack } from './problems/pack.ts';
import { projects } from './problems/projects.ts';
import { recipes } from './problems/recipes.ts';
import { services } from './problems/services.ts';
import { tables } from './problems/tables.ts';

/** One sentence for every code of a `Problem`, by the part of the house that finds it. */
export const problems = {
  ...formats,
  ...geometry,
  ...pack,
  ...projects,
  ...recipes,
  ...services,
  ...tables,
} as const;
