import type { concentration as source } from '../../de/indices/concentration.ts';

export const concentration: Readonly<Record<keyof typeof source, string>> = {};
