import type { spatial as source } from '../../de/indices/spatial.ts';

export const spatial: Readonly<Record<keyof typeof source, string>> = {};
