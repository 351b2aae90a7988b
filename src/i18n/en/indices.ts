import type { Catalogue } from '../i18n.ts';

export const indices: Catalogue['indices'] = {};
