import type { Catalogue } from '../i18n.ts';

export const app: Catalogue['app'] = {};
