import type { Catalogue } from '../i18n.ts';

export const cli: Catalogue['cli'] = {
  'pack-summary': 'Builds a data pack from official files by a recipe',
  'pack-needs-recipe': 'Exactly one recipe file is needed.',
  'pack-needs-folders': '--source FOLDER and --out FOLDER are needed.',
  'pack-no-recipe': 'The recipe file “{path}” cannot be read.',
  'pack-refused': 'No data pack written. {n|One problem|# problems}:',
  'pack-not-written': 'Cannot write to “{path}”: {reason}.',
  'pack-written': 'Written to “{path}”: {n} files, {megabytes} MB.',
  'pack-notes': 'Notes:',
  'pack-level': 'Level {level}: {n} areas, figures from finer levels only',
  'pack-level-years': 'Level {level}: {n} areas, figures {first} to {last}',
  'pack-form':
    '{form}: {n} in the pack, {figures} with figures on composition, {placed} of these with a position ({positions} with a position in all)',
  'pack-contents':
    '{indicators} indicators, {groups} groups, {catchments} catchments, {programmes} programme areas, {editions} monitoring editions',
};
