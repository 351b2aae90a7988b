import type { Place } from '#model/result.ts';
import { signs } from '#model/sign.ts';
import type { TextRow } from '../formats/table.ts';
import type { ColumnReview, TableReview } from './review.ts';
import type { FigureCell, TableFigure, TableReader } from './tableReader.ts';

const histogramBins = 12;

export const mostListed = 500;

const mostExamples = 5;

/** A figure of a table over the areas, as far as it can be read. */
export interface ReadFigure {
  readonly variable: string;
  readonly year: number;
  /** Values by area key; NaN where a sign stands. */
  readonly values: ReadonlyMap<string, number>;
  /** Where the value of an area stands. */
  at(area: string): Place;
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
export class TableTally {
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

function histogramOf(values: readonly number[], min: number, max: number): readonly number[] {
  const bins = new Array<number>(histogramBins).fill(0);
  for (const value of values) {
    const part = max > min ? (value - min) / (max - min) : 0;
    const bin = Math.min(histogramBins - 1, Math.floor(part * histogramBins));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return values.length === 0 ? [] : bins;
}
