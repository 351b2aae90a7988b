import type { Place } from '#model/result.ts';
import type { Level } from '#model/study.ts';
import { padKey } from '../columns/padKey.ts';
import type { TextRow } from '../formats/table.ts';
import { KeyCheck } from '../pack/keyCheck.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { AreaSpec } from './recipe.ts';
import type { CellReader, JoinedTable } from './recipeFiles.ts';

export interface RowArea {
  /** The cell, or cells put together, after filling up zeros. */
  readonly text: string;
  /** In the order of the level; −1: no such area. */
  readonly position: number;
}

/**
 * Finds the area a row is about, in one level. Unknown areas are problems, or are counted for a note when rows without
 * an area may be dropped.
 */
export class AreaLookup {
  readonly #spec: AreaSpec;
  readonly #level: Level;
  readonly #keys: KeyCheck;
  readonly #byHand: ReadonlyMap<string, string>;
  readonly #byName: ReadonlyMap<string, readonly number[]> | null;

  constructor(spec: AreaSpec, level: Level) {
    this.#spec = spec;
    this.#level = level;
    this.#keys = new KeyCheck(level);
    this.#byHand = new Map(Object.entries(spec.map ?? {}).map(([cell, key]) => [plain(cell), key]));
    this.#byName = spec.by === 'name' ? positionsByName(level) : null;
  }

  /** As it is named in problems. */
  get column(): string {
    return [this.#spec.column].flat().join(' + ');
  }

  /** Reads the cell, or cells put together; null when a column is unknown (the table has reported it). */
  cell(joined: JoinedTable): CellReader | null {
    const cells: CellReader[] = [];
    for (const name of [this.#spec.column].flat()) {
      const cell = joined.column(name);
      if (!cell) return null;
      cells.push(cell);
    }
    return (row: TextRow) => cells.map((cell) => cell(row)).join('');
  }

  /** `isQuiet`: rows without an area are no problem here. A name that several areas bear always is. */
  find(cell: string, where: Place, problems: ProblemList, isQuiet = false): RowArea {
    const unknown = isQuiet ? null : problems;
    const byHand = this.#byHand.get(plain(cell));
    if (byHand !== undefined) return this.#keyed(byHand, where, unknown);
    if (!this.#byName) return this.#keyed(padKey(cell, this.#spec.pad), where, unknown);
    const found = this.#byName.get(plain(cell)) ?? [];
    if (found.length === 1) return { text: cell, position: found[0] ?? -1 };
    if (found.length > 1) {
      const keys = found.map((position) => this.#level.keys[position]).join(', ');
      problems.add('area-name-repeated', { name: cell, level: this.#level.id, keys }, where);
    } else if (cell === '') unknown?.add('key-missing', {}, where);
    else unknown?.add('area-unknown', { key: cell, level: this.#level.id }, where);
    return { text: cell, position: -1 };
  }

  /** To be called once after the last row: lost zeros are said together. */
  finish(problems: ProblemList): void {
    this.#keys.finish(problems);
  }

  #keyed(key: string, where: Place, problems: ProblemList | null): RowArea {
    return { text: key, position: this.#keys.find(key, where, problems) };
  }
}

function positionsByName(level: Level): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  level.names.forEach((name, position) => {
    const same = positions.get(plain(name));
    if (same) same.push(position);
    else positions.set(plain(name), [position]);
  });
  return positions;
}

/** Names differ by blanks and by how umlauts are put together without anyone noticing. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
