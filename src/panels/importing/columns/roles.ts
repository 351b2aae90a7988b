import type { ColumnRole } from '#import/plan/plan.ts';

/** In the order in which they are offered. */
export const columnRoles: readonly ColumnRole[] = ['count', 'share', 'value', 'ignore'];
