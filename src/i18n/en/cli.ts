import type { Catalogue } from '../i18n.ts';

export const cli: Catalogue['cli'] = {
  'pack-summary': 'Builds a data pack from official files by a recipe',
  'pack-help': `Usage: npm run pack -- RECIPE --source FOLDER --out FOLDER

Builds a data pack from the files as their publishers offer them. The app opens it,
and the commands measure and need read it.

  RECIPE           recipe file, for example data/berlin/recipe.json
  --source FOLDER  folder with the source files; which ones, and where they are
                   offered, stands in the recipe under “files”
  --out FOLDER     target folder; it is made, files of the same names are replaced

Example: npm run pack -- data/berlin/recipe.json --source ../sources/berlin --out packs/berlin

What is wrong is named with file, row and column; nothing is written then
(exit code 1). Wrong usage: exit code 2.`,
  'pack-needs-recipe': 'Exactly one recipe file is needed.',
  'pack-needs-folders': '--source FOLDER and --out FOLDER are needed.',
  'pack-no-recipe': 'The recipe file “{path}” cannot be read.',
  'pack-refused': 'No data pack written. {n|One problem|# problems}:',
  'pack-written': 'Written to “{path}”: {n} files, {megabytes} MB.',
  'pack-notes': 'Notes:',
  'pack-level': 'Level {level}: {n} areas, figures from finer levels only',
  'pack-level-years': 'Level {level}: {n} areas, figures {first} to {last}',
  'pack-form':
    '{form}: {n} in the pack, {figures} with figures on composition, {placed} of these with a position ({positions} with a position in all)',
  'pack-contents':
    '{indicators} indicators, {groups} groups, {catchments} catchments, {programmes} programme areas, {editions} monitoring editions',
};
