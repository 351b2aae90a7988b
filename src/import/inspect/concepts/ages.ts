import type { LocalText } from '#model/text.ts';
import { type AgeRange, type Concept, conceptOf } from './concept.ts';

/** Whose ages: of all residents, or of a part of them. */
const ageGroups = {
  '': { id: 'residents', name: { de: 'Einwohnerinnen und Einwohner', en: 'Residents' } },
  mh: {
    id: 'migration-background',
    name: { de: 'Menschen mit Migrationshintergrund', en: 'People with a migration background' },
  },
  foreigners: { id: 'foreigners', name: { de: 'Ausländerinnen und Ausländer', en: 'Foreigners' } },
} as const;
export type AgeGroup = keyof typeof ageGroups;

/** `age-under-6`, `age-6-14`, `age-65-plus`, `mh-age-…`; under 15 under the shorter id that recipes use. */
export function ageConceptId({ from, to }: AgeRange, group: AgeGroup): string {
  const range =
    from === null || from === 0 ? `under-${(to ?? 0) + 1}` : to === null ? `${from}-plus` : `${from}-${to}`;
  if (range === 'under-15' && group !== 'foreigners') return group === 'mh' ? 'under-15-mh' : 'under-15';
  return `${group === '' ? '' : `${group}-`}age-${range}`;
}

const ageId = /^(?:(mh|foreigners)-)?age-(?:under-(\d{1,3})|(\d{1,3})-(?:plus|(\d{1,3})))$/;

export function ageConcept(id: string): Concept | null {
  const match = ageId.exec(id);
  const ages = rangeIn(match);
  if (!match || !ages) return null;
  const group = (match[1] ?? '') as AgeGroup;
  const whose = ageGroups[group];
  const words = ageWords(ages);
  return conceptOf({
    id,
    de: `${whose.name.de}, ${words.de}`,
    en: `${whose.name.en} ${words.en}`,
    universe: whose.id,
    // Children with a migration background are compared with all children, not with their grandparents.
    ...(group === '' ? {} : { ages }),
    ...(id === 'age-65-plus'
      ? {
          of: ['Menschen ab 65 Jahren', 'people aged 65 and over'] as const,
          rest: ['Jüngere', 'younger people'] as const,
        }
      : {}),
  });
}

/** The ages of residents that a figure of this id counts; null when it counts something else. */
export function agesOf(id: string): AgeRange | null {
  if (id === 'under-15') return { from: null, to: 14 };
  const match = ageId.exec(id);
  return match?.[1] === undefined ? rangeIn(match) : null;
}

function rangeIn(match: RegExpExecArray | null): AgeRange | null {
  if (!match) return null;
  const [, , under, from, to] = match;
  if (under !== undefined) return { from: null, to: Number(under) - 1 };
  return { from: Number(from), to: to === undefined ? null : Number(to) };
}

function ageWords({ from, to }: AgeRange): LocalText {
  if (from === null) return { de: `unter ${(to ?? 0) + 1} Jahre`, en: `under ${(to ?? 0) + 1}` };
  if (to === null) return { de: `${from} Jahre und älter`, en: `aged ${from} and older` };
  return { de: `${from} bis unter ${to + 1} Jahre`, en: `aged ${from} to under ${to + 1}` };
}

/** Ages after "Einwohner" or "residents": `von 15 bis unter 65 Jahren`, `aged 15 to under 65`. */
export function ageAttribute({ from, to }: AgeRange): LocalText {
  const { en } = ageWords({ from, to });
  if (from === null) return { de: `unter ${(to ?? 0) + 1} Jahren`, en };
  return { de: to === null ? `ab ${from} Jahren` : `von ${from} bis unter ${to + 1} Jahren`, en };
}
