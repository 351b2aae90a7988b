import type { Catalogue } from '../i18n.ts';

export const project: Catalogue['project'] = {};
