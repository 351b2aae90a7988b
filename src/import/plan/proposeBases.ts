import { agesOf } from '../inspect/concepts/ages.ts';
import { conceptById } from '../inspect/concepts/conceptById.ts';
import { guessHeading, tableWords } from '../inspect/guess.ts';
import { headingWords } from '../inspect/words.ts';
import type { TablePlan } from './plan.ts';
import { figuresOf, type PlannedFigure } from './plannedFigures.ts';
import type { PlanValues } from './planValues.ts';

type FigurePlan = Pick<TablePlan['columns'][number], 'variable' | 'base' | 'weight'>;

/** A base has to be given for this part of the areas that have the share: what it lacks would be lost. */
const leastCovered = 0.95;

/**
 * What published shares and values have to do with the counts of the same areas and years. A share whose whole is known
 * gets it as its base: its numbers are estimated from it. Where the whole is not there, or it is no share, the nearest
 * count only weights it on its way to a value of the city. What has already been said of a figure stays.
 */
export function withBases(
  tables: readonly TablePlan[],
  fresh: ReadonlySet<string>,
  values: PlanValues,
): readonly TablePlan[] {
  const figures = figuresOf(tables);
  const counts = new Set(figures.filter(({ role }) => role === 'count').map(({ variable }) => variable));
  const decided = new Set(
    figuresOf(tables.filter(({ table }) => !fresh.has(table))).map(({ variable }) => variable),
  );
  const found = new Map<string, { readonly base: string | null; readonly weight: string | null }>();
  for (const figure of figures) {
    if (figure.role === 'count' || decided.has(figure.variable)) continue;
    const base = baseOf(figure, counts, values);
    found.set(figure.variable, { base, weight: base === null ? weightOf(figure, counts, values) : null });
  }
  const changed = <T extends FigurePlan>(one: T): T => {
    const related = one.base === null && one.weight === undefined ? found.get(one.variable) : undefined;
    return related ? { ...one, ...related } : one;
  };
  return tables.map((table) =>
    fresh.has(table.table)
      ? {
          ...table,
          columns: table.columns.map(changed),
          pivot: table.pivot && { ...table.pivot, figures: table.pivot.figures.map(changed) },
        }
      : table,
  );
}

function baseOf(figure: PlannedFigure, counts: ReadonlySet<string>, values: PlanValues): string | null {
  if (figure.role !== 'share') return null;
  const concept = conceptById(figure.variable);
  // The numbers themselves are there.
  if (concept?.shareOf && counts.has(concept.shareOf)) return null;
  const said = saidWhole(figure.head ?? '');
  const base = said === undefined ? knownWhole(figure) : said;
  if (base === null || !counts.has(base) || !isShareOf(figure.variable, base, values)) return null;
  return base;
}

/** The whole a heading names: `Anteil der … an allen Wohnungen`. Undefined: none; null: one nobody knows. */
function saidWhole(head: string): string | null | undefined {
  const [, words] =
    /anteil.*\s(?:an|von)\s+((?:allen|aller|allem|der|den|dem|sämtlichen)\s.+|(?:\S+)?bevölkerung.*)$/i.exec(
      head,
    ) ?? [];
  if (words === undefined) return undefined;
  const whole = words
    .replace(/\s+(?:in\s+)?(?:%|Prozent|v\.\s?H\.).*$/i, '')
    .replace(/^(?:allen|aller|allem|den|dem|der|sämtlichen)\s+(?:der\s+)?/i, '');
  if (/^(?:gesamt-?)?(?:bevölkerung|einwohner\S*)(?:\s+insgesamt)?[\s).]*$/i.test(whole)) return 'residents';
  const { concept } = guessHeading([whole], tableWords([], ''));
  return concept?.kind === 'count' ? concept.id : null;
}

/** By its concept, or by the words of its heading where these leave no doubt. */
function knownWhole({ variable, head }: PlannedFigure): string | null {
  const concept = conceptById(variable);
  if (concept) {
    const count = concept.shareOf === null ? concept : (conceptById(concept.shareOf) ?? concept);
    const { ages, universe } = count;
    // A share of people of some ages is none of all residents.
    if (ages) return universe !== null && sameAges(universe, ages) ? universe : null;
    return universe;
  }
  const words = headingWords(head ?? '');
  if (!/\banteil\b/.test(words) || /\bje\b|\bpro\b|aenderung|entwicklung|quotient/.test(words)) return null;
  return wholeByWords(words);
}

function wholeByWords(words: string): string | null {
  if (/wohnungen\b|wohnung\b|wohneinheit/.test(words)) return 'dwellings';
  if (/haushalte?n?\b/.test(words)) return 'households';
  if (/einwohner|bevoelkerung|\bpersonen\b|\bmenschen\b/.test(words)) return 'residents';
  return null;
}

function sameAges(id: string, ages: { readonly from: number | null; readonly to: number | null }): boolean {
  const own = agesOf(id);
  return own !== null && (own.from ?? 0) === (ages.from ?? 0) && own.to === ages.to;
}

/** In every year, for nearly all areas, and nowhere more than all. */
function isShareOf(share: string, base: string, values: PlanValues): boolean {
  const wholes = values.of(base);
  let known = 0;
  let all = 0;
  for (const [place, byArea] of values.of(share)) {
    const whole = wholes.get(place);
    if (!whole) return false;
    for (const [area, value] of byArea) {
      if (Number.isNaN(value)) continue;
      if (value > 1 || value < 0) return false;
      all++;
      if ((whole.get(area) ?? NaN) >= 0) known++;
    }
  }
  return all > 0 && known >= leastCovered * all;
}

/** The count that says how much an area matters: the whole it is of, or all residents for what is said of people. */
function weightOf(figure: PlannedFigure, counts: ReadonlySet<string>, values: PlanValues): string | null {
  const concept = conceptById(figure.variable);
  const whole = concept
    ? concept.universe
    : figure.role === 'share'
      ? (saidWhole(figure.head ?? '') ?? null)
      : null;
  const candidates = [whole, concept?.ages && whole !== null ? 'residents' : null];
  return (
    candidates.find(
      (id) =>
        id !== null &&
        id !== undefined &&
        counts.has(id) &&
        values.placesOf([figure.variable, id]).length === values.of(figure.variable).size,
    ) ?? null
  );
}
