import { type Problem, problem } from '#model/result.ts';
import { signs } from '#model/sign.ts';
import { plainNumbers } from '../columns/parseNumber.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import type { InspectedTable, Inspection } from '../inspect/inspection.ts';
import { type AreasOfPlan, areaFinder, areasOfLayer } from '../join/areaKeys.ts';
import { writingRepairs } from '../join/keyRepairs.ts';
import { ProblemList } from '../pack/problemList.ts';
import { testOf } from '../recipe/conditions.ts';
import { joinTables } from '../recipe/joinedTable.ts';
import type { ImportData } from './importData.ts';
import { keyCandidates } from './keyCandidates.ts';
import type { ColumnPlan, ImportPlan, TablePlan } from './plan.ts';
import { cellsOf } from './readCells.ts';
import type { ColumnReview, KeyRepair, TableReview } from './review.ts';
import { cellReader } from './tableColumns.ts';

const histogramBins = 12;
const mostListed = 500;

/** A figure of a table over the areas, as far as it can be read. */
export interface ReadFigure {
  readonly variable: string;
  readonly year: number;
  /** Values by area key; NaN where a sign stands. */
  readonly values: ReadonlyMap<string, number>;
}

export interface ReviewedTable {
  readonly review: TableReview;
  readonly figures: readonly ReadFigure[];
  readonly problems: readonly Problem[];
}

interface Source {
  readonly plan: ImportPlan;
  readonly inspection: Inspection;
  readonly data: ImportData;
  readonly areas: AreasOfPlan;
  readonly context: ReadContext;
}

type Figure = Omit<ColumnPlan, 'column'> & { readonly column: string; readonly is: string | null };

/** How a table joins the areas of its level, and what its columns add up to. */
export async function reviewTable(table: TablePlan, source: Source): Promise<ReviewedTable> {
  const { plan, inspection, data, areas, context } = source;
  const inspected = inspection.tables.find(({ id }) => id === table.table);
  const rows = data.table(table.table);
  const level = plan.levels.find(({ id }) => id === table.level);
  const where = { file: inspected?.file ?? table.table };
  const empty = emptyReview(table);
  if (!inspected || !rows) {
    return { review: empty, figures: [], problems: [problem('plan-file-gone', { file: table.table })] };
  }
  if (!level) return { review: empty, figures: [], problems: [problem('plan-level-missing', {}, where)] };
  const key = cellReader(rows, table.key.columns);
  const keep = rowTest(table, rows);
  if (!key || !keep) {
    return { review: empty, figures: [], problems: [problem('plan-key-missing', {}, where)] };
  }
  const own = areas.of(level.id);
  const find = areaFinder(own, table.key);
  const yearOf = yearReader(table, rows);
  const figures = figuresOf(table);
  const readers = figures.map((figure) => figureReader(figure, table, rows));
  const name = nameReader(inspected, rows);
  const people = figures.findIndex(({ variable, role }) => variable === 'residents' && role === 'count');

  const seen = new Map<string, { readonly key: string; readonly rows: Set<number> }>();
  const matched = new Set<string>();
  const lost = new Map<string, number>();
  const onlyTable: TableReview['onlyTable'][number][] = [];
  const years = new Set<number>();
  const values = figures.map(() => new Map<number, Map<string, number>>());
  const found = figures.map((): Record<string, number> => ({}));
  const unread = figures.map((): { n: number; first: { row: number; text: string } | null } => ({
    n: 0,
    first: null,
  }));
  const badYears = { n: 0, row: 0, text: '' };
  let matchedRows = 0;
  let lostPeople = 0;
  let allPeople = 0;
  for (const [i, row] of rows.rows.entries()) {
    if (i % 5000 === 0) await context.pause(i, rows.rows.length);
    if (!keep(row)) continue;
    const cell = key(row);
    const area = find(cell);
    const residents = people < 0 ? null : (readers[people]?.(row)?.value ?? null);
    if (residents !== null && !Number.isNaN(residents)) allPeople += residents;
    if (area === null) {
      lost.set(cell, (lost.get(cell) ?? 0) + 1);
      if (residents !== null && !Number.isNaN(residents)) lostPeople += residents;
      if (onlyTable.length < mostListed)
        onlyTable.push({ row: row.row, key: cell, name: name?.(row) ?? null, residents });
      continue;
    }
    matchedRows++;
    matched.add(area);
    const rowYear = yearOf(row);
    if (rowYear !== null && Number.isNaN(rowYear)) {
      badYears.n++;
      if (badYears.n === 1) Object.assign(badYears, { row: row.row, text: cellText(row, rows, table) });
      continue;
    }
    for (const [f, figure] of figures.entries()) {
      const read = readers[f]?.(row);
      if (read === undefined) continue;
      const year = figure.year ?? rowYear;
      if (year !== null) years.add(year);
      const tally = unread[f];
      if (read === null) {
        if (tally) {
          tally.n++;
          tally.first ??= { row: row.row, text: readText(figure, row, rows) };
        }
        continue;
      }
      if (read.sign > 0) {
        const sign = signs[read.sign] ?? 'missing';
        const counts = found[f];
        if (counts) counts[sign] = (counts[sign] ?? 0) + 1;
      }
      const ofYear = values[f];
      const byArea = ofYear?.get(year ?? 0) ?? new Map<string, number>();
      ofYear?.set(year ?? 0, byArea);
      if (byArea.has(area)) repeat(seen, `${year} ${area}`, area, row.row);
      else byArea.set(area, read.value);
      const first = `${year} ${area}`;
      if (!seen.has(first)) seen.set(first, { key: area, rows: new Set([row.row]) });
    }
  }
  const repeated = [...seen.values()]
    .filter((one) => one.rows.size > 1)
    .map((one) => ({ key: one.key, rows: [...one.rows] }));
  const review: TableReview = {
    table: table.table,
    level: level.id,
    years: [...years].sort((a, b) => a - b),
    matched: matchedRows,
    onlyTable,
    onlyGeometry: [...own]
      .filter(([one]) => !matched.has(one))
      .map(([one, text]) => ({ key: one, name: text })),
    repeated: repeated.slice(0, mostListed),
    residents: people < 0 ? null : { lost: lostPeople, all: allPeople },
    repairs: repairsOf(table, inspected, rows, lost, matchedRows, keep, source),
    columns: figures.flatMap((figure, f) => columnReviews(figure, values[f] ?? new Map(), found[f] ?? {})),
  };
  const problems: Problem[] = [];
  if (matchedRows === 0) problems.push(problem('plan-nothing-matched', { level: level.familyPlural }, where));
  if (table.year.kind === 'fixed' && table.year.year === null)
    problems.push(problem('plan-year-missing', {}, where));
  if (table.year.kind === 'columns') {
    for (const figure of figures.filter(({ year }) => year === null))
      problems.push(problem('plan-column-year-missing', {}, { ...where, column: figure.column }));
  }
  if (badYears.n > 0)
    problems.push(
      problem('plan-year-unread', { n: badYears.n, example: badYears.text }, { ...where, row: badYears.row }),
    );
  const firstRepeated = repeated[0];
  if (firstRepeated)
    problems.push(
      problem(
        'plan-rows-repeated',
        {
          n: repeated.length,
          key: own.get(firstRepeated.key) ?? firstRepeated.key,
          rows: firstRepeated.rows.join(', '),
        },
        where,
      ),
    );
  figures.forEach((figure, f) => {
    const tally = unread[f];
    if (figure.decimal === '')
      problems.push(problem('plan-number-ambiguous', {}, { ...where, column: figure.column }));
    else if (tally?.first)
      problems.push(
        problem(
          'plan-number-unread',
          { n: tally.n, example: tally.first.text.slice(0, 40) },
          { ...where, row: tally.first.row, column: figure.column },
        ),
      );
  });
  const read = figures.flatMap(({ variable }, f) =>
    [...(values[f] ?? [])].map(([year, byArea]) => ({ variable, year, values: byArea })),
  );
  return { review, figures: read, problems };
}

function emptyReview({ table, level }: TablePlan): TableReview {
  return {
    table,
    level,
    years: [],
    matched: 0,
    onlyTable: [],
    onlyGeometry: [],
    repeated: [],
    residents: null,
    repairs: [],
    columns: [],
  };
}

function repeat(
  seen: Map<string, { readonly key: string; readonly rows: Set<number> }>,
  place: string,
  key: string,
  row: number,
): void {
  const known = seen.get(place);
  if (known) known.rows.add(row);
  else seen.set(place, { key, rows: new Set([row]) });
}

/** Rows that count: not left out, and as the conditions say. Null when a condition names no column. */
function rowTest(table: TablePlan, rows: TextTable): ((row: TextRow) => boolean) | null {
  const without = new Set(table.withoutRows);
  const ignored = new ProblemList();
  const joined = joinTables(rows, [], () => plainNumbers, ignored);
  const test = joined && testOf([...table.where], joined);
  return test && ((row) => !without.has(row.row) && test(row));
}

/** Null: the plan gives no year, or every column its own. NaN: the cell is no year. */
function yearReader({ year }: TablePlan, rows: TextTable): (row: TextRow) => number | null {
  if (year.kind === 'fixed') return () => year.year;
  if (year.kind === 'columns') return () => null;
  const cell = cellReader(rows, [year.column]);
  return (row) => {
    const text = cell?.(row) ?? '';
    return /^(19|20)\d\d$|^2100$/.test(text) ? Number(text) : NaN;
  };
}

function cellText(row: TextRow, rows: TextTable, { year }: TablePlan): string {
  return year.kind === 'column' ? (cellReader(rows, [year.column])?.(row) ?? '') : '';
}

function figuresOf(table: TablePlan): readonly Figure[] {
  const { pivot } = table;
  if (pivot) {
    return pivot.figures
      .filter(({ role, variable }) => role !== 'ignore' && variable !== '')
      .map((figure) => ({ ...figure, column: pivot.value, year: null, is: JSON.stringify(figure.is) }));
  }
  return table.columns
    .filter(({ role, variable }) => role !== 'ignore' && variable !== '')
    .map((column) => ({
      ...column,
      year: table.year.kind === 'columns' ? column.year : null,
      is: null,
    }));
}

type Read = ReturnType<ReturnType<typeof cellsOf>>;

/** `undefined`: the row is about another figure. Null: the cell is no number. */
function figureReader(
  figure: Figure,
  { pivot }: TablePlan,
  rows: TextTable,
): (row: TextRow) => Read | undefined {
  const cell = cellReader(rows, [figure.column]);
  const read = cellsOf(figure);
  if (!cell) return () => null;
  if (!pivot || figure.is === null) return (row) => read(cell(row));
  const by = pivot.by.map((name) => cellReader(rows, [name]));
  return (row) => {
    const is = JSON.stringify(by.map((one) => one?.(row) ?? ''));
    return is === figure.is ? read(cell(row)) : undefined;
  };
}

function readText(figure: Figure, row: TextRow, rows: TextTable): string {
  return cellReader(rows, [figure.column])?.(row) ?? '';
}

function nameReader(table: InspectedTable, rows: TextTable): ((row: TextRow) => string) | null {
  const named = table.columns.find(({ guess }) => guess.role === 'area-name' || guess.role === 'name');
  return named ? cellReader(rows, [named.name]) : null;
}

function columnReviews(
  figure: Figure,
  years: ReadonlyMap<number, ReadonlyMap<string, number>>,
  found: Readonly<Record<string, number>>,
): readonly ColumnReview[] {
  const newest = Math.max(...years.keys());
  const values = [...(years.get(newest)?.values() ?? [])].filter((value) => !Number.isNaN(value));
  const sum = values.reduce((all, value) => all + value, 0);
  const min = values.reduce((least, value) => Math.min(least, value), Infinity);
  const max = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return [
    {
      column: figure.column,
      variable: figure.variable,
      year: Number.isFinite(newest) && newest > 0 ? newest : null,
      city: values.length === 0 ? NaN : figure.role === 'count' ? sum : sum / values.length,
      histogram: histogramOf(values, min, max),
      min: values.length === 0 ? NaN : min,
      max: values.length === 0 ? NaN : max,
      signs: found,
      estimated: figure.role === 'share' && !!figure.base,
    },
  ];
}

function histogramOf(values: readonly number[], min: number, max: number): readonly number[] {
  const bins = new Array<number>(histogramBins).fill(0);
  for (const value of values) {
    const part = max > min ? (value - min) / (max - min) : 0;
    const bin = Math.min(histogramBins - 1, Math.floor(part * histogramBins));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return values.length === 0 ? [] : bins;
}

/** What else could be tried for the rows without an area, by how many rows it would match more. */
function repairsOf(
  table: TablePlan,
  inspected: InspectedTable,
  rows: TextTable,
  lost: ReadonlyMap<string, number>,
  matched: number,
  keep: (row: TextRow) => boolean,
  { plan, data, areas }: Source,
): readonly KeyRepair[] {
  if (lost.size === 0) return [];
  const own = areas.of(table.level);
  const repairs: KeyRepair[] = [...writingRepairs(lost, own)];
  const kept = rows.rows.filter(keep);
  const cells = (columns: readonly string[]): readonly string[] => {
    const cell = cellReader(rows, columns);
    return cell ? kept.map(cell) : [];
  };
  const present = cells(table.key.columns);
  const better = (
    kind: KeyRepair['kind'],
    to: string,
    texts: readonly string[],
    keys: ReadonlySet<string>,
  ): void => {
    const hits = texts.filter((text) => keys.has(text));
    const [example] = hits;
    if (hits.length > matched && example !== undefined)
      repairs.push({
        kind,
        to,
        more: hits.length - matched,
        example: [present[texts.indexOf(example)] ?? '', example],
      });
  };
  for (const level of plan.levels) {
    if (level.id !== table.level)
      better('other-level', level.id, present, new Set(areas.of(level.id).keys()));
  }
  const keys = new Set(own.keys());
  for (const columns of keyCandidates(inspected)) {
    const [column] = columns;
    if (columns.length === 1 && column !== undefined && !table.key.columns.includes(column))
      better('other-column', column, cells(columns), keys);
  }
  const level = plan.levels.find(({ id }) => id === table.level);
  const layer = level?.from.kind === 'layer' ? data.layer(level.from.layer) : null;
  if (level?.from.kind === 'layer' && layer && table.key.by === 'key') {
    const { from } = level;
    for (const property of Object.keys(layer.features[0]?.properties ?? {})) {
      if (property === from.key) continue;
      const others = areasOfLayer(layer, property, property, null);
      if (others.size >= own.size / 2) better('other-property', property, present, new Set(others.keys()));
    }
  }
  return repairs.sort((a, b) => b.more - a.more).slice(0, 12);
}
