import type { plans as source } from '../../de/problems/plans.ts';

export const plans: Readonly<Record<keyof typeof source, string>> = {};
