import type { layers as source } from '../../de/problems/layers.ts';

export const layers: Readonly<Record<keyof typeof source, string>> = {};
