import { catalogue } from './problems/catalogue.ts';
import { formats } from './problems/formats.ts';
import { geometry } from './problems/geometry.ts';
import { layers } from './problems/layers.ts';
import { pack } from './problems/pack.ts';
import { plans } from './problems/plans.ts';
import { projects } from './problems/projects.ts';
import { recipes } from './problems/recipes.ts';
import { services } from './problems/services.ts';

/** One sentence for every code of a `Problem`, by the part of the house that finds it. */
export const problems = {
  ...catalogue,
  ...formats,
  ...geometry,
  ...layers,
  ...pack,
  ...plans,
  ...projects,
  ...recipes,
  ...services,
} as const;
