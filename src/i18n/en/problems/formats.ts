import type { formats as source } from '../../de/problems/formats.ts';

export const formats: Readonly<Record<keyof typeof source, string>> = {};
