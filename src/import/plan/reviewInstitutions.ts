import { type Problem, problem } from '#model/result.ts';
import { padKey } from '../columns/padKey.ts';
import { marksOf, parseNumber, plainNumbers } from '../columns/parseNumber.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import { toWgs84 } from '../geometry/project.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { type AreaAt, areaAtOf } from '../join/areaAt.ts';
import type { AreasOfPlan } from '../join/areaKeys.ts';
import { ProblemList } from '../pack/problemList.ts';
import { testOf } from '../recipe/conditions.ts';
import { joinTables } from '../recipe/joinedTable.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan, InstitutionPlan } from './plan.ts';
import { asideRows } from './proposeTable.ts';
import type { InstitutionReview } from './review.ts';
import { cellReader } from './tableColumns.ts';

interface Source {
  readonly plan: ImportPlan;
  readonly inspection: Inspection;
  readonly data: ImportData;
  readonly areas: AreasOfPlan;
  readonly context: ReadContext;
}

export interface ReviewedInstitutions {
  readonly review: InstitutionReview;
  readonly problems: readonly Problem[];
}

type RowPosition = (row: TextRow) => readonly [number, number] | 'inside' | null;

/** How many institutions a list has, how many of them have a place in the city, and how many have figures. */
export async function reviewInstitutions(
  list: InstitutionPlan,
  source: Source,
): Promise<ReviewedInstitutions> {
  const { plan, inspection, data, context } = source;
  const inspected = inspection.tables.find(({ id }) => id === list.table);
  const file = inspected?.file ?? list.table;
  const aside = new Set(inspected ? asideRows(inspected) : []);
  const where = { file };
  const rows = data.table(list.table);
  if (!rows) {
    return { review: emptyReview(list), problems: [problem('plan-file-gone', { file: list.table })] };
  }
  const problems: Problem[] = [];
  if (list.id === '') problems.push(problem('plan-institutions-without-id', {}, where));
  if (list.name === '') problems.push(problem('plan-institutions-without-name', {}, where));
  if (list.total !== null && list.year === null)
    problems.push(problem('plan-institutions-year-missing', {}, where));
  for (const column of columnsOf(list)) {
    if (!rows.header.includes(column)) problems.push(problem('plan-column-gone', { column }, where));
  }
  const joined = joinTables(rows, [], () => plainNumbers, new ProblemList());
  const test = joined && testOf([...list.where], joined);
  if (!test || problems.length > 0) return { review: emptyReview(list), problems };
  const position = await positionReader(list, rows, source);
  const finest = plan.levels.find(({ from }) => from.kind === 'layer');
  const areaAt: AreaAt | null = finest ? await areaAtOf(finest, data, context) : null;
  const format = { ...list, marks: marksOf(list.marks) };
  const total = list.total === null ? null : cellReader(rows, [list.total]);
  const counts = Object.values(list.counts).map((column) => cellReader(rows, [column]));
  const form = list.form === null ? null : cellReader(rows, [list.form]);
  const same = (list.sameBy ?? []).map((column) => cellReader(rows, [column]));
  const hasNumber = (text: string): boolean => Number.isFinite(parseNumber(text, format)?.value ?? NaN);
  const seen = new Set<string>();
  const forms = new Map<string, number>();
  const tally = { institutions: 0, placed: 0, outside: 0, withFigures: 0, repeated: 0 };
  // As they are built: of institutions listed under several forms the most frequent one stays.
  const formName = (row: TextRow): string => {
    const word = form?.(row) || list.formName;
    return form && list.formWords && !list.formWords.includes(word) ? list.formName : word;
  };
  const order = new Map([...(list.formWords ?? []), list.formName].map((word, place) => [word, place]));
  const kept = rows.rows
    .filter((row) => !aside.has(row.row) && test(row))
    .map((row) => ({ row, name: formName(row) }))
    .sort((one, other) => (order.get(one.name) ?? order.size) - (order.get(other.name) ?? order.size));
  for (const [i, { row, name }] of kept.entries()) {
    if (i % 2000 === 0) await context.pause(i, kept.length);
    const cells = same.map((cell) => cell?.(row) ?? '');
    if (cells.length > 0 && cells[0] !== '') {
      const sameness = JSON.stringify(cells);
      if (seen.has(sameness)) {
        tally.repeated++;
        continue;
      }
      seen.add(sameness);
    }
    tally.institutions++;
    const place = position?.(row) ?? null;
    if (place !== null) {
      tally.placed++;
      if (place !== 'inside' && areaAt && areaAt(...place) === null) tally.outside++;
    }
    const hasCounts = counts.length === 0 || counts.some((cell) => cell && hasNumber(cell(row)));
    if (total && hasNumber(total(row)) && hasCounts) tally.withFigures++;
    forms.set(name, (forms.get(name) ?? 0) + 1);
  }
  const review: InstitutionReview = {
    table: list.table,
    ...tally,
    forms: [...forms].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
  };
  return { review, problems };
}

function emptyReview({ table }: InstitutionPlan): InstitutionReview {
  return { table, institutions: 0, placed: 0, outside: 0, withFigures: 0, repeated: 0, forms: [] };
}

function columnsOf({
  id,
  name,
  form,
  provider,
  position,
  capacity,
  address,
  total,
  counts,
  sameBy = [],
}: InstitutionPlan) {
  const placed =
    position.kind === 'coordinates'
      ? [position.x, position.y]
      : position.kind === 'table'
        ? [position.on]
        : position.kind === 'area'
          ? [position.column]
          : [];
  return [
    id,
    name,
    form,
    provider,
    capacity,
    address,
    total,
    ...Object.values(counts),
    ...sameBy,
    ...placed,
  ].filter((column): column is string => column !== null && column !== '');
}

async function positionReader(
  list: InstitutionPlan,
  rows: TextTable,
  { data, areas, inspection }: Source,
): Promise<RowPosition | null> {
  const { position } = list;
  if (position.kind === 'none') return null;
  if (position.kind === 'area') {
    const cell = cellReader(rows, [position.column]);
    const known = areas.of(position.level);
    return (row) => (known.has(padKey(cell?.(row) ?? '', position.pad)) ? 'inside' : null);
  }
  const project = await toWgs84(position.crs);
  const register = inspection.tables.find(({ id }) => position.kind === 'table' && id === position.table);
  const found = register?.columns.find(({ name }) => name === position.x)?.number;
  const { decimal, thousands, marks } = found ?? list;
  const format = { decimal, thousands, marks: marksOf(marks) };
  const other = position.kind === 'table' ? data.table(position.table) : rows;
  const x = other && cellReader(other, [position.x]);
  const y = other && cellReader(other, [position.y]);
  if (!project || !other || !x || !y) return null;
  const placeOf = (row: TextRow): readonly [number, number] | null => {
    const [east, north] = [x, y].map((cell) => parseNumber(cell(row), format)?.value ?? NaN);
    if (east === undefined || north === undefined || Number.isNaN(east + north)) return null;
    return east === 0 && north === 0 ? null : project(east, north);
  };
  if (position.kind === 'coordinates') return placeOf;
  const on = cellReader(rows, [position.on]);
  const key = cellReader(other, [position.key]);
  if (!on || !key) return null;
  const byKey = new Map(other.rows.map((row) => [key(row), row]));
  return (row) => {
    const match = on(row) === '' ? undefined : byKey.get(on(row));
    return match ? placeOf(match) : null;
  };
}
