import type { Catalogue } from '../i18n.ts';

export const institutions: Catalogue['institutions'] = {};
