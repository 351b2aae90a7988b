import type { Place } from '#model/result.ts';
import type { Level } from '#model/study.ts';
import type { ProblemList } from './problemList.ts';

/**
 * Looks up area keys and keeps apart what is simply unknown from keys that lost their leading zeros (a spreadsheet
 * turned text into numbers). The latter are one problem per column, with the number that padding would repair.
 */
export class KeyCheck {
  readonly #level: Level;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #lengths: readonly number[];
  #lost: { n: number; readonly first: string; readonly padded: string; readonly where: Place } | null = null;

  constructor(level: Level) {
    this.#level = level;
    this.#positions = new Map(level.keys.map((key, position) => [key, position]));
    this.#lengths = [...new Set(level.keys.map((key) => key.length))];
  }

  /** Position of the key in the level, or −1 with a problem noted; `problems` null: that is none here. */
  find(key: string, where: Place, problems: ProblemList | null): number {
    const position = this.#positions.get(key);
    if (position !== undefined) return position;
    if (key === '') {
      problems?.add('key-missing', {}, where);
      return -1;
    }
    const padded = this.#padded(key);
    if (padded === null) {
      problems?.add('area-unknown', { key, level: this.#level.id }, where);
    } else if (this.#lost) {
      this.#lost.n++;
    } else {
      this.#lost = { n: 1, first: key, padded, where };
    }
    return -1;
  }

  /** Says what was held back: to be called once after the last key of a column. */
  finish(problems: ProblemList): void {
    if (!this.#lost) return;
    const { n, first, padded, where } = this.#lost;
    problems.add('key-lost-zeros', { n, key: first, padded }, where);
  }

  #padded(key: string): string | null {
    if (!/^\d+$/.test(key)) return null;
    for (const length of this.#lengths) {
      const padded = key.padStart(length, '0');
      if (padded.length > key.length && this.#positions.has(padded)) return padded;
    }
    return null;
  }
}

/** Years as whole numbers a monitoring can have; NaN with a problem noted. */
export function readYear(text: string, where: Place, problems: ProblemList): number {
  const cell = text.trim();
  const year = /^\d{4}$/.test(cell) ? Number(cell) : NaN;
  if (year >= 1900 && year <= 2100) return year;
  problems.add('year-unknown', { value: cell }, where);
  return NaN;
}
