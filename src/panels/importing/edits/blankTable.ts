import type { InspectedColumn, InspectedTable } from '#import/inspect/inspection.ts';
import type { ColumnPlan, ImportPlan, InstitutionPlan, TablePlan } from '#import/plan/plan.ts';
import { FigureIds, proposeColumns } from '#import/plan/proposeColumns.ts';
import { plainTable, proposeYear } from '#import/plan/proposeTable.ts';
import { yearIn } from '#import/plan/yearsIn.ts';

/** A column as it would be read when nothing has been said about it. */
export function blankColumn(column: InspectedColumn): ColumnPlan {
  const { number } = column;
  return {
    column: column.name,
    role: 'ignore',
    variable: '',
    name: column.name,
    unit: number?.percent ? 'share' : 'persons',
    decimal: number?.decimal ?? ',',
    thousands: number?.thousands ?? '',
    percent: number?.percent ?? false,
    marks: number?.marks.map(({ value, label }) => ({ value, label })) ?? [],
    base: null,
    rounding: null,
    year: column.year,
  };
}

/** A table that was not proposed for figures of areas, as one. */
export function blankTable(table: InspectedTable, plan: ImportPlan): TablePlan {
  const key = byGuess(table, 'area-key') ?? table.columns.find((column) => column.key !== null);
  const columns = table.keyParts ?? (key ? [key.name] : []);
  const year = proposeYear(table, columns);
  const level = plan.levels[0]?.id ?? '';
  return {
    ...plainTable(table),
    use: 'areas',
    level,
    key: { columns, pad: key?.key?.padTo ?? null, by: 'key', map: {} },
    year,
    columns: proposeColumns(table, level, columns, year, new FigureIds(plan.tables)),
  };
}

/** A table that was not proposed as one of schools or kitas, as one. */
export function blankInstitutions(table: InspectedTable): InstitutionPlan {
  const named = (role: InspectedColumn['guess']['role']) => byGuess(table, role)?.name ?? null;
  const id = named('institution-key') ?? table.columns.find(({ key }) => key?.unique)?.name ?? '';
  const [x, y] = [named('x'), named('y')];
  const area = named('area-key');
  const number = table.columns.find((column) => column.number !== null)?.number;
  return {
    table: table.id,
    use: 'institutions',
    kind: /kita|tageseinrichtung|krippe/i.test(table.id) ? 'kita' : 'school',
    head: { first: table.shape.headFirst, last: table.shape.headLast },
    where: [],
    id,
    name: named('name') ?? table.columns.find(({ type }) => type === 'text')?.name ?? '',
    form: null,
    formName: /kita/i.test(table.id) ? 'Kita' : 'Schule',
    provider: null,
    publicWords: [],
    position:
      x !== null && y !== null
        ? { kind: 'coordinates', x, y, crs: 'EPSG:4326' }
        : area !== null
          ? { kind: 'area', level: '', column: area, pad: null }
          : { kind: 'none' },
    capacity: null,
    address: null,
    year: yearIn(table.id),
    total: null,
    counts: {},
    decimal: number?.decimal ?? ',',
    thousands: number?.thousands ?? '',
    marks: number?.marks.map(({ value, label }) => ({ value, label })) ?? [],
  };
}

function byGuess(table: InspectedTable, role: InspectedColumn['guess']['role']): InspectedColumn | undefined {
  return table.columns.find((column) => column.guess.role === role);
}
