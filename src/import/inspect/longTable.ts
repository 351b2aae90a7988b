import type { Sheet } from '../formats/driver.ts';
import { guessFigure, shareHeading } from './guess.ts';
import type { LongShape } from './inspection.ts';
import { isTurn, type Turn } from './turns.ts';

export interface LongColumn {
  readonly name: string;
  readonly position: number;
  readonly kind: 'key' | 'name' | 'year' | 'figure' | 'text' | 'other';
  /** Different cells; more than `mostFigures` do not matter. */
  readonly distinct: number;
}

const mostFigures = 500;

/**
 * One value per row, with text columns that say which figure it is. A table with several figures per row is wide, also
 * when it has a column of years.
 */
export async function findLong(
  sheet: Sheet,
  rows: Int32Array,
  columns: readonly LongColumn[],
  title: string,
  turn: Turn,
): Promise<LongShape | null> {
  const figures = columns.filter((column) => column.kind === 'figure');
  const [value] = figures;
  const key = columns.find((it) => it.kind === 'key') ?? columns.find((it) => it.kind === 'name');
  if (!value || figures.length > 1 || !key || rows.length < 8 || key.distinct * 1.5 > rows.length)
    return null;
  const year = columns.find((column) => column.kind === 'year') ?? null;
  const candidates = columns.filter(
    (it) =>
      (it.kind === 'text' || it.kind === 'name') &&
      it !== key &&
      it.distinct > 0 &&
      it.distinct <= mostFigures,
  );
  const by: LongColumn[] = [];
  for (const column of candidates) {
    if (await variesWithin(sheet, rows, key.position, column.position, turn)) by.push(column);
  }
  if (by.length === 0) return null;
  const seen = new Set<string>();
  const combinations = new Map<string, { is: string[]; rows: number; percents: number }>();
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
    const cells = sheet.rows[rows[i] ?? 0] ?? [];
    const is = by.map((column) => (cells[column.position] ?? '').trim());
    const id = is.join('\u0001');
    const time = year ? (cells[year.position] ?? '').trim() : '';
    seen.add(`${(cells[key.position] ?? '').trim()}\u0001${time}\u0001${id}`);
    const figure = combinations.get(id) ?? { is, rows: 0, percents: 0 };
    figure.rows++;
    if ((cells[value.position] ?? '').trimEnd().endsWith('%')) figure.percents++;
    combinations.set(id, figure);
    if (combinations.size > mostFigures * 4) return null;
  }
  if (combinations.size < 2 || seen.size < rows.length * 0.95) return null;
  return {
    key: key.name,
    year: year?.name ?? null,
    by: by.map((column) => column.name),
    value: value.name,
    figures: meaningOnce(
      [...combinations.values()].map((figure) => {
        const percent = figure.percents * 2 > figure.rows || shareHeading(figure.is.at(-1) ?? '');
        return { is: figure.is, rows: figure.rows, percent, guess: guessFigure(figure.is, percent, title) };
      }),
    ),
  };
}

type Figure = LongShape['figures'][number];

/** Of several figures that seem to be the same thing the one with most rows keeps the meaning. */
function meaningOnce(figures: readonly Figure[]): readonly Figure[] {
  const best = new Map<string, Figure>();
  for (const figure of figures) {
    const { concept } = figure.guess;
    if (concept === null) continue;
    const other = best.get(concept);
    const longer = (it: Figure) => it.is.join('').length;
    if (!other || figure.rows > other.rows || (figure.rows === other.rows && longer(figure) < longer(other)))
      best.set(concept, figure);
  }
  return figures.map((figure) => {
    const { concept } = figure.guess;
    return concept === null || best.get(concept) === figure
      ? figure
      : { ...figure, guess: { ...figure.guess, concept: null } };
  });
}

/** Does the column tell rows of one key apart? Names of areas and of districts above them do not. */
async function variesWithin(
  sheet: Sheet,
  rows: Int32Array,
  key: number,
  position: number,
  turn: Turn,
): Promise<boolean> {
  const first = new Map<string, string>();
  let differing = 0;
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
    const cells = sheet.rows[rows[i] ?? 0] ?? [];
    const area = (cells[key] ?? '').trim();
    const text = (cells[position] ?? '').trim();
    const before = first.get(area);
    if (before === undefined) first.set(area, text);
    else if (before !== text) differing++;
  }
  return differing > rows.length * 0.05;
}
