import type { Unit } from '#model/study.ts';
import { conceptById, shareConcept } from '../inspect/concepts.ts';
import type { InspectedColumn, InspectedTable, NumberFinding } from '../inspect/inspection.ts';
import { Ids, slugOf } from './ids.ts';
import type { ColumnPlan, ColumnRole, PivotPlan, TablePlan, YearPlan } from './plan.ts';
import { isFigure } from './proposeTable.ts';

/** Figures beyond these are there to be chosen, not proposed. */
const mostFigures = 300;

/** Ids of the figures proposed so far, and by which tables of which level and year they are filled. */
export class FigureIds {
  readonly #filled = new Set<string>();
  readonly #ids: Ids;
  readonly #byName = new Map<string, string>();

  constructor(kept: Iterable<TablePlan> = []) {
    const ids: string[] = [];
    for (const { level, year, columns, pivot } of kept) {
      for (const column of pivot?.figures ?? columns) {
        if (column.role === 'ignore') continue;
        ids.push(column.variable);
        this.#byName.set(`${column.variable} 1`, column.variable);
        this.#byName.set(`${slugOf(column.name)} 1`, column.variable);
        const own = 'year' in column ? column.year : null;
        this.#filled.add(`${column.variable} ${level} ${own ?? (year.kind === 'fixed' ? year.year : null)}`);
      }
    }
    this.#ids = new Ids(ids);
  }

  /**
   * The id of a figure. Figures of the same name in other tables, levels or years are the same figure; where one is
   * already filled for the level and year, this is another one.
   */
  take(name: string, concept: string | null, level: string, years: readonly (number | null)[]): string {
    const wanted = concept ?? slugOf(name);
    for (let n = 1; ; n++) {
      const sameName = `${wanted} ${n}`;
      let id = this.#byName.get(sameName);
      if (id === undefined) {
        id = this.#ids.take(wanted, 'wert');
        this.#byName.set(sameName, id);
      }
      const places = years.map((year) => `${id} ${level} ${year}`);
      if (places.some((place) => this.#filled.has(place))) continue;
      for (const place of places) this.#filled.add(place);
      return id;
    }
  }
}

export function proposeColumns(
  table: InspectedTable,
  level: string,
  key: readonly string[],
  year: YearPlan,
  ids: FigureIds,
): readonly ColumnPlan[] {
  const without = new Set([...key, ...(year.kind === 'column' ? [year.column] : [])]);
  let figures = 0;
  return table.columns
    .filter(({ name }) => !without.has(name))
    .map((column) => {
      const { guess } = column;
      const isProposed = isFigure(column) && guess.role !== 'none' && figures < mostFigures;
      if (!isProposed) return columnPlan(column, 'ignore', '', null);
      figures++;
      const role = roleOf(column);
      const years = year.kind === 'columns' ? [column.year] : [year.kind === 'fixed' ? year.year : null];
      const concept = conceptOf(column, role);
      const variable = ids.take(nameOf(column), concept, level, years);
      return columnPlan(column, role, variable, year.kind === 'columns' ? column.year : null);
    });
}

/** A share recognised by its count is kept under an id of its own. */
function conceptOf({ guess }: InspectedColumn, role: ColumnRole): string | null {
  const concept = guess.concept === null ? null : conceptById(guess.concept);
  if (!concept) return null;
  if (concept.kind === role) return concept.id;
  return role === 'share' && concept.kind === 'count' ? shareConcept(concept) : null;
}

function roleOf({ guess, number }: InspectedColumn): ColumnRole {
  if (guess.role === 'count' || guess.role === 'share' || guess.role === 'value') return guess.role;
  if (number?.percent) return 'share';
  return number?.whole && number.min >= 0 ? 'count' : 'value';
}

function nameOf({ name, year }: InspectedColumn): string {
  return year === null ? name : name.replace(String(year), '').replace(/\s+/g, ' ').trim() || name;
}

function columnPlan(
  column: InspectedColumn,
  role: ColumnRole,
  variable: string,
  year: number | null,
): ColumnPlan {
  const { number } = column;
  const concept = conceptById(variable);
  return {
    column: column.name,
    role,
    variable,
    name: concept?.name.de ?? nameOf(column),
    unit: concept?.unit ?? unitOf(role, column.name),
    ...writing(number, role),
    base: null,
    rounding: role === 'share' && number ? roundingOf(column) : null,
    year,
  };
}

function writing(
  number: NumberFinding | null,
  role: ColumnRole,
): Pick<ColumnPlan, 'decimal' | 'thousands' | 'percent' | 'marks'> {
  return {
    decimal: number?.decimal ?? ',',
    thousands: number?.thousands ?? '',
    percent: role === 'share' && isPercent(number),
    marks: (number?.marks ?? []).map(({ value, label }) => ({ value, label })),
  };
}

function isPercent(number: NumberFinding | null): boolean {
  return number !== null && (number.percent || number.max > 1.5);
}

/** Half a unit of the last digit given, as a part of one. */
function roundingOf({ examples, number }: InspectedColumn): number {
  const decimal = number?.decimal ?? ',';
  const digits = examples.map((text) => {
    const point = text.lastIndexOf(decimal);
    return point < 0 ? 0 : text.slice(point + 1).replace(/\D/g, '').length;
  });
  const places = Math.max(0, ...digits);
  return Number((0.5 * 10 ** -places * (isPercent(number) ? 0.01 : 1)).toPrecision(3));
}

const unitWords: readonly (readonly [RegExp, Unit])[] = [
  [/haushalt|bedarfsgemeinschaft|household/, 'households'],
  [/wohnung|dwelling/, 'dwellings'],
  [/\bplaetze|platze|\bplatz\b|places/, 'places'],
  [
    /faelle|\bcases?\b|geburten|sterbe|zuzuege|fortzuege|umzuege|straftaten|pkw|kfz|betriebe|aerzte|schulen\b/,
    'cases',
  ],
  [/kinder|schueler|minderjaehrig|pupils|children/, 'children'],
];

export function unitOf(role: ColumnRole, name: string): Unit {
  if (role === 'share') return 'share';
  const text = slugOf(name).replaceAll('-', ' ');
  if (/euro (pro|je|per)? ?(m2|qm|m|sqm)\b/.test(text) || /miete|rent\b/.test(text)) return 'euro-per-sqm';
  if (role === 'value') return /alter\b|dauer|\bage\b/.test(text) ? 'years' : 'number';
  return unitWords.find(([words]) => words.test(text))?.[1] ?? 'persons';
}

/** Which combination of cells of a long table becomes which figure. */
export function proposePivot(table: InspectedTable, level: string, ids: FigureIds): PivotPlan | null {
  const { long } = table;
  if (!long) return null;
  const value = table.columns.find(({ name }) => name === long.value);
  const number = value?.number ?? null;
  const distinct = long.by.map((_, i) => new Set(long.figures.map(({ is }) => is[i])).size);
  const figures = long.figures.slice(0, mostFigures).map(({ is, percent }) => {
    // Words that all figures have in common, or that another one says already, name nothing.
    const words = is.filter((_, i) => (distinct[i] ?? 0) > 1);
    const name = (words.length > 0 ? [...new Set(words)] : is).join(' – ');
    const role: ColumnRole = percent ? 'share' : 'count';
    const variable = ids.take(name, null, level, [null]);
    return {
      is,
      role,
      variable,
      name,
      unit: unitOf(role, name),
      ...writing(number, role),
      percent,
      base: null,
      rounding: percent ? 0.005 : null,
    };
  });
  return { by: long.by, value: long.value, figures };
}
