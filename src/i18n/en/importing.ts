import type { Catalogue } from '../i18n.ts';

export const importing: Catalogue['importing'] = {};
