import type { LocalText } from '#model/text.ts';

/** A share under its canonical id (`data/README.md`), with a better wording than its count alone would give. */
export interface KnownShare {
  readonly id: string;
  /** Concept of the count; what it is a part of is the concept's universe. */
  readonly count: string;
  /** Only as a part of residents of the same ages. */
  readonly ofAges: boolean;
  readonly name: LocalText;
  readonly definition: LocalText;
}

const share = (
  id: string,
  count: string,
  name: readonly [de: string, en: string],
  definition: readonly [de: string, en: string],
  ofAges = false,
): KnownShare => ({
  id,
  count,
  ofAges,
  name: { de: name[0], en: name[1] },
  definition: { de: definition[0], en: definition[1] },
});

export const knownShares: readonly KnownShare[] = [
  share(
    'foreigners',
    'foreigners',
    ['Anteil der Ausländerinnen und Ausländer', 'Share of foreigners'],
    [
      'Menschen ohne deutsche Staatsangehörigkeit an der Bevölkerung',
      'People without German citizenship among residents',
    ],
  ),
  share(
    'migration-background',
    'migration-background',
    ['Anteil der Menschen mit Migrationshintergrund', 'Share of people with a migration background'],
    [
      'Menschen mit Migrationshintergrund an der Bevölkerung',
      'People with a migration background among residents',
    ],
  ),
  share(
    'under-15',
    'under-15',
    ['Anteil der Kinder unter 15 Jahren', 'Share of children under 15'],
    ['Kinder unter 15 Jahren an der Bevölkerung', 'Children under 15 among residents'],
  ),
  share(
    'over-65',
    'age-65-plus',
    ['Anteil der Menschen ab 65 Jahren', 'Share of people aged 65 and over'],
    ['Menschen ab 65 Jahren an der Bevölkerung', 'People aged 65 and over among residents'],
  ),
  share(
    'children-migration',
    'under-15-mh',
    ['Kinder mit Migrationshintergrund', 'Children with a migration background'],
    [
      'Kinder unter 15 Jahren mit Migrationshintergrund an allen Kindern unter 15 Jahren',
      'Children under 15 with a migration background among all children under 15',
    ],
  ),
  share(
    'migration-under-18',
    'mh-age-under-18',
    [
      'Kinder und Jugendliche mit Migrationshintergrund',
      'Children and young people with a migration background',
    ],
    [
      'Unter 18-Jährige mit Migrationshintergrund an allen unter 18-Jährigen',
      'Under-18s with a migration background among all under-18s',
    ],
    true,
  ),
  share(
    'sgb2',
    'sgb2-recipients',
    ['Anteil der Leistungsberechtigten nach SGB II', 'Share of recipients under SGB II'],
    [
      'Leistungsberechtigte nach SGB II an der Bevölkerung (aller Altersgruppen)',
      'Recipients under SGB II among residents (of all ages)',
    ],
  ),
  share(
    'child-poverty',
    'sgb2-under-15',
    ['Kinder in Haushalten mit SGB II', 'Children in households with SGB II'],
    [
      'Unter 15-Jährige in Haushalten mit SGB II an allen unter 15-Jährigen',
      'Under-15s in SGB II households among all under-15s',
    ],
  ),
  share(
    'unemployed',
    'unemployed',
    ['Anteil der Arbeitslosen', 'Share of unemployed people'],
    [
      'Arbeitslose an der Bevölkerung (aller Altersgruppen)',
      'Unemployed people among residents (of all ages)',
    ],
  ),
  share(
    'social-housing',
    'social-dwellings',
    ['Anteil der Sozialwohnungen', 'Share of social housing'],
    [
      'Wohnungen mit Miet- und Belegungsbindung an allen Wohnungen',
      'Dwellings with rent and occupancy binding among all dwellings',
    ],
  ),
  share(
    'municipal-housing',
    'municipal-dwellings',
    ['Wohnungen städtischer Gesellschaften', 'Municipal dwellings'],
    [
      'Wohnungen städtischer Gesellschaften an allen Wohnungen',
      'Dwellings of municipal companies among all dwellings',
    ],
  ),
];
