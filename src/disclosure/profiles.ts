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

/** The largest values a profile may have. */
export const limits = { minimumCount: 20, minimumDenominator: 10_000, minimumInstitution: 1_000 } as const;

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
