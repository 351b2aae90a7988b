import type { Catalogue } from '../i18n.ts';

export const need: Catalogue['need'] = {};
