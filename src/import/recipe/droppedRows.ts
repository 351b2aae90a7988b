import type { ProblemList } from '../pack/problemList.ts';
import type { Figure } from './numberCells.ts';

/** Variable that says how many people a row is about. */
const residents = 'residents';
const mostNamed = 6;

/** Rows left out because no area has their key: how many, which, and how many people that is. */
export class DroppedRows {
  #kept = 0;
  #rows = 0;
  readonly #names = new Set<string>();
  readonly #residentsOfYear = new Map<number, number>();

  keep(): void {
    this.#kept++;
  }

  drop(cell: string, year: number, figures: readonly Figure[]): void {
    this.#rows++;
    this.#names.add(cell === '' ? '–' : cell);
    for (const { variable, cell: read, of } of figures) {
      if (variable !== residents || of !== null || !read || Number.isNaN(read.value)) continue;
      this.#residentsOfYear.set(year, (this.#residentsOfYear.get(year) ?? 0) + read.value);
    }
  }

  report(file: string, level: string, problems: ProblemList, notes: ProblemList): void {
    if (this.#rows === 0) return;
    const params = { n: this.#rows, level, areas: this.#named() };
    // When nothing fits, the wrong column or level was named: no table to go on with.
    if (this.#kept === 0) {
      problems.add('rows-all-without-area', params, { file });
      return;
    }
    const year = Math.max(...this.#residentsOfYear.keys());
    const people = this.#residentsOfYear.get(year);
    if (people === undefined) notes.add('rows-without-area', params, { file });
    else notes.add('rows-without-area-residents', { ...params, people, year: String(year) }, { file });
  }

  #named(): string {
    const names = [...this.#names];
    return names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
  }
}
