import * as v from 'valibot';
import type { DisclosureProfile, ListedDisclosureProfile } from './profile.ts';

/** Why a profile asks for what it asks for. Addresses are those of the publishers. */
export interface DisclosureSource {
  readonly title: string;
  readonly url: string | null;
}

export const disclosureSources: readonly DisclosureSource[] = [
  {
    title: 'Bundesstatistikgesetz (BStatG), § 16 Geheimhaltung',
    url: 'https://www.gesetze-im-internet.de/bstatg_1987/__16.html',
  },
  {
    title:
      'Statistik der Bundesagentur für Arbeit: Regeln der statistischen Geheimhaltung (mindestens 3 Fälle, Dominanzregel, sekundäre Geheimhaltung)',
    url: 'https://statistik.arbeitsagentur.de/DE/Navigation/Grundlagen/Rechtsgrundlagen/Statistische-Geheimhaltung/Statistische-Geheimhaltung-Nav.html',
  },
  { title: 'EXSTAT: Anteile ab 100 Personen in der Bezugsgröße und 3 Fällen', url: null },
  {
    title: 'Giessing, S. (1999): Statistische Geheimhaltung in Tabellen. Forum der Bundesstatistik 31',
    url: null,
  },
  {
    title:
      'Statistisches Landesamt Baden-Württemberg: Geheimhaltung in den Personalstatistiken (jede Zahl für sich auf Vielfache von 5 gerundet)',
    url: 'https://www.statistik-bw.de/Arbeit/OeffentlichBeschaeftigte/BS-OD_Ghh5erRundung.jsp',
  },
];

/** Nothing is hidden: for data that their publisher has protected already. */
export const asDelivered: ListedDisclosureProfile = {
  id: 'as-delivered',
  name: { de: 'Wie geliefert', en: 'As delivered' },
  minimumCount: 0,
  minimumDenominator: 0,
  minimumInstitution: 0,
  roundTo: 1,
  dominance: null,
  secondary: false,
};

export const standard: ListedDisclosureProfile = {
  id: 'standard',
  name: { de: 'Üblich', en: 'Usual' },
  minimumCount: 3,
  minimumDenominator: 100,
  minimumInstitution: 10,
  roundTo: 1,
  dominance: null,
  secondary: true,
};

/** The part of a whole from which on a count speaks of everybody in it is the 85 per cent customary for dominance. */
export const strict: ListedDisclosureProfile = {
  id: 'strict',
  name: { de: 'Streng', en: 'Strict' },
  minimumCount: 5,
  minimumDenominator: 100,
  minimumInstitution: 10,
  roundTo: 5,
  dominance: 0.85,
  secondary: true,
};

/** From the least to the most that is hidden. */
export const disclosureProfiles: readonly ListedDisclosureProfile[] = [asDelivered, standard, strict];

export function disclosureProfileById(id: string): ListedDisclosureProfile | null {
  return disclosureProfiles.find((profile) => profile.id === id) ?? null;
}

const limit = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/**
 * A profile as it stands in a recipe or a project file. Counts below the minimum that are rounded to a smaller number
 * would look like secret ones that were shown: the minimum may not be above the base of rounding.
 */
export const profileSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/)),
    minimumCount: limit(100),
    minimumDenominator: limit(10_000),
    minimumInstitution: limit(1_000),
    roundTo: v.picklist([1, 3, 5, 10]),
    dominance: v.nullable(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1))),
    secondary: v.boolean(),
  }),
  v.check(
    ({ roundTo, minimumCount }) => roundTo === 1 || minimumCount <= roundTo,
    'minimumCount exceeds roundTo',
  ),
);

/** The profile in a file, or null where it is none. A listed id with other values than listed is no such profile. */
export function readProfile(value: unknown): DisclosureProfile | null {
  const parsed = v.safeParse(profileSchema, value);
  if (!parsed.success) return null;
  const listed = disclosureProfileById(parsed.output.id);
  return listed && !sameRules(listed, parsed.output) ? null : parsed.output;
}

/** The values of a profile without its name, as files and requests hold it. */
export function rulesOf(profile: DisclosureProfile): DisclosureProfile {
  const { id, minimumCount, minimumDenominator, minimumInstitution, roundTo, dominance, secondary } = profile;
  return { id, minimumCount, minimumDenominator, minimumInstitution, roundTo, dominance, secondary };
}

export function sameRules(one: DisclosureProfile, other: DisclosureProfile): boolean {
  return (
    one.minimumCount === other.minimumCount &&
    one.minimumDenominator === other.minimumDenominator &&
    one.minimumInstitution === other.minimumInstitution &&
    one.roundTo === other.roundTo &&
    one.dominance === other.dominance &&
    one.secondary === other.secondary
  );
}

/** Does the profile leave everything as it is? A second cell is hidden only where a first one is. */
export function hidesNothing(profile: DisclosureProfile): boolean {
  return (
    profile.minimumCount <= 1 &&
    profile.minimumDenominator <= 1 &&
    profile.minimumInstitution <= 1 &&
    profile.roundTo === 1 &&
    profile.dominance === null
  );
}

/** The listed profile with these values, under whatever id. */
export function listedAs(profile: DisclosureProfile): ListedDisclosureProfile | null {
  return disclosureProfiles.find((listed) => sameRules(listed, profile)) ?? null;
}
