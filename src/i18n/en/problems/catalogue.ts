import type { catalogue as source } from '../../de/problems/catalogue.ts';

/** Files that a recipe can do without. */
export const catalogue: Readonly<Record<keyof typeof source, string>> = {
  'file-left-out':
    'This file was not provided. What only it contains is missing. If you need it, please drop the file as well.',
  'file-left-out-offered':
    'This file was not provided. What only it contains is missing. It is offered here: {offered}',
};
