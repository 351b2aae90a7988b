import type { Catalogue } from '../i18n.ts';

export const charts: Catalogue['charts'] = {
  'no-values': 'No values',
  'new-vintage': 'new boundaries',
};
