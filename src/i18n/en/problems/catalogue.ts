import type { catalogue as source } from '../../de/problems/catalogue.ts';

/** Files that a recipe can do without. */
export const catalogue: Readonly<Record<keyof typeof source, string>> = {
  'file-left-out': 'This file is not here. What only stands in it is missing.',
  'file-left-out-offered':
    'This file is not here. What only stands in it is missing. It is offered here: {offered}',
};
