import type { Catalogue } from '../i18n.ts';

export const explore: Catalogue['explore'] = {};
