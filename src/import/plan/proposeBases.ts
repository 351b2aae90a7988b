import { ageConceptId, agesOf } from '../inspect/concepts/ages.ts';
import { conceptById } from '../inspect/concepts/conceptById.ts';
import { guessHeading, tableWords } from '../inspect/guess.ts';
import { headingWords } from '../inspect/words.ts';
import type { TablePlan } from './plan.ts';
import { figuresOf, type PlannedFigure } from './plannedFigures.ts';
import type { PlanValues } from './planValues.ts';

type FigurePlan = Pick<TablePlan['columns'][number], 'variable' | 'base' | 'weight' | 'averagedBy'>;
type Related = Pick<FigurePlan, 'base' | 'weight' | 'averagedBy'>;

/** A base has to be given for this part of the areas that have the share: what it lacks would be lost. */
const leastCovered = 0.95;

/**
 * What published shares and values have to do with the counts of the same areas and years. A share whose whole is known
 * gets it as its base: its numbers are estimated from it. Where the whole is not there, but the count of the same thing
 * is, both tell it. Else the nearest count only says how many people it rests on, and is no way to a value of the city
 * unless it is the whole, or what a value is said of. What has already been said of a figure stays.
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
  const found = new Map<string, Related>();
  for (const figure of figures) {
    if (figure.role === 'count' || decided.has(figure.variable)) continue;
    const base = baseOf(figure, counts, values);
    if (base !== null) found.set(figure.variable, { base, weight: null });
    else found.set(figure.variable, { base, ...averageOf(figure, figures, counts, values) });
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
    if (ages) return universe !== null && sameAges(universe, ages) ? universe : ageConceptId(ages, '');
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

/** How a figure without a base becomes one of the city. */
function averageOf(
  figure: PlannedFigure,
  figures: readonly PlannedFigure[],
  counts: ReadonlySet<string>,
  values: PlanValues,
): Omit<Related, 'base'> {
  const weight = weightOf(figure, counts, values);
  if (figure.role !== 'share') return { weight };
  const count = countOf(figure, figures, weight, values);
  if (count !== null) return { weight, averagedBy: count };
  return weight !== null && isRough(figure, weight) ? { weight, averagedBy: null } : { weight };
}

/** A share of people of some ages is not one of all of them: so weighted it would be a wrong one, and nobody would see. */
function isRough({ variable }: PlannedFigure, weight: string): boolean {
  const ages = conceptById(variable)?.ages ?? null;
  return ages !== null && !sameAges(weight, ages);
}

/** The count of the same thing, by its meaning or by the words of both headings, where both agree with each other. */
function countOf(
  share: PlannedFigure,
  figures: readonly PlannedFigure[],
  weight: string | null,
  values: PlanValues,
): string | null {
  const id = conceptById(share.variable)?.shareOf ?? null;
  const words = subjectWords(share.head ?? '');
  const count = figures.find(
    ({ variable, role, head }) =>
      role === 'count' &&
      (id === null ? words !== '' && subjectWords(head ?? '') === words : variable === id),
  );
  return count && tellWhole(share.variable, count.variable, weight, values) ? count.variable : null;
}

/** What a heading is about, without how it is counted: `Anteil der Altbauten in % (2013)` → `altbauten`. */
function subjectWords(head: string): string {
  const words = headingWords(head)
    .replace(
      /\b(?:(?:19|20)\d\d|anteil|anzahl|prozent|quote|jan|feb|maerz|apr|mai|jun|jul|aug|sep|okt|nov|dez)\b|%/g,
      ' ',
    )
    .replace(/\b(?:der|die|das|des|dem|den|von|vom|in|im|an|am|abs|absolut|insgesamt|31 12)\b/g, ' ')
    .trim();
  return [...new Set(words.split(/\s+/))].sort().join(' ');
}

/** In every place of the share, for nearly all areas, and not of more than there are. */
function tellWhole(share: string, count: string, most: string | null, values: PlanValues): boolean {
  const counts = values.of(count);
  let both = 0;
  let all = 0;
  const sums = { implied: 0, most: 0 };
  for (const [place, byArea] of values.of(share)) {
    for (const [area, value] of byArea) {
      if (Number.isNaN(value)) continue;
      if (value > 1 || value < 0) return false;
      const number = counts.get(place)?.get(area) ?? NaN;
      all++;
      if (Number.isNaN(number)) continue;
      both++;
      const people = most === null ? NaN : (values.of(most).get(place)?.get(area) ?? NaN);
      if (!(value > 0) || Number.isNaN(people)) continue;
      sums.implied += number / value;
      sums.most += people;
    }
  }
  return both > 0 && both >= leastCovered * all && sums.implied <= 1.02 * sums.most;
}
