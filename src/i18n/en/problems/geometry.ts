import type { geometry as source } from '../../de/problems/geometry.ts';

export const geometry: Readonly<Record<keyof typeof source, string>> = {};
