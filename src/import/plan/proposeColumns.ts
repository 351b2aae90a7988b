import type { Unit } from '#model/study.ts';
import { ageConceptId } from '../inspect/concepts/ages.ts';
import type { Concept } from '../inspect/concepts/concept.ts';
import { conceptById, shareConcept } from '../inspect/concepts/conceptById.ts';
import type { InspectedColumn, InspectedTable, NumberFinding } from '../inspect/inspection.ts';
import { headJoint } from '../tables/headNames.ts';
import { figureNames } from './figureNames.ts';
import { Ids, slugOf } from './ids.ts';
import type { ColumnPlan, ColumnRole, PivotPlan, TablePlan, YearPlan } from './plan.ts';
import { type PlanText, spoken } from './planText.ts';
import { isFigure, nameWithoutYear } from './proposeTable.ts';

/** Figures beyond these are there to be chosen, not proposed. */
const mostFigures = 300;

/** Ids of the figures proposed so far, and by which tables of which level and year they are filled. */
export class FigureIds {
  readonly #filled = new Map<string, number>();
  readonly #ids: Ids;
  readonly #byHead = new Map<string, NamedFigure>();
  readonly #names = new Set<string>();

  constructor(kept: Iterable<TablePlan> = []) {
    const ids: string[] = [];
    for (const { level, year, columns, pivot } of kept) {
      for (const column of pivot?.figures ?? columns) {
        if (column.role === 'ignore') continue;
        ids.push(column.variable);
        const figure = { id: column.variable, name: column.name };
        const head = 'column' in column ? column.column : column.is.join(' – ');
        this.#names.add(spoken(column.name, 'de'));
        for (const known of [column.variable, slugOf(spoken(column.name, 'de')), slugOf(head)])
          this.#byHead.set(`${known} 1`, figure);
        const own = 'year' in column ? column.year : null;
        this.#filled.set(
          `${column.variable} ${level} ${own ?? (year.kind === 'fixed' ? year.year : null)}`,
          NaN,
        );
      }
    }
    this.#ids = new Ids(ids);
  }

  /**
   * Id and name of a figure. Figures of the same head or meaning in other tables, levels or years are the same figure;
   * where that is already filled for the level and year it is a second one, or null if it is the same numbers again.
   */
  take({ name, head, concept, sum, sheet, level, years }: NewFigure): NamedFigure | null {
    const known = concept === null ? null : conceptById(concept);
    const wanted = concept ?? slugOf(head);
    for (let n = 1; ; n++) {
      const which = `${wanted} ${n}`;
      let figure = this.#byHead.get(which);
      if (!figure) {
        figure =
          n === 1 && known
            ? { id: this.#ids.take(wanted, 'wert'), name: known.name }
            : this.#named([name, withSheet(name, sheet), head, withSheet(head, sheet)], n);
        this.#names.add(spoken(figure.name, 'de'));
        this.#byHead.set(which, figure);
      }
      const { id } = figure;
      const places = years.map((year) => `${id} ${level} ${year}`);
      const before = places.map((place) => this.#filled.get(place)).find((one) => one !== undefined);
      if (before === undefined) {
        for (const place of places) this.#filled.set(place, sum);
        return figure;
      }
      if (sum !== 0 && before === sum) return null;
    }
  }

  /** By the first of these names that no other figure has. */
  #named(names: readonly string[], n: number): NamedFigure {
    const free = names.slice(n === 1 ? 0 : 1).find((name) => !this.#names.has(name));
    const name = free ?? `${names[0] ?? ''} (${n})`;
    return { id: this.#ids.take(name, 'wert'), name };
  }
}

interface NamedFigure {
  readonly id: string;
  readonly name: PlanText;
}

interface NewFigure {
  readonly name: string;
  /** All of its head but the year: what makes it the same figure as another one. */
  readonly head: string;
  readonly concept: string | null;
  /** Of its column: figures with the same sum are the same figures. NaN: not known. */
  readonly sum: number;
  readonly sheet: string;
  readonly level: string;
  readonly years: readonly (number | null)[];
}

function withSheet(name: string, sheet: string): string {
  return sheet === '' ? name : `${name} (${sheet})`;
}

export function proposeColumns(
  table: InspectedTable,
  level: string,
  key: readonly string[],
  year: YearPlan,
  ids: FigureIds,
): readonly ColumnPlan[] {
  const without = new Set([...key, ...(year.kind === 'column' ? [year.column] : [])]);
  const redundant = redundantShares(table.columns);
  const named = table.columns.filter(({ name }) => !without.has(name));
  const shortNames = figureNames(
    named.map((column) => ({
      parts: column.name.split(headJoint),
      year: year.kind === 'fixed' ? year.year : year.kind === 'columns' ? column.year : null,
    })),
  );
  let figures = 0;
  return named.map((column, i) => {
    const name = shortNames[i] ?? column.name;
    const ignored = columnPlan(column, 'ignore', '', name, null);
    if (!isFigure(column) || column.guess.role === 'none' || figures >= mostFigures) return ignored;
    if (redundant.has(column) || isHundreds(column) || (table.layer !== null && isOfGeometry(column)))
      return ignored;
    const role = roleOf(column);
    const own = year.kind === 'columns' ? column.year : null;
    const years = [own ?? (year.kind === 'fixed' ? year.year : null)];
    const variable = ids.take({
      name,
      head: headOf(column, year),
      concept: conceptOf(column, role),
      sum: column.number?.sum ?? NaN,
      // A name that only one sheet gives a meaning says which.
      sheet: table.id === table.file ? '' : table.sheet,
      level,
      years,
    });
    if (variable === null) return ignored;
    figures++;
    return columnPlan(column, role, variable.id, variable.name, own);
  });
}

/** Published shares of which both parts stand in the same table: the app makes them of the counts. */
function redundantShares(columns: readonly InspectedColumn[]): ReadonlySet<InspectedColumn> {
  const counts = new Map<string | null, InspectedColumn>();
  for (const column of columns) {
    const { concept } = column.guess;
    if (roleOf(column) === 'count' && !counts.has(concept)) counts.set(concept, column);
  }
  return new Set(
    columns.filter((column) => {
      const [count, whole] = partsOf(conceptById(conceptOf(column, roleOf(column)) ?? ''), counts) ?? [];
      return count !== undefined && isAbout(column, counts.get(count), counts.get(whole ?? null));
    }),
  );
}

/** The count a share is made of and what it is a part of – at best residents of the same ages – where both are there. */
function partsOf(
  share: Concept | null,
  counts: { readonly has: (concept: string | null) => boolean },
): readonly [count: string, whole: string] | null {
  const count = share?.kind === 'share' ? conceptById(share.shareOf ?? '') : null;
  if (!count || !counts.has(count.id)) return null;
  const wholes = [count.ages && ageConceptId(count.ages, ''), count.universe];
  const whole = wholes.find((id) => id !== null && counts.has(id));
  return whole ? [count.id, whole] : null;
}

/** How far the mean of the areas may be from the share of all: a share of other people is further off. */
const ownWhole = { least: 0.8, most: 1.25 } as const;

/** Not where the publisher has taken a part of this whole only, such as those of working age. */
function isAbout(
  share: InspectedColumn,
  count: InspectedColumn | undefined,
  whole: InspectedColumn | undefined,
): boolean {
  const { number } = share;
  if (!number || !count?.number || !whole?.number) return true;
  const mean = number.sum / share.filled / (number.percent || number.max > 1 ? 100 : 1);
  const ratio = mean / (count.number.sum / whole.number.sum);
  return !(ratio < ownWhole.least || ratio > ownWhole.most);
}

/** `Insgesamt – %`. */
function isHundreds({ number, filled }: InspectedColumn): boolean {
  return number?.percent === true && number.max === 100 && number.sum >= 99 * filled;
}

/** What geographic information systems write beside every polygon. */
function isOfGeometry({ name }: InspectedColumn): boolean {
  return /^(shape|st|geom)?[_.]?(area|length|leng|len|perimeter|umfang|fl[aä]e?che|hektar|ha|qkm|m2|objectid|fid|gid|ogc_fid|id|x|y)(_?(ha|m2|qkm|km2))?(\(.*\))?$/i.test(
    name,
  );
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

function headOf(column: InspectedColumn, year: YearPlan): string {
  const name = year.kind === 'columns' ? nameWithoutYear(column) : column.name;
  return name.replace(/^und zwar – /i, '');
}

function columnPlan(
  column: InspectedColumn,
  role: ColumnRole,
  variable: string,
  name: PlanText,
  year: number | null,
): ColumnPlan {
  const { number } = column;
  const concept = conceptById(variable);
  return {
    column: column.name,
    role,
    variable,
    name,
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
  [/person(en)? in|einwohner in|menschen in/, 'persons'],
  [/haushalt|bedarfsgemeinschaft|household/, 'households'],
  [/wohnung|dwelling/, 'dwellings'],
  [/\bplaetze|\bplatz\b|places/, 'places'],
  [/faelle|\bcases?\b|geburten|sterbe|zuzuege|fortzuege|umzuege|straftaten/, 'cases'],
  [/kinder(?!g)|schueler|minderjaehrig|pupils|children/, 'children'],
  [
    /einwohner|bevoelkerung|person|mensch|deutsche|auslaender|migra|aussiedler|staater|arbeitslos|beschaeftigt|berechtigt|empfaenger|pflichtige|frau|mann\b|maenner|weiblich|maennlich|jaehrig|jahren?\b|inhabitant|resident|people|aeltere|juengere|rentner|studierende|\bage\b|hauptwohn/,
    'persons',
  ],
];

/** Words that say it is no number of anything, whatever the cells look like. */
const averageWords =
  /\bje\b|\bpro\b|durchschnitt|mittelwert|median|dichte|index|einkommen\b|alter\b|groesse\b|miete\b|preis/;

const valueWords: readonly (readonly [RegExp, Unit])[] = [
  [/(euro|eur) (pro|je|per)? ?(m2|qm|m|sqm)\b|miete\b|rent\b/, 'euro-per-sqm'],
  [/alter\b|dauer|\bage\b/, 'years'],
];

export function unitOf(role: ColumnRole, name: string): Unit {
  if (role === 'share') return 'share';
  const unitIn = (part: string): Unit | undefined => {
    // Kindergärten for children are no children.
    const text = slugOf(part)
      .replaceAll('-', ' ')
      .replace(/ fuer .*/, '');
    return (role === 'value' ? valueWords : unitWords).find(([pattern]) => pattern.test(text))?.[1];
  };
  // The lowest part says what is counted: entitled people are people, below the heading of benefit households too.
  const parts = name.split(headJoint).filter((part) => !/^\s*(?:mit|ohne)\s/i.test(part));
  const last = parts.at(-1) ?? '';
  const isAge = /^\W*(?:unter|ab|über|\d)/i.test(last) && !/bedarfsgemeinschaft/i.test(name);
  return (isAge ? undefined : unitIn(last)) ?? unitIn(name) ?? 'number';
}

/** Which combination of cells of a long table becomes which figure. */
export function proposePivot(table: InspectedTable, level: string, ids: FigureIds): PivotPlan | null {
  const { long } = table;
  if (!long) return null;
  const value = table.columns.find(({ name }) => name === long.value);
  const number = value?.number ?? null;
  const distinct = long.by.map((_, i) => new Set(long.figures.map(({ is }) => is[i])).size);
  const counts = new Set(long.figures.filter(({ percent }) => !percent).map(({ guess }) => guess.concept));
  const shortNames = figureNames(
    long.figures.map(({ is }) => ({ parts: is.filter((_, w) => (distinct[w] ?? 0) > 1), year: null })),
  );
  const figures = long.figures.map(({ is, percent, guess }, i) => {
    const head = is.join(' – ');
    const name = shortNames[i] || head;
    const concept = guess.concept === null ? null : conceptById(guess.concept);
    const isAverage = concept
      ? concept.kind === 'value'
      : averageWords.test(slugOf(name).replaceAll('-', ' '));
    const role: Exclude<ColumnRole, 'ignore'> = percent ? 'share' : isAverage ? 'value' : 'count';
    const fitting = concept?.kind === role ? concept.id : null;
    const isProposed = guess.role !== 'none' && i < mostFigures && partsOf(concept, counts) === null;
    const figure = isProposed
      ? ids.take({ name, head, concept: fitting, sum: NaN, sheet: '', level, years: [null] })
      : null;
    return {
      is,
      role: figure ? role : ('ignore' as const),
      variable: figure?.id ?? '',
      name: figure?.name ?? name,
      unit: conceptById(figure?.id ?? '')?.unit ?? unitOf(role, head),
      ...writing(number, role),
      percent,
      base: null,
      rounding: percent ? roundingInPercent(number) : null,
    };
  });
  return { by: long.by, value: long.value, figures };
}

function roundingInPercent(number: NumberFinding | null): number {
  return number === null || number.whole ? 0.005 : 0.0005;
}
