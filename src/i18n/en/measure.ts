import type { Catalogue } from '../i18n.ts';

export const measure: Catalogue['measure'] = {};
