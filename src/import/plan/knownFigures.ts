import type { Theme, Unit } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';

/** What is known of a figure whose meaning was recognised (`inspect/concepts.ts`) or given by its canonical id. */
export interface KnownFigure {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: Unit;
  readonly theme: Theme;
}

/** A share worth showing as soon as both figures are there. */
export interface KnownShare {
  readonly id: string;
  readonly numerator: string;
  /** The first one that is there. */
  readonly denominators: readonly string[];
  readonly name: LocalText;
  readonly definition: LocalText;
  readonly direction: 'need' | 'resource' | 'neutral';
}

export interface KnownGroup {
  readonly id: string;
  readonly scope: 'residents' | 'institutions';
  readonly count: string;
  readonly universes: readonly string[];
  readonly name: LocalText;
  readonly ofName: LocalText;
  readonly restName: LocalText;
}

const text = (de: string, en: string): LocalText => ({ de, en });
const figure = (id: string, name: LocalText, theme: Theme, unit: Unit = 'persons'): KnownFigure => ({
  id,
  name,
  unit,
  theme,
});

export const knownFigures: readonly KnownFigure[] = [
  figure('residents', text('Einwohnerinnen und Einwohner', 'Residents'), 'population'),
  figure('foreigners', text('Ausländerinnen und Ausländer', 'Foreigners'), 'population'),
  figure('germans', text('Deutsche', 'Germans'), 'population'),
  figure(
    'migration-background',
    text('Menschen mit Migrationshintergrund', 'People with a migration background'),
    'population',
  ),
  figure(
    'germans-migration-background',
    text('Deutsche mit Migrationshintergrund', 'Germans with a migration background'),
    'population',
  ),
  figure('under-3', text('Kinder unter 3 Jahren', 'Children under 3'), 'population', 'children'),
  figure('under-6', text('Kinder unter 6 Jahren', 'Children under 6'), 'population', 'children'),
  figure('under-15', text('Kinder unter 15 Jahren', 'Children under 15'), 'population', 'children'),
  figure('under-18', text('Kinder und Jugendliche unter 18 Jahren', 'Under-18s'), 'population', 'children'),
  figure('over-65', text('Menschen ab 65 Jahren', 'People aged 65 and over'), 'population'),
  figure('over-80', text('Menschen ab 80 Jahren', 'People aged 80 and over'), 'population'),
  figure('women', text('Frauen', 'Women'), 'population'),
  figure('men', text('Männer', 'Men'), 'population'),
  figure('newcomers', text('Zugezogene aus dem Ausland', 'Arrivals from abroad'), 'arrivals'),
  figure('sgb2-recipients', text('Leistungsberechtigte nach SGB II', 'Recipients under SGB II'), 'sgb2'),
  figure(
    'sgb2-under-15',
    text('Leistungsberechtigte nach SGB II unter 15 Jahren', 'Recipients under SGB II under 15'),
    'sgb2',
    'children',
  ),
  figure(
    'sgb2-households',
    text('Bedarfsgemeinschaften nach SGB II', 'Benefit households under SGB II'),
    'sgb2',
    'households',
  ),
  figure('unemployed', text('Arbeitslose', 'Unemployed'), 'sgb2'),
  figure(
    'unemployed-sgb2',
    text('Arbeitslose nach SGB II', 'Unemployed under SGB II'),
    'sgb2',
  ),
  figure('households', text('Haushalte', 'Households'), 'population', 'households'),
  figure(
    'single-person-households',
    text('Einpersonenhaushalte', 'One-person households'),
    'population',
    'households',
  ),
  figure('single-parents', text('Haushalte von Alleinerziehenden', 'Single-parent households'), 'population', 'households'),
  figure('dwellings', text('Wohnungen', 'Dwellings'), 'housing', 'dwellings'),
  figure(
    'social-dwellings',
    text('Sozialwohnungen', 'Dwellings with rent and occupancy binding'),
    'housing',
    'dwellings',
  ),
  figure('vacant-dwellings', text('Leerstehende Wohnungen', 'Vacant dwellings'), 'housing', 'dwellings'),
  figure('pupils', text('Schülerinnen und Schüler', 'Pupils'), 'education', 'children'),
  figure(
    'ndh',
    text('Kinder nichtdeutscher Herkunftssprache', 'Children whose first language is not German'),
    'education',
    'children',
  ),
];

const share = (
  id: string,
  numerator: string,
  denominators: readonly string[],
  name: LocalText,
  definition: LocalText,
  direction: KnownShare['direction'] = 'neutral',
): KnownShare => ({ id, numerator, denominators, name, definition, direction });

export const knownShares: readonly KnownShare[] = [
  share(
    'foreigners',
    'foreigners',
    ['residents'],
    text('Anteil der Ausländerinnen und Ausländer', 'Share of foreigners'),
    text(
      'Menschen ohne deutsche Staatsangehörigkeit an der Bevölkerung',
      'People without German citizenship among residents',
    ),
  ),
  share(
    'migration-background',
    'migration-background',
    ['residents'],
    text('Anteil der Menschen mit Migrationshintergrund', 'Share of people with a migration background'),
    text(
      'Menschen mit Migrationshintergrund an der Bevölkerung',
      'People with a migration background among residents',
    ),
  ),
  share(
    'under-15',
    'under-15',
    ['residents'],
    text('Anteil der Kinder unter 15 Jahren', 'Share of children under 15'),
    text('Kinder unter 15 Jahren an der Bevölkerung', 'Children under 15 among residents'),
  ),
  share(
    'under-18',
    'under-18',
    ['residents'],
    text('Anteil der unter 18-Jährigen', 'Share of under-18s'),
    text('Kinder und Jugendliche unter 18 Jahren an der Bevölkerung', 'Under-18s among residents'),
  ),
  share(
    'over-65',
    'over-65',
    ['residents'],
    text('Anteil der Menschen ab 65 Jahren', 'Share of people aged 65 and over'),
    text('Menschen ab 65 Jahren an der Bevölkerung', 'People aged 65 and over among residents'),
  ),
  share(
    'newcomers',
    'newcomers',
    ['residents'],
    text('Zuzüge aus dem Ausland', 'Arrivals from abroad'),
    text('Aus dem Ausland Zugezogene an der Bevölkerung', 'Arrivals from abroad among residents'),
  ),
  share(
    'sgb2-rate',
    'sgb2-recipients',
    ['residents'],
    text('Anteil der Leistungsberechtigten nach SGB II', 'Share of recipients under SGB II'),
    text(
      'Leistungsberechtigte nach SGB II an der Bevölkerung (aller Altersgruppen)',
      'Recipients under SGB II among residents (of all ages)',
    ),
    'need',
  ),
  share(
    'child-poverty',
    'sgb2-under-15',
    ['under-15'],
    text('Kinder in Haushalten mit SGB II', 'Children in households with SGB II'),
    text(
      'Unter 15-Jährige in Haushalten mit SGB II an allen unter 15-Jährigen',
      'Under-15s in SGB II households among all under-15s',
    ),
    'need',
  ),
  share(
    'unemployed-residents',
    'unemployed',
    ['residents'],
    text('Anteil der Arbeitslosen', 'Share of unemployed people'),
    text('Arbeitslose an der Bevölkerung (aller Altersgruppen)', 'Unemployed people among residents (of all ages)'),
    'need',
  ),
  share(
    'social-housing',
    'social-dwellings',
    ['dwellings'],
    text('Anteil der Sozialwohnungen', 'Share of social housing'),
    text(
      'Wohnungen mit Miet- und Belegungsbindung an allen Wohnungen',
      'Dwellings with rent and occupancy binding among all dwellings',
    ),
  ),
  share(
    'vacancy',
    'vacant-dwellings',
    ['dwellings'],
    text('Leerstand', 'Vacancy'),
    text('Leerstehende an allen Wohnungen', 'Vacant dwellings among all dwellings'),
  ),
];

const group = (
  id: string,
  universes: readonly string[],
  name: LocalText,
  ofName: LocalText,
  restName: LocalText,
  scope: KnownGroup['scope'] = 'residents',
): KnownGroup => ({ id, scope, count: id, universes, name, ofName, restName });

const otherResidents = text('übrige Bevölkerung', 'other residents');

export const knownGroups: readonly KnownGroup[] = [
  group(
    'foreigners',
    ['residents'],
    text('Ausländerinnen und Ausländer', 'Foreigners'),
    text('Ausländerinnen und Ausländern', 'foreigners'),
    text('Deutsche', 'Germans'),
  ),
  group(
    'migration-background',
    ['residents'],
    text('Menschen mit Migrationshintergrund', 'People with a migration background'),
    text('Menschen mit Migrationshintergrund', 'people with a migration background'),
    text('Menschen ohne Migrationshintergrund', 'people without a migration background'),
  ),
  group(
    'sgb2-recipients',
    ['residents'],
    text('Leistungsberechtigte nach SGB II', 'Recipients under SGB II'),
    text('Leistungsberechtigten nach SGB II', 'recipients under SGB II'),
    otherResidents,
  ),
  group(
    'sgb2-under-15',
    ['under-15'],
    text('Kinder in Haushalten mit SGB II', 'Children in households with SGB II'),
    text('Kindern in Haushalten mit SGB II', 'children in households with SGB II'),
    text('übrige Kinder', 'other children'),
  ),
  group(
    'unemployed',
    ['residents'],
    text('Arbeitslose', 'Unemployed people'),
    text('Arbeitslosen', 'unemployed people'),
    otherResidents,
  ),
  group(
    'over-65',
    ['residents'],
    text('Menschen ab 65 Jahren', 'People aged 65 and over'),
    text('Menschen ab 65 Jahren', 'people aged 65 and over'),
    text('Jüngere', 'younger people'),
  ),
  group(
    'under-18',
    ['residents'],
    text('Kinder und Jugendliche', 'Children and young people'),
    text('Kindern und Jugendlichen', 'children and young people'),
    text('Erwachsene', 'adults'),
  ),
  group(
    'ndh',
    ['total'],
    text('Kinder nichtdeutscher Herkunftssprache', 'Children whose first language is not German'),
    text('Kindern nichtdeutscher Herkunftssprache', 'children whose first language is not German'),
    text('Kinder deutscher Herkunftssprache', 'children whose first language is German'),
    'institutions',
  ),
];

/** The text of a list in both languages where its German is what a plan says, else the one text given for both. */
export function inBothLanguages(given: string, known: LocalText | undefined): LocalText {
  return known?.de === given ? known : { de: given, en: given };
}
