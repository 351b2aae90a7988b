import type { Theme, Unit } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';

/** Ages in whole years, both ends included; null is open. */
export interface AgeRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** What the figures of a column can mean. Ids are those that the recipes use for their variables. */
export interface Concept {
  readonly id: string;
  readonly kind: 'count' | 'share' | 'value';
  readonly unit: Unit;
  readonly theme: Theme;
  readonly direction: 'need' | 'resource' | 'neutral';
  readonly name: LocalText;
  /** Of counts: the concept whose count it is a part of. Of shares and values: the one whose counts weight it. */
  readonly universe: string | null;
  /** Of which ages it can be only: residents of these ages are a better whole than all residents, where they are known. */
  readonly ages: AgeRange | null;
  /** Of counts: the concept of the published share. */
  readonly share: string | null;
  /** Of shares: the count the share is made of, where offices publish it. */
  readonly shareOf: string | null;
  /** As a group for segregation: "von 100 …" and the name of all others. */
  readonly group: { readonly of: LocalText; readonly rest: LocalText } | null;
  /** A measure that is never zero where it exists. */
  readonly neverZero: boolean;
  /** A difference: negative values are nothing special. */
  readonly signed: boolean;
}

/** A concept as it is written down: what is not said is as usual (a count of persons, part of the residents). */
export interface ConceptEntry {
  readonly id: string;
  readonly kind?: Concept['kind'];
  readonly unit?: Unit;
  readonly theme?: Theme;
  readonly direction?: Concept['direction'];
  readonly de: string;
  readonly en: string;
  readonly universe?: string | null;
  readonly ages?: AgeRange;
  readonly share?: string;
  readonly of?: readonly [de: string, en: string];
  readonly rest?: readonly [de: string, en: string];
  readonly neverZero?: boolean;
  readonly signed?: boolean;
}

/** How a concept is recognised, on `headingWords`. Earlier entries win. */
export interface ConceptRule {
  readonly concept: string;
  readonly heading: RegExp;
  readonly except?: RegExp;
  /** Other columns (their heading words) that must stand in the same table: codes such as `S1` mean nothing alone. */
  readonly beside?: readonly RegExp[];
}

/** The concepts of one theme and the words they are known by, the more special before the more general. */
export interface ThemeConcepts {
  readonly concepts: readonly ConceptEntry[];
  readonly rules: readonly ConceptRule[];
}

export const otherResidents = ['übrige Bevölkerung', 'other residents'] as const;

/** `shareOf`: the count of which it is the published share, if it is one. */
export function conceptOf(entry: ConceptEntry, shareOf: string | null = null): Concept {
  const kind = entry.kind ?? 'count';
  const { of, rest } = entry;
  return {
    id: entry.id,
    kind,
    unit: entry.unit ?? (kind === 'share' ? 'share' : 'persons'),
    theme: entry.theme ?? 'population',
    direction: entry.direction ?? 'neutral',
    name: { de: entry.de, en: entry.en },
    universe: entry.universe === undefined ? 'residents' : entry.universe,
    ages: entry.ages ?? null,
    share: kind === 'count' ? (entry.share ?? null) : null,
    shareOf: kind === 'share' ? shareOf : null,
    group: of && rest ? { of: { de: of[0], en: of[1] }, rest: { de: rest[0], en: rest[1] } } : null,
    neverZero: entry.neverZero ?? false,
    signed: entry.signed ?? false,
  };
}
