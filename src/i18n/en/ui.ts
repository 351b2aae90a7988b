import type { Catalogue } from '../i18n.ts';

export const ui: Catalogue['ui'] = {};
