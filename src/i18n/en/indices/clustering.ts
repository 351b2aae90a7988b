import type { clustering as source } from '../../de/indices/clustering.ts';

export const clustering: Readonly<Record<keyof typeof source, string>> = {};
