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
  'pack-needs-renew': '--year and --write belong to --renew FOLDER.',
  'pack-year-invalid': '“{year}” is no year.',
  'pack-no-folder': 'The folder “{path}” cannot be read: {reason}.',
  'pack-too-large': '“{path}” is too large and is not read.',
  'pack-renew-file': '“{now}” takes the place of “{before}”.',
  'pack-renew-file-year': '“{now}” ({year}) follows “{before}”.',
  'pack-renew-source': 'Source “{source}”: dated “{before}” before, “{now}” now; please check.',
  'pack-renew-nothing': 'None of the files is new.',
  'pack-renew-same': 'Everything else is as before.',
  'pack-renew-differences': '{n|One difference|# differences}:',
  'pack-renew-refused': 'The recipe cannot be applied like this. {n|One problem|# problems}:',
  'pack-renew-written': 'New recipe written to “{path}”.',
};
