import { type Place, type Problem, problem } from '#model/result.ts';
import { padKey } from '../columns/padKey.ts';
import { marksOf, parseNumber, plainNumbers } from '../columns/parseNumber.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import { toWgs84 } from '../geometry/project.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { areaAtOf } from '../join/areaAt.ts';
import type { AreasOfPlan } from '../join/areaKeys.ts';
import { ProblemList } from '../pack/problemList.ts';
import { testOf } from '../recipe/conditions.ts';
import { joinTables } from '../recipe/joinedTable.ts';
import { cityLevel } from './cityLevel.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan, InstitutionPlan } from './plan.ts';
import { asideRows } from './proposeTable.ts';
import type { InstitutionReview } from './review.ts';
import { cellReader } from './tableColumns.ts';
import { wordCell } from './wordCell.ts';

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
  readonly notes: readonly Problem[];
  readonly placed: readonly ReviewedPlace[];
}

/** An institution that is taken over and of which coordinates are known. */
export interface ReviewedPlace {
  readonly place: readonly [number, number];
  readonly form: string;
  /** Null: not said. */
  readonly isPublic: boolean | null;
}

/** `outside`: no coordinates, but an area that is none of the city's. */
type RowPosition = (row: TextRow) => readonly [number, number] | 'inside' | 'outside' | null;

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
    const problems = [problem('plan-file-gone', { file: list.table })];
    return { review: emptyReview(list), problems, notes: [], placed: [] };
  }
  const problems: Problem[] = [];
  if (list.id === '') problems.push(problem('plan-institutions-without-id', {}, where));
  if (list.name === '') problems.push(problem('plan-institutions-without-name', {}, where));
  if (list.total !== null && list.year === null)
    problems.push(problem('plan-institutions-year-missing', {}, where));
  for (const column of columnsOf(list)) {
    if (!rows.header.includes(column)) problems.push(problem('plan-column-gone', { column }, where));
  }
  problems.push(...wordProblems(list, data));
  const joined = joinTables(rows, [], () => plainNumbers, new ProblemList());
  const test = joined && testOf([...list.where], joined);
  if (!test || problems.length > 0) return { review: emptyReview(list), problems, notes: [], placed: [] };
  const position = await positionReader(list, rows, source);
  const from = cityLevel(plan.levels)?.from;
  const areaAt = from?.kind === 'layer' ? await areaAtOf(from, data, context) : null;
  const format = { ...list, marks: marksOf(list.marks) };
  const total = list.total === null ? null : cellReader(rows, [list.total]);
  const counts = Object.values(list.counts).map((column) => cellReader(rows, [column]));
  const formCell = list.form === null ? null : wordCell(rows, list.form, list.formNames, data);
  const form = formCell && ((row: TextRow) => list.formOf?.[formCell(row)] ?? formCell(row));
  const provider = list.provider === null ? null : wordCell(rows, list.provider, list.providerNames, data);
  const same = (list.sameBy ?? []).map((column) => cellReader(rows, [column]));
  const hasNumber = (text: string): boolean => Number.isFinite(parseNumber(text, format)?.value ?? NaN);
  const seen = new Set<string>();
  const seenOutside = new Set<string>();
  const forms = new Map<string, number>();
  const words = new Map<string, number>();
  const placed: ReviewedPlace[] = [];
  const numbers = [...new Set([list.id, ...(list.sameBy ?? []).slice(0, 1)])].map((column) => ({
    column,
    cell: cellReader(rows, [column]),
    rows: new Map<string, number[]>(),
  }));
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
    const sameness = cells.length > 0 && cells[0] !== '' ? JSON.stringify(cells) : null;
    const place = position?.(row) ?? null;
    const isOutside =
      place === 'outside' ||
      (place !== null && place !== 'inside' && areaAt !== null && areaAt(...place) === null);
    if (isOutside && list.within) {
      if (sameness === null || !seenOutside.has(sameness)) tally.outside++;
      if (sameness !== null) seenOutside.add(sameness);
      continue;
    }
    if (sameness !== null) {
      if (seen.has(sameness)) {
        tally.repeated++;
        continue;
      }
      seen.add(sameness);
    }
    tally.institutions++;
    for (const number of numbers) {
      const text = number.cell?.(row) ?? '';
      if (text !== '') number.rows.set(text, [...(number.rows.get(text) ?? []), row.row]);
    }
    if (isOutside) tally.outside++;
    if (place !== null && place !== 'outside') tally.placed++;
    if (place !== null && typeof place !== 'string') {
      const said = provider?.(row) ?? '';
      const isPublic = said === '' ? null : list.publicWords.includes(said);
      placed.push({ place, form: name, isPublic });
    }
    const hasCounts = counts.length === 0 || counts.some((cell) => cell && hasNumber(cell(row)));
    if (total && hasNumber(total(row)) && hasCounts) tally.withFigures++;
    forms.set(name, (forms.get(name) ?? 0) + 1);
    const word = form?.(row) ?? '';
    if (word !== '') words.set(word, (words.get(word) ?? 0) + 1);
  }
  const review: InstitutionReview = {
    table: list.table,
    ...tally,
    leftOut: list.within ? tally.outside : 0,
    forms: counted(forms),
    words: counted(words),
  };
  const notes = numbers.flatMap(({ column, rows: found }) => repeatedNumber(found, { ...where, column }));
  return { review, problems, notes, placed };
}

/** One number on several rows that are all taken over: the same school twice, or two that share a number. */
function repeatedNumber(found: ReadonlyMap<string, readonly number[]>, where: Place): readonly Problem[] {
  const repeated = [...found].filter(([, rows]) => rows.length > 1);
  const [first] = repeated;
  if (!first) return [];
  const [id, rows] = first;
  const params = { n: repeated.length, id, rows: rows.join(', ') };
  return [problem('plan-institutions-id-repeated', params, { ...where, row: rows[0] ?? 0 })];
}

function counted(names: ReadonlyMap<string, number>): InstitutionReview['forms'] {
  return [...names].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

/** Tables that say what codes mean, or columns of theirs, that are not there. */
function wordProblems({ formNames, providerNames }: InstitutionPlan, data: ImportData): readonly Problem[] {
  return [formNames, providerNames].flatMap((names) => {
    if (!names) return [];
    const rows = data.table(names.table);
    if (!rows) return [problem('plan-file-gone', { file: names.table })];
    const gone = [names.key, names.name].filter((column) => !rows.header.includes(column));
    return gone.map((column) => problem('plan-column-gone', { column }, { file: names.table }));
  });
}

function emptyReview({ table }: InstitutionPlan): InstitutionReview {
  const none = { institutions: 0, placed: 0, outside: 0, leftOut: 0, withFigures: 0, repeated: 0 };
  return { table, ...none, forms: [], words: [] };
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
  { data, areas, inspection, plan }: Source,
): Promise<RowPosition | null> {
  const { position } = list;
  if (position.kind === 'none') return null;
  if (position.kind === 'area') {
    const cell = cellReader(rows, [position.column]);
    const known = areas.of(position.level);
    const unknown = position.level === cityLevel(plan.levels)?.id ? 'outside' : null;
    return (row) => {
      const key = padKey(cell?.(row) ?? '', position.pad);
      return known.has(key) ? 'inside' : key === '' ? null : unknown;
    };
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
