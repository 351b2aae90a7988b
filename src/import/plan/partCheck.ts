import { AreasOfPlan } from '../join/areaKeys.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan } from './plan.ts';
import { tableReader } from './tableReader.ts';

/** More than by rounding. */
const tolerance = 1e-9;

/** Is a figure nowhere larger than another one? What is larger in any area is no part of it, whatever it is called. */
export class PartCheck {
  readonly #plan: Pick<ImportPlan, 'tables' | 'levels'>;
  readonly #data: ImportData;
  #values: ReadonlyMap<string, ReadonlyMap<string, number>> | null = null;
  readonly #known = new Map<string, boolean>();

  constructor(plan: Pick<ImportPlan, 'tables' | 'levels'>, data: ImportData) {
    this.#plan = plan;
    this.#data = data;
  }

  fits(part: string, whole: string): boolean {
    const pair = `${part} ${whole}`;
    const known = this.#known.get(pair);
    if (known !== undefined) return known;
    this.#values ??= this.#read();
    const wholes = this.#values.get(whole);
    let fits = true;
    for (const [place, value] of this.#values.get(part) ?? []) {
      const all = wholes?.get(place);
      if (all === undefined || !(value > all + tolerance * Math.abs(all))) continue;
      fits = false;
      break;
    }
    this.#known.set(pair, fits);
    return fits;
  }

  /** By figure, then by level, year and area. */
  #read(): ReadonlyMap<string, ReadonlyMap<string, number>> {
    const values = new Map<string, Map<string, number>>();
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
          if (read?.role !== 'count' || !cell || Number.isNaN(cell.value)) continue;
          const places = values.get(read.variable) ?? new Map<string, number>();
          values.set(read.variable, places);
          places.set(`${table.level} ${year} ${area}`, cell.value);
        }
      }
    }
    return values;
  }
}
