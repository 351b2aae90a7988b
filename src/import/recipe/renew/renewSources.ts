import { type Statement, statedIn } from '#model/text.ts';
import type { Recipe } from '../recipe.ts';
import type { CitedSources, RenewedSource } from '../renewal.ts';
import { yearInName } from './fileNames.ts';
import type { Replacement } from './renewing.ts';

/**
 * The dates of sources whose files were replaced: what the newest file says itself, else the old date moved by as many
 * years as the names of the files. A title that names the year of the old file names that of the new one. To be looked at by
 * a person in any case.
 *
 * @param statedDate What a new file says of its own date; empty where it says nothing.
 */
export async function renewSources(
  { sources }: Recipe,
  replacements: readonly Replacement[],
  statedDate: (replacement: Replacement) => Promise<string>,
): Promise<readonly RenewedSource[]> {
  const renewed: RenewedSource[] = [];
  for (const { id, title, publisher, date } of sources) {
    const newer = replacements.filter(({ before }) => before.source === id);
    if (newer.length === 0) continue;
    const steps = newer.map(({ before, file }) => stepBetween(before.path, file.path));
    const years = Math.max(...steps);
    const newest = newer.filter((_, i) => steps[i] === years);
    let stated = '';
    for (const one of newest) stated ||= await statedDate(one);
    const now = stated || moved(date, years);
    renewed.push({
      id,
      publisher,
      title: { before: title, now: titleOf(title, newest[0], years) },
      date: { before: date, now },
      from: stated ? 'file' : isSame(now, date) ? null : 'years',
    });
  }
  return renewed;
}

/** What a person wrote goes before what is proposed. */
export function citing(recipe: Recipe, cited: CitedSources = {}): Recipe {
  return { ...recipe, sources: recipe.sources.map((source) => ({ ...source, ...cited[source.id] })) };
}

/** Sources with their new dates and titles, as proposed or as a person wrote them. */
export function withSources(recipe: Recipe, renewed: readonly RenewedSource[]): Recipe {
  const sources = recipe.sources.map((source) => {
    const found = renewed.find(({ id }) => id === source.id);
    return found ? { ...source, title: found.title.now, date: found.date.now } : source;
  });
  return { ...recipe, sources };
}

function titleOf(title: Statement, newest: Replacement | undefined, years: number): Statement {
  const was = newest ? yearInName(newest.before.path) : null;
  // A title may also name the year of the boundaries, which stay.
  return was === null ? title : moved(title, years, was);
}

function stepBetween(before: string, now: string): number {
  const [was, is] = [yearInName(before), yearInName(now)];
  return was === null || is === null ? 0 : is - was;
}

/** `31.12.2023` → `31.12.2024`, `2024/25` → `2025/26`; other digits stay. */
function moved(text: Statement, years: number, only: number | null = null): Statement {
  if (years === 0) return text;
  if (typeof text === 'string') return movedYears(text, years, only);
  return { de: movedYears(text.de, years, only), en: movedYears(text.en, years, only) };
}

function movedYears(text: string, years: number, only: number | null): string {
  return text.replace(
    /(?<!\d)((?:19|20)\d\d)([/-]\d\d)?(?!\d)/g,
    (whole: string, year: string, second?: string) => {
      const from = Number(year);
      if (only !== null && from !== only) return whole;
      const isSchoolYear = second !== undefined && Number(second.slice(1)) === (from + 1) % 100;
      if (!isSchoolYear) return String(from + years) + (second ?? '');
      return `${from + years}${second[0]}${String((from + years + 1) % 100).padStart(2, '0')}`;
    },
  );
}

function isSame(one: Statement, other: Statement): boolean {
  return (['de', 'en'] as const).every((language) => statedIn(one, language) === statedIn(other, language));
}
