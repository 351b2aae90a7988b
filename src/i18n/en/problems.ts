import type { Catalogue } from '../i18n.ts';
import { formats } from './problems/formats.ts';
import { geometry } from './problems/geometry.ts';
import { pack } from './problems/pack.ts';
import { projects } from './problems/projects.ts';
import { recipes } from './problems/recipes.ts';
import { services } from './problems/services.ts';
import { tables } from './problems/tables.ts';

export const problems: Catalogue['problems'] = {
  ...formats,
  ...geometry,
  ...pack,
  ...projects,
  ...recipes,
  ...services,
  ...tables,
};
