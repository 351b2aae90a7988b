import { type Place, type Problem, problem } from '#model/result.ts';
import { signs } from '#model/sign.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import type { InspectedTable, Inspection } from '../inspect/inspection.ts';
import { type AreaNames, type AreasOfPlan, areasOfLayer, areNames, keysByName } from '../join/areaKeys.ts';
import { writingRepairs } from '../join/keyRepairs.ts';
import { familyText } from './familyWords.ts';
import type { ImportData } from './importData.ts';
import { keyCandidates } from './keyCandidates.ts';
import type { ImportPlan, LevelPlan, TablePlan } from './plan.ts';
import type { ColumnReview, KeyRepair, TableReview } from './review.ts';
import { cellReader } from './tableColumns.ts';
import { type FigureCell, type TableFigure, type TableReader, tableReader } from './tableReader.ts';

const histogramBins = 12;
const mostListed = 500;
const mostExamples = 5;
/** Shares may be a little above 100 % (people counted at one place and not at another), not far. */
const mostShare = 1.5;

/** A figure of a table over the areas, as far as it can be read. */
export interface ReadFigure {
  readonly variable: string;
  readonly year: number;
  /** Values by area key; NaN where a sign stands. */
  readonly values: ReadonlyMap<string, number>;
  /** Where the value of an area stands. */
  at(area: string): Place;
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

/** How a table joins the areas of its level, and what its columns add up to. */
export async function reviewTable(table: TablePlan, source: Source): Promise<ReviewedTable> {
  const { plan, inspection, data, areas, context } = source;
  const inspected = inspection.tables.find(({ id }) => id === table.table);
  const rows = data.table(table.table);
  const level = plan.levels.find(({ id }) => id === table.level);
  const where = { file: inspected?.file ?? table.table };
  const refused = (code: Problem): ReviewedTable => ({
    review: emptyReview(table),
    figures: [],
    problems: [code],
  });
  if (!inspected || !rows) return refused(problem('plan-file-gone', { file: table.table }));
  if (!level) return refused(problem('plan-level-missing', {}, where));
  const gone = columnsOf(table).find((column) => !rows.header.includes(column));
  if (gone !== undefined) return refused(problem('plan-column-gone', { column: gone }, where));
  const own = areas.of(level.id);
  const reader = tableReader(table, rows, own);
  if (!reader) return refused(problem('plan-key-missing', {}, where));
  const tally = new Tally(reader);
  const name = nameReader(inspected, rows);
  for (const [i, row] of rows.rows.entries()) {
    if (i % 5000 === 0) await context.pause(i, rows.rows.length);
    if (reader.keep(row)) tally.take(row, name);
  }
  return {
    review: {
      table: table.table,
      level: level.id,
      years: tally.years(),
      matched: tally.matchedRows,
      onlyTable: tally.onlyTable,
      onlyGeometry: [...own]
        .filter(([key]) => !tally.matched.has(key))
        .map(([key, text]) => ({ key, name: text })),
      repeated: tally.repeated().slice(0, mostListed),
      residents: tally.residents(),
      repairs: repairsOf(table, inspected, rows, reader, tally, source),
      columns: reader.figures.map((figure, f) => tally.columnReview(figure, f)),
    },
    figures: tally.figures(where),
    problems: problemsOf(table, level, reader, tally, own, where),
  };
}

function columnsOf({ key, year, columns, pivot, where }: TablePlan): readonly string[] {
  const figures = pivot
    ? [...pivot.by, pivot.value]
    : columns.filter(({ role }) => role !== 'ignore').map(({ column }) => column);
  const years = year.kind === 'column' ? [year.column] : [];
  return [...key.columns, ...years, ...figures, ...where.map(({ column }) => column)];
}

interface Column {
  /** By year (0: not said), then by area. */
  readonly values: Map<number, Map<string, number>>;
  readonly signs: Record<string, number>;
  unread: number;
  firstUnread: { readonly row: number; readonly text: string } | null;
  negative: number;
  firstNegative: { readonly row: number; readonly text: string } | null;
}

/** What is counted while a table is read once. */
class Tally {
  readonly #reader: TableReader;
  readonly #people: number;
  readonly #columns: readonly Column[];
  readonly #places = new Map<string, { readonly key: string; readonly rows: Set<number> }>();
  readonly lost = new Map<string, number>();
  readonly matched = new Set<string>();
  readonly onlyTable: TableReview['onlyTable'][number][] = [];
  readonly badYears = { n: 0, row: 0, texts: new Set<string>() };
  matchedRows = 0;
  readonly #residents = new Map<number, { lost: number; all: number }>();

  constructor(reader: TableReader) {
    this.#reader = reader;
    this.#people = reader.figures.findIndex(
      ({ variable, role }) => variable === 'residents' && role === 'count',
    );
    this.#columns = reader.figures.map(() => ({
      values: new Map(),
      signs: {},
      unread: 0,
      firstUnread: null,
      negative: 0,
      firstNegative: null,
    }));
  }

  take(row: TextRow, name: ((row: TextRow) => string) | null): void {
    const cell = this.#reader.key(row);
    const area = this.#reader.area(cell);
    const year = this.#reader.year(row);
    const cells = this.#reader.cells(row, year);
    const people = cells.find(({ figure }) => figure === this.#people)?.cell?.value ?? NaN;
    if (!Number.isNaN(people)) this.#addPeople(year ?? 0, people, area === null);
    if (area === null) {
      this.lost.set(cell, (this.lost.get(cell) ?? 0) + 1);
      if (this.onlyTable.length < mostListed)
        this.onlyTable.push({
          row: row.row,
          key: cell,
          name: name?.(row) ?? null,
          residents: Number.isNaN(people) ? null : people,
        });
      return;
    }
    this.matchedRows++;
    this.matched.add(area);
    if (year !== null && Number.isNaN(year)) {
      if (this.badYears.n++ === 0) this.badYears.row = row.row;
      if (this.badYears.texts.size < mostExamples) this.badYears.texts.add(this.#reader.yearText(row));
      return;
    }
    for (const one of cells) this.#put(one, area, row.row);
  }

  #put({ figure, cell, text, year }: FigureCell, area: string, row: number): void {
    const column = this.#columns[figure];
    if (!column) return;
    if (!cell) {
      column.unread++;
      column.firstUnread ??= { row, text };
      return;
    }
    if (cell.sign > 0) {
      const sign = signs[cell.sign] ?? 'missing';
      column.signs[sign] = (column.signs[sign] ?? 0) + 1;
    }
    if (cell.value < 0) {
      column.negative++;
      column.firstNegative ??= { row, text };
    }
    const byArea = column.values.get(year ?? 0) ?? new Map<string, number>();
    column.values.set(year ?? 0, byArea);
    const place = placeOf(year ?? 0, area, this.#reader.figures[figure]?.variable ?? '');
    const known = this.#places.get(place);
    if (known) known.rows.add(row);
    else this.#places.set(place, { key: area, rows: new Set([row]) });
    if (!byArea.has(area)) byArea.set(area, cell.value);
  }

  column(figure: number): Column | undefined {
    return this.#columns[figure];
  }

  years(): readonly number[] {
    const years = new Set(this.#columns.flatMap(({ values }) => [...values.keys()]));
    return [...years].filter((year) => year > 0).sort((a, b) => a - b);
  }

  /** Each set of rows once, however many figures they repeat. */
  repeated(): TableReview['repeated'] {
    const found = new Map<string, TableReview['repeated'][number]>();
    for (const { key, rows } of this.#places.values()) {
      if (rows.size > 1) found.set(`${key} ${[...rows].join()}`, { key, rows: [...rows] });
    }
    return [...found.values()];
  }

  #addPeople(year: number, people: number, isLost: boolean): void {
    const sums = this.#residents.get(year) ?? { lost: 0, all: 0 };
    this.#residents.set(year, sums);
    sums.all += people;
    if (isLost) sums.lost += people;
  }

  /** Of the newest year: the same people live there every year. */
  residents(): TableReview['residents'] {
    const years = [...this.#residents.keys()].filter((year) => !Number.isNaN(year));
    return this.#residents.get(Math.max(...years)) ?? null;
  }

  figures(where: Place): readonly ReadFigure[] {
    return this.#reader.figures.flatMap(({ variable, column }, f) =>
      [...(this.#columns[f]?.values ?? [])].map(([year, values]) => ({
        variable,
        year,
        values,
        at: (area) => {
          const place = this.#places.get(placeOf(year, area, variable));
          const [row] = place?.rows ?? [];
          return { ...where, column, ...(row === undefined ? {} : { row }) };
        },
      })),
    );
  }

  columnReview(figure: TableFigure, f: number): ColumnReview {
    const years = this.#columns[f]?.values ?? new Map<number, Map<string, number>>();
    const asked = [...years.keys()].filter((year) => !figure.withoutYears?.includes(year));
    const newest = asked.length === 0 ? 0 : Math.max(...asked);
    const values = [...(years.get(newest)?.values() ?? [])].filter((value) => !Number.isNaN(value));
    const sum = values.reduce((all, value) => all + value, 0);
    const min = values.reduce((least, value) => Math.min(least, value), Infinity);
    const max = values.reduce((most, value) => Math.max(most, value), -Infinity);
    const isKnown = values.length > 0;
    return {
      column: figure.column,
      variable: figure.variable,
      year: newest > 0 ? newest : null,
      city: isKnown ? (figure.role === 'count' ? sum : sum / values.length) : NaN,
      histogram: isKnown ? histogramOf(values, min, max) : [],
      min: isKnown ? min : NaN,
      max: isKnown ? max : NaN,
      signs: this.#columns[f]?.signs ?? {},
      estimated: figure.role === 'share' && !!figure.base,
    };
  }
}

function placeOf(year: number, area: string, variable: string): string {
  return `${year} ${area} ${variable}`;
}

function problemsOf(
  table: TablePlan,
  level: LevelPlan,
  reader: TableReader,
  tally: Tally,
  areas: AreaNames,
  where: Place,
): readonly Problem[] {
  const problems: Problem[] = [];
  const { year } = table;
  if (tally.matchedRows === 0) {
    const isNamed = table.key.by === 'key' && areNames(areas);
    problems.push(
      problem(
        isNamed ? 'plan-names-unconfirmed' : 'plan-nothing-matched',
        { level: familyText(level.familyPlural, 'plural') },
        where,
      ),
    );
  }
  if (year.kind === 'fixed' && year.year === null) problems.push(problem('plan-year-missing', {}, where));
  if (year.kind === 'columns') {
    for (const figure of reader.figures.filter((one) => one.year === null))
      problems.push(problem('plan-column-year-missing', {}, { ...where, column: figure.column }));
  }
  const { badYears } = tally;
  if (badYears.n > 0)
    problems.push(
      problem(
        'plan-year-unread',
        { n: badYears.n, example: [...badYears.texts].join(', ') },
        {
          ...where,
          row: badYears.row,
          ...(year.kind === 'column' ? { column: year.column } : {}),
        },
      ),
    );
  const repeated = tally.repeated();
  const [first] = repeated;
  if (first) {
    const params = {
      n: repeated.length,
      key: areas.get(first.key) ?? first.key,
      rows: first.rows.join(', '),
    };
    problems.push(problem('plan-rows-repeated', params, where));
  }
  reader.figures.forEach((figure, f) => {
    const column = tally.column(f);
    const at = { ...where, column: figure.column };
    const example = (one: { readonly text: string }): string => one.text.slice(0, 40);
    if (figure.decimal === '') problems.push(problem('plan-number-ambiguous', {}, at));
    else if (column?.firstUnread) {
      const { firstUnread, unread } = column;
      const params = { n: unread, example: example(firstUnread) };
      problems.push(problem('plan-number-unread', params, { ...at, row: firstUnread.row }));
    }
    const { max } = tally.columnReview(figure, f);
    if (figure.role === 'share' && max > mostShare)
      problems.push(problem('plan-share-over-one', { name: figure.name, max }, at));
    if (figure.role !== 'value' && column?.firstNegative) {
      const { firstNegative, negative } = column;
      const params = { n: negative, name: figure.name, example: example(firstNegative) };
      problems.push(problem('plan-negative', params, { ...at, row: firstNegative.row }));
    }
  });
  return problems;
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

function nameReader(table: InspectedTable, rows: TextTable): ((row: TextRow) => string) | null {
  const named = table.columns.find(({ guess }) => guess.role === 'area-name' || guess.role === 'name');
  return named ? cellReader(rows, [named.name]) : null;
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
  reader: TableReader,
  { lost, matchedRows }: Tally,
  { plan, data, areas }: Source,
): readonly KeyRepair[] {
  if (lost.size === 0) return [];
  const own = areas.of(table.level);
  const repairs: KeyRepair[] = table.key.by === 'key' ? [...writingRepairs(lost, own)] : [];
  const kept = rows.rows.filter(reader.keep);
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
    if (hits.length <= matchedRows || example === undefined) return;
    const before = present[texts.indexOf(example)] ?? '';
    repairs.push({ kind, to, more: hits.length - matchedRows, example: [before, example] });
  };
  const level = plan.levels.find(({ id }) => id === table.level);
  const from = level?.from.kind === 'layer' ? level.from : null;
  const layer = from ? data.layer(from.layer) : null;
  if (from && layer && table.key.by === 'key') {
    better('other-property', from.name, present, uniqueNames(own));
    for (const property of Object.keys(layer.features[0]?.properties ?? {})) {
      if (property === from.key || property === from.name) continue;
      const others = areasOfLayer(layer, property, property, null);
      if (others.size >= own.size / 2) better('other-property', property, present, new Set(others.keys()));
    }
  }
  for (const other of plan.levels) {
    if (other.id !== table.level && !areNames(areas.of(other.id)))
      better('other-level', other.id, present, new Set(areas.of(other.id).keys()));
  }
  const keys = areNames(own) ? uniqueNames(own) : new Set(own.keys());
  for (const columns of keyCandidates(inspected)) {
    const [column] = columns;
    if (columns.length === 1 && column !== undefined && !table.key.columns.includes(column))
      better('other-column', column, cells(columns), keys);
  }
  return repairs.sort((a, b) => b.more - a.more).slice(0, 12);
}

function uniqueNames(areas: AreaNames): ReadonlySet<string> {
  return new Set([...keysByName(areas)].filter(([, keys]) => keys.length === 1).map(([name]) => name));
}
