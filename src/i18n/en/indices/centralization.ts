import type { centralization as source } from '../../de/indices/centralization.ts';

export const centralization: Readonly<Record<keyof typeof source, string>> = {};
