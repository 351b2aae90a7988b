import type { Catalogue } from '../i18n.ts';

export const project: Catalogue['project'] = {
  'wanting-title': 'Data of the project “{title}”',
  'wanting-text':
    'The project was saved without its data. {n|This file is|These # files are} still missing. Names do not matter: files are recognised by their contents (checksum).',
  'wanting-choose': 'Choose files …',
  'wanting-size': '{kilobytes} kB',
};
