import type { Catalogue } from '../i18n.ts';

export const disclosure: Catalogue['disclosure'] = {};
