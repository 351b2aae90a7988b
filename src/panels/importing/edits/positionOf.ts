import type { InspectedTable, Inspection } from '#import/inspect/inspection.ts';
import type { ImportPlan, InstitutionPlan } from '#import/plan/plan.ts';

export const positionKinds = ['coordinates', 'table', 'area', 'none'] as const;

/** A way of placing institutions, with the columns that look most like it. */
export function positionOf(
  kind: (typeof positionKinds)[number],
  table: InspectedTable,
  { tables }: Inspection,
  plan: ImportPlan,
): InstitutionPlan['position'] {
  switch (kind) {
    case 'coordinates':
      return { kind, x: named(table, 'x'), y: named(table, 'y'), crs: 'EPSG:4326' };
    case 'table': {
      const other =
        tables.find((one) => one.id !== table.id && named(one, 'x') !== '') ??
        tables.find((one) => one.id !== table.id);
      return {
        kind,
        table: other?.id ?? '',
        on: named(table, 'institution-key'),
        key: other ? named(other, 'institution-key') : '',
        x: other ? named(other, 'x') : '',
        y: other ? named(other, 'y') : '',
        crs: 'EPSG:4326',
      };
    }
    case 'area':
      return { kind, level: plan.levels[0]?.id ?? '', column: named(table, 'area-key'), pad: null };
    case 'none':
      return { kind };
  }
}

function named(table: InspectedTable, role: InspectedTable['columns'][number]['guess']['role']): string {
  return table.columns.find(({ guess }) => guess.role === role)?.name ?? '';
}
