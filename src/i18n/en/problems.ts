import type { Catalogue } from '../i18n.ts';

export const problems: Catalogue['problems'] = {};
