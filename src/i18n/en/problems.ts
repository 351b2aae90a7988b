import type { Catalogue } from '../i18n.ts';
import { catalogue } from './problems/catalogue.ts';
import { formats } from './problems/formats.ts';
import { geometry } from './problems/geometry.ts';
import { layers } from './problems/layers.ts';
import { pack } from './problems/pack.ts';
import { plans } from './problems/plans.ts';
import { projects } from './problems/projects.ts';
import { recipes } from './problems/recipes.ts';
import { services } from './problems/services.ts';

export const problems: Catalogue['problems'] = {
  ...catalogue,
  ...formats,
  ...geometry,
  ...layers,
  ...pack,
  ...plans,
  ...projects,
  ...recipes,
  ...services,
};
