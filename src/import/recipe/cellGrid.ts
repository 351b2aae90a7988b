import type { Level } from '#model/study.ts';
import type { Cell } from '../columns/parseNumber.ts';

export interface GridCell extends Cell {
  /** Row of the source file. */
  readonly row: number;
  /** The value is a share of this count, not yet a count itself. */
  readonly of: string | null;
}

/** Cells of one table by area, year and variable. */
export class CellGrid {
  readonly level: Level;
  readonly #rows = new Map<string, Map<string, GridCell>>();

  constructor(level: Level) {
    this.level = level;
  }

  /** @returns the row that filled the cell before, or null. */
  put(area: number, year: number, variable: string, cell: GridCell): number | null {
    const id = `${year} ${area}`;
    let cells = this.#rows.get(id);
    if (!cells) {
      cells = new Map();
      this.#rows.set(id, cells);
    }
    const before = cells.get(variable);
    if (before) return before.row;
    cells.set(variable, cell);
    return null;
  }

  replace(area: number, year: number, variable: string, cell: GridCell): void {
    this.#rows.get(`${year} ${area}`)?.set(variable, cell);
  }

  years(): readonly number[] {
    const years = new Set([...this.#rows.keys()].map((id) => Number(id.slice(0, id.indexOf(' ')))));
    return [...years].sort((a, b) => a - b);
  }

  row(area: number, year: number): ReadonlyMap<string, GridCell> | null {
    return this.#rows.get(`${year} ${area}`) ?? null;
  }
}
