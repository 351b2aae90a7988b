import type { recipes as source } from '../../de/problems/recipes.ts';

export const recipes: Readonly<Record<keyof typeof source, string>> = {};
