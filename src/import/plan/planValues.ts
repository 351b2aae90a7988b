import { AreasOfPlan } from '../join/areaKeys.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan } from './plan.ts';
import { tableReader } from './tableReader.ts';

/** Values of one figure by place (level and year), then by area. */
export type FigureValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

const nothing: FigureValues = new Map();

/** What the tables of a plan hold, read when it is first asked for. NaN: a sign stands there. */
export class PlanValues {
  readonly #plan: Pick<ImportPlan, 'tables' | 'levels'>;
  readonly #data: ImportData;
  #values: ReadonlyMap<string, FigureValues> | null = null;

  constructor(plan: Pick<ImportPlan, 'tables' | 'levels'>, data: ImportData) {
    this.#plan = plan;
    this.#data = data;
  }

  of(variable: string): FigureValues {
    this.#values ??= this.#read();
    return this.#values.get(variable) ?? nothing;
  }

  /** Levels and years for which all of these figures are given. */
  placesOf(variables: readonly string[]): readonly string[] {
    const [first, ...others] = variables.map((variable) => this.of(variable));
    return [...(first?.keys() ?? [])].filter((place) => others.every((one) => one.has(place)));
  }

  /** Years with any figure at a level, ascending. */
  yearsAt(level: string): readonly number[] {
    this.#values ??= this.#read();
    const years = new Set<number>();
    for (const places of this.#values.values()) {
      for (const place of places.keys()) {
        const year = yearOfPlace(place);
        if (year !== null && place === placeOf(level, year)) years.add(year);
      }
    }
    return [...years].sort((a, b) => a - b);
  }

  #read(): ReadonlyMap<string, FigureValues> {
    const values = new Map<string, Map<string, Map<string, number>>>();
    const areas = new AreasOfPlan(this.#plan.levels, this.#data);
    for (const table of this.#plan.tables) {
      const rows = table.use === 'areas' ? this.#data.table(table.table) : null;
      const reader = rows && tableReader(table, rows, areas.of(table.level));
      if (!rows || !reader) continue;
      for (const row of rows.rows) {
        if (!reader.keep(row)) continue;
        const area = reader.key(row);
        for (const { figure, cell, year } of reader.cells(row, reader.year(row))) {
          const read = reader.figures[figure];
          if (!read || !cell || Number.isNaN(year)) continue;
          const places = values.get(read.variable) ?? new Map<string, Map<string, number>>();
          values.set(read.variable, places);
          const place = placeOf(table.level, year);
          const byArea = places.get(place) ?? new Map<string, number>();
          places.set(place, byArea);
          byArea.set(area, cell.value);
        }
      }
    }
    return values;
  }
}

export function placeOf(level: string, year: number | null): string {
  return `${level} ${year}`;
}

/** The year of a place; null where nothing said one. */
export function yearOfPlace(place: string): number | null {
  const year = Number(place.slice(place.lastIndexOf(' ') + 1));
  return Number.isNaN(year) ? null : year;
}
