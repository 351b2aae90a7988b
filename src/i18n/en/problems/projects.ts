import type { projects as source } from '../../de/problems/projects.ts';

export const projects: Readonly<Record<keyof typeof source, string>> = {};
