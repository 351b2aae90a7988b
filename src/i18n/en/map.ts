import type { Catalogue } from '../i18n.ts';

export const map: Catalogue['map'] = {};
