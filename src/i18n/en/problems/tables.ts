import type { tables as source } from '../../de/problems/tables.ts';

export const tables: Readonly<Record<keyof typeof source, string>> = {};
