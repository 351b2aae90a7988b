import type { DescriptorInput } from '#import/pack/descriptor.ts';
import { years } from './calendar.ts';
import {
  benefitColumns,
  educationColumns,
  housingColumns,
  populationColumns,
  sensitive,
} from './observations.ts';

type Own = DescriptorInput['quartierlupe'];
type Indicator = Own['indicators'][number];
type Variable = Own['variables'][number];
type Group = Own['groups'][number];
type Text = Own['title'];

const text = (de: string, en: string): Text => ({ de, en });
const count = (id: string, de: string, en: string, unit: Variable['unit'] = 'persons'): Variable => ({
  id,
  name: text(de, en),
  kind: 'count',
  unit,
  source: sourceOf(id),
  ...(sensitive.includes(id) ? { secret: { from: 1, to: 2 } } : {}),
});

function sourceOf(id: string): string {
  const has = (columns: readonly string[]) => columns.includes(id);
  if (has(benefitColumns)) return 'benefits';
  if (has(housingColumns)) return 'housing';
  if (has(educationColumns)) return 'education';
  return 'register';
}

const variables: Variable[] = [
  count('residents', 'Einwohnerinnen und Einwohner', 'Residents'),
  count('children', 'Kinder unter 15 Jahren', 'Children under 15', 'children'),
  count('under-6', 'Kinder unter 6 Jahren', 'Children under 6', 'children'),
  count('working-age', 'Einwohnerinnen und Einwohner von 15 bis unter 65 Jahren', 'Residents aged 15 to 64'),
  count('older', 'Einwohnerinnen und Einwohner ab 65 Jahren', 'Residents aged 65 and over'),
  count('foreigners', 'Ausländerinnen und Ausländer', 'Foreign nationals'),
  count('migration-background', 'Personen mit Migrationshintergrund', 'People with migration background'),
  count(
    'children-migration',
    'Kinder mit Migrationshintergrund',
    'Children with migration background',
    'children',
  ),
  count('eu2', 'Staatsangehörige Bulgariens und Rumäniens', 'Nationals of Bulgaria and Romania'),
  count('protection', 'Personen mit Schutzstatus', 'People with protection status'),
  count('newcomers', 'Zuzüge aus dem Ausland', 'Arrivals from abroad'),
  count('in-migration', 'Zuzüge in das Gebiet', 'Moves into the area', 'cases'),
  count('out-migration', 'Fortzüge aus dem Gebiet', 'Moves out of the area', 'cases'),
  count('moves', 'Zu- und Fortzüge über die Gebietsgrenze', 'Moves across the area border', 'cases'),
  count('sgb2', 'Leistungsberechtigte nach SGB II', 'Recipients of SGB II'),
  count('sgb2-children', 'Kinder unter 15 Jahren im SGB-II-Bezug', 'Children under 15 on SGB II', 'children'),
  count('unemployed-sgb2', 'Arbeitslose im Rechtskreis SGB II', 'Unemployed under SGB II'),
  count(
    'other-transfer',
    'Nicht arbeitslose Leistungsberechtigte nach SGB II und SGB XII',
    'Recipients of SGB II and SGB XII who are not unemployed',
  ),
  count('dwellings', 'Wohnungen', 'Dwellings', 'dwellings'),
  count(
    'social-dwellings',
    'Wohnungen mit Mietpreis- und Belegungsbindung',
    'Dwellings with rent and occupancy binding',
    'dwellings',
  ),
  count(
    'binding-ends-5',
    'Wohnungen, deren Bindung in den nächsten 5 Jahren endet',
    'Dwellings whose binding ends within 5 years',
    'dwellings',
  ),
  count(
    'binding-ends-10',
    'Wohnungen, deren Bindung in den nächsten 10 Jahren endet',
    'Dwellings whose binding ends within 10 years',
    'dwellings',
  ),
  count(
    'municipal-dwellings',
    'Wohnungen der städtischen Wohnungsgesellschaft',
    'Dwellings of the municipal housing company',
    'dwellings',
  ),
  count('vacant-dwellings', 'Leerstehende Wohnungen', 'Vacant dwellings', 'dwellings'),
  count('floor-space', 'Wohnfläche', 'Floor space', 'sqm'),
  count('offers', 'Mietangebote', 'Rental offers', 'cases'),
  count('kdu-offers', 'KdU-angemessene Mietangebote', 'Rental offers within the KdU limit', 'cases'),
  {
    id: 'asking-rent',
    name: text('Angebotsmiete (Median)', 'Asking rent (median)'),
    kind: 'value',
    unit: 'euro-per-sqm',
    weight: 'offers',
    source: 'housing',
  },
  count('kita-children', 'Kinder unter 6 Jahren in einer Kita', 'Children under 6 in a kita', 'children'),
  count('examined', 'Untersuchte Einschulkinder', 'Children examined at school entry', 'children'),
  count(
    'language-support',
    'Einschulkinder mit Sprachförderbedarf',
    'School entrants in need of language support',
    'children',
  ),
  count(
    'leaving-primary',
    'Kinder am Ende der Grundschulzeit',
    'Children leaving primary school',
    'children',
  ),
  count('to-gymnasium', 'Übergänge auf ein Gymnasium', 'Transitions to a Gymnasium', 'children'),
];

type Words = readonly [de: string, en: string];
const t = ([de, en]: Words): Text => text(de, en);

function share(
  id: string,
  theme: Indicator['theme'],
  name: Words,
  short: Words,
  definition: Words,
  [numerator, numeratorText]: readonly [string, Words],
  [denominator, denominatorText]: readonly [string, Words],
  direction: Indicator['direction'],
  sentence: Words | null,
): Indicator {
  return {
    id,
    theme,
    name: t(name),
    short: t(short),
    definition: t(definition),
    sentence: sentence && t(sentence),
    numeratorText: t(numeratorText),
    denominatorText: t(denominatorText),
    unit: 'share',
    measure: { kind: 'share', numerator: [numerator], denominator: [denominator] },
    direction,
    decimals: 1,
    source: sourceOf(numerator),
  };
}

const all: Words = ['Einwohnerinnen und Einwohner zum Jahresende', 'Residents at the end of the year'];
const flats: Words = ['Wohnungen zum Jahresende', 'Dwellings at the end of the year'];
const offered: Words = ['Mietangebote des Jahres', 'Rental offers of the year'];

const indicators: Indicator[] = [
  share(
    'foreigners',
    'population',
    ['Ausländerinnen und Ausländer', 'Foreign nationals'],
    ['Ausländeranteil', 'Foreigners'],
    ['Anteil der Personen ohne deutsche Staatsangehörigkeit', 'Share of people without German nationality'],
    ['foreigners', ['Personen ohne deutsche Staatsangehörigkeit', 'People without German nationality']],
    ['residents', all],
    'neutral',
    [
      'In {place} haben {figure} Menschen keine deutsche Staatsangehörigkeit',
      'In {place}, {figure} people hold no German nationality',
    ],
  ),
  share(
    'migration-background',
    'population',
    ['Personen mit Migrationshintergrund', 'People with migration background'],
    ['Migrationshintergrund', 'Migration background'],
    [
      'Anteil der Ausländerinnen und Ausländer und der Deutschen mit Migrationshintergrund',
      'Share of foreign nationals and of Germans with migration background',
    ],
    ['migration-background', ['Personen mit Migrationshintergrund', 'People with migration background']],
    ['residents', all],
    'neutral',
    [
      'In {place} haben {figure} Menschen einen Migrationshintergrund',
      'In {place}, {figure} people have a migration background',
    ],
  ),
  share(
    'under-15',
    'population',
    ['Kinder unter 15 Jahren', 'Children under 15'],
    ['unter 15', 'Under 15'],
    ['Anteil der unter 15-Jährigen', 'Share of those under 15'],
    ['children', ['Kinder unter 15 Jahren', 'Children under 15']],
    ['residents', all],
    'neutral',
    ['In {place} sind {figure} Menschen unter 15 Jahre alt', 'In {place}, {figure} people are under 15'],
  ),
  share(
    'over-65',
    'population',
    ['Menschen ab 65 Jahren', 'People aged 65 and over'],
    ['65 und älter', '65 and over'],
    ['Anteil der 65-Jährigen und Älteren', 'Share of those aged 65 and over'],
    ['older', ['Personen ab 65 Jahren', 'People aged 65 and over']],
    ['residents', all],
    'neutral',
    ['In {place} sind {figure} Menschen 65 Jahre oder älter', 'In {place}, {figure} people are 65 or older'],
  ),
  share(
    'newcomers',
    'arrivals',
    ['Zuzüge aus dem Ausland', 'Arrivals from abroad'],
    ['Zuzug Ausland', 'From abroad'],
    [
      'Zuzüge aus dem Ausland im Jahr je Einwohnerin und Einwohner',
      'Arrivals from abroad in the year per resident',
    ],
    ['newcomers', ['Zuzüge aus dem Ausland im Jahr', 'Arrivals from abroad in the year']],
    ['residents', all],
    'neutral',
    [
      'In {place} sind im Lauf des Jahres {figure} Menschen aus dem Ausland zugezogen',
      'In {place}, {figure} people arrived from abroad within the year',
    ],
  ),
  share(
    'turnover',
    'arrivals',
    ['Wanderungsvolumen', 'Turnover'],
    ['Wanderungsvolumen', 'Turnover'],
    [
      'Zu- und Fortzüge über die Gebietsgrenze im Jahr je Einwohnerin und Einwohner',
      'Moves into and out of the area in the year per resident',
    ],
    ['moves', ['Zu- und Fortzüge im Jahr', 'Moves in and out in the year']],
    ['residents', all],
    'neutral',
    null,
  ),
  share(
    'eu2',
    'arrivals',
    ['Staatsangehörige Bulgariens und Rumäniens', 'Nationals of Bulgaria and Romania'],
    ['EU-2', 'EU-2'],
    ['Anteil der Staatsangehörigen Bulgariens und Rumäniens', 'Share of nationals of Bulgaria and Romania'],
    ['eu2', ['Staatsangehörige Bulgariens und Rumäniens', 'Nationals of Bulgaria and Romania']],
    ['residents', all],
    'neutral',
    [
      'In {place} haben {figure} Menschen die bulgarische oder rumänische Staatsangehörigkeit',
      'In {place}, {figure} people are nationals of Bulgaria or Romania',
    ],
  ),
  share(
    'protection-status',
    'arrivals',
    ['Personen mit Schutzstatus', 'People with protection status'],
    ['Schutzstatus', 'Protection'],
    [
      'Anteil der Personen mit anerkanntem oder vorübergehendem Schutz',
      'Share of people with recognised or temporary protection',
    ],
    ['protection', ['Personen mit Schutzstatus', 'People with protection status']],
    ['residents', all],
    'neutral',
    [
      'In {place} haben {figure} Menschen einen Schutzstatus',
      'In {place}, {figure} people have protection status',
    ],
  ),
  share(
    'sgb2-rate',
    'sgb2',
    ['SGB-II-Quote', 'SGB II rate'],
    ['SGB II', 'SGB II'],
    ['Anteil der Leistungsberechtigten nach SGB II', 'Share of recipients of SGB II'],
    ['sgb2', ['Leistungsberechtigte nach SGB II', 'Recipients of SGB II']],
    ['residents', all],
    'need',
    [
      'In {place} leben {figure} Menschen in Haushalten mit SGB II',
      'In {place}, {figure} people live in households on SGB II',
    ],
  ),
  share(
    'child-poverty',
    'sgb2',
    ['Kinderarmut', 'Child poverty'],
    ['Kinder im SGB II', 'Children on SGB II'],
    ['Anteil der unter 15-Jährigen in Haushalten mit SGB II', 'Share of under-15s in households on SGB II'],
    ['sgb2-children', ['Kinder unter 15 Jahren im SGB-II-Bezug', 'Children under 15 on SGB II']],
    ['children', ['Kinder unter 15 Jahren zum Jahresende', 'Children under 15 at the end of the year']],
    'need',
    [
      'In {place} leben {figure} Kindern in Haushalten mit SGB II',
      'In {place}, {figure} children live in households on SGB II',
    ],
  ),
  share(
    'unemployment-sgb2',
    'sgb2',
    ['Arbeitslosigkeit (SGB II)', 'Unemployment (SGB II)'],
    ['Arbeitslose SGB II', 'Unemployed SGB II'],
    [
      'Anteil der Arbeitslosen im Rechtskreis SGB II an den 15- bis 64-Jährigen',
      'Unemployed under SGB II as a share of those aged 15 to 64',
    ],
    ['unemployed-sgb2', ['Arbeitslose im Rechtskreis SGB II', 'Unemployed under SGB II']],
    [
      'working-age',
      ['Personen von 15 bis unter 65 Jahren zum Jahresende', 'People aged 15 to 64 at the end of the year'],
    ],
    'need',
    [
      'In {place} sind {figure} Menschen im erwerbsfähigen Alter nach SGB II arbeitslos',
      'In {place}, {figure} people of working age are unemployed under SGB II',
    ],
  ),
  share(
    'transfer',
    'sgb2',
    ['Transferbezug der Nicht-Arbeitslosen', 'Transfer benefits of people not unemployed'],
    ['Transferbezug', 'Transfer benefits'],
    [
      'Anteil der nicht arbeitslosen Leistungsberechtigten nach SGB II und SGB XII',
      'Share of recipients of SGB II and SGB XII who are not unemployed',
    ],
    [
      'other-transfer',
      [
        'Nicht arbeitslose Leistungsberechtigte nach SGB II und XII',
        'Recipients of SGB II and XII who are not unemployed',
      ],
    ],
    ['residents', all],
    'need',
    [
      'In {place} beziehen {figure} Menschen Leistungen, ohne arbeitslos zu sein',
      'In {place}, {figure} people receive benefits without being unemployed',
    ],
  ),
  {
    id: 'asking-rent',
    theme: 'housing',
    name: text('Angebotsmiete', 'Asking rent'),
    short: text('Angebotsmiete', 'Asking rent'),
    definition: text(
      'Median der nettokalten Angebotsmieten des Jahres; ab zehn Angeboten',
      'Median net asking rent of the year; from ten offers on',
    ),
    sentence: text(
      'In {place} werden Wohnungen für {figure} angeboten',
      'In {place}, dwellings are offered at {figure}',
    ),
    numeratorText: null,
    denominatorText: null,
    unit: 'euro-per-sqm',
    measure: { kind: 'value', variable: 'asking-rent' },
    direction: 'neutral',
    decimals: 2,
    source: 'housing',
  },
  share(
    'kdu-conform',
    'housing',
    ['KdU-angemessene Mietangebote', 'Rental offers within the KdU limit'],
    ['KdU-angemessen', 'KdU-conform'],
    [
      'Anteil der Mietangebote, deren Miete das Jobcenter anerkennt',
      'Share of rental offers at a rent the job centre accepts',
    ],
    [
      'kdu-offers',
      ['KdU-angemessene Mietangebote des Jahres', 'Rental offers of the year within the KdU limit'],
    ],
    ['offers', offered],
    'resource',
    [
      'In {place} sind {figure} angebotenen Wohnungen KdU-angemessen',
      'In {place}, {figure} offered dwellings are within the KdU limit',
    ],
  ),
  share(
    'social-housing',
    'housing',
    ['Gebundene Wohnungen', 'Social housing'],
    ['Sozialwohnungen', 'Social housing'],
    [
      'Anteil der Wohnungen mit Mietpreis- und Belegungsbindung',
      'Share of dwellings with rent and occupancy binding',
    ],
    ['social-dwellings', ['Gebundene Wohnungen', 'Dwellings with binding']],
    ['dwellings', flats],
    'resource',
    ['In {place} sind {figure} Wohnungen gebunden', 'In {place}, {figure} dwellings are social housing'],
  ),
  share(
    'social-housing-expiring',
    'housing',
    ['Auslaufende Bindungen', 'Expiring bindings'],
    ['Bindung endet', 'Binding ends'],
    [
      'Anteil der gebundenen Wohnungen, deren Bindung in den nächsten fünf Jahren endet',
      'Share of social housing whose binding ends within five years',
    ],
    [
      'binding-ends-5',
      ['Wohnungen mit Bindungsende in fünf Jahren', 'Dwellings whose binding ends within five years'],
    ],
    [
      'social-dwellings',
      ['Gebundene Wohnungen zum Jahresende', 'Dwellings with binding at the end of the year'],
    ],
    'need',
    [
      'In {place} endet bei {figure} gebundenen Wohnungen die Bindung in den nächsten fünf Jahren',
      'In {place}, the binding of {figure} social dwellings ends within five years',
    ],
  ),
  share(
    'municipal-housing',
    'housing',
    ['Kommunale Wohnungen', 'Municipal housing'],
    ['kommunal', 'Municipal'],
    [
      'Anteil der Wohnungen der städtischen Wohnungsgesellschaft',
      'Share of dwellings of the municipal housing company',
    ],
    ['municipal-dwellings', ['Wohnungen der städtischen Gesellschaft', 'Dwellings of the municipal company']],
    ['dwellings', flats],
    'resource',
    [
      'In {place} gehören {figure} Wohnungen der städtischen Gesellschaft',
      'In {place}, {figure} dwellings belong to the municipal company',
    ],
  ),
  share(
    'vacancy',
    'housing',
    ['Leerstand', 'Vacancy'],
    ['Leerstand', 'Vacancy'],
    ['Anteil der leerstehenden Wohnungen', 'Share of vacant dwellings'],
    ['vacant-dwellings', ['Leerstehende Wohnungen', 'Vacant dwellings']],
    ['dwellings', flats],
    'neutral',
    ['In {place} stehen {figure} Wohnungen leer', 'In {place}, {figure} dwellings are vacant'],
  ),
  {
    id: 'floor-space',
    theme: 'housing',
    name: text('Wohnfläche je Person', 'Floor space per person'),
    short: text('Wohnfläche', 'Floor space'),
    definition: text(
      'Wohnfläche aller Wohnungen je Einwohnerin und Einwohner',
      'Floor space of all dwellings per resident',
    ),
    sentence: text(
      'In {place} stehen je Person {figure} Wohnfläche zur Verfügung',
      'In {place}, each person has {figure} of floor space',
    ),
    numeratorText: text('Wohnfläche in Quadratmetern', 'Floor space in square metres'),
    denominatorText: t(all),
    unit: 'sqm',
    measure: { kind: 'ratio', numerator: ['floor-space'], denominator: ['residents'] },
    direction: 'resource',
    decimals: 1,
    source: 'housing',
  },
  share(
    'children-migration',
    'education',
    ['Kinder mit Migrationshintergrund', 'Children with migration background'],
    ['Kinder mit MH', 'Children with mig. b.'],
    [
      'Anteil der unter 15-Jährigen mit Migrationshintergrund',
      'Share of under-15s with migration background',
    ],
    [
      'children-migration',
      ['Kinder unter 15 Jahren mit Migrationshintergrund', 'Children under 15 with migration background'],
    ],
    ['children', ['Kinder unter 15 Jahren zum Jahresende', 'Children under 15 at the end of the year']],
    'neutral',
    [
      'In {place} haben {figure} Kindern einen Migrationshintergrund',
      'In {place}, {figure} children have a migration background',
    ],
  ),
  share(
    'kita-participation',
    'education',
    ['Kinder in einer Kita', 'Children in a kita'],
    ['Kita-Besuch', 'In a kita'],
    ['Anteil der unter 6-Jährigen, die eine Kita besuchen', 'Share of under-6s who attend a kita'],
    ['kita-children', ['Kinder unter 6 Jahren in einer Kita', 'Children under 6 in a kita']],
    ['under-6', ['Kinder unter 6 Jahren zum Jahresende', 'Children under 6 at the end of the year']],
    'resource',
    [
      'In {place} besuchen {figure} Kindern unter 6 eine Kita',
      'In {place}, {figure} children under 6 attend a kita',
    ],
  ),
  share(
    'language-support',
    'education',
    ['Sprachförderbedarf bei der Einschulung', 'Language support at school entry'],
    ['Sprachförderbedarf', 'Language support'],
    [
      'Anteil der untersuchten Einschulkinder mit Sprachförderbedarf, drei Jahrgänge zusammen',
      'Share of examined school entrants in need of language support, three cohorts together',
    ],
    [
      'language-support',
      ['Einschulkinder mit Sprachförderbedarf', 'School entrants in need of language support'],
    ],
    ['examined', ['Untersuchte Einschulkinder', 'Children examined at school entry']],
    'need',
    [
      'In {place} brauchen {figure} Einschulkindern Sprachförderung',
      'In {place}, {figure} school entrants need language support',
    ],
  ),
  share(
    'gymnasium-transition',
    'education',
    ['Übergang auf ein Gymnasium', 'Transition to a Gymnasium'],
    ['Gymnasium', 'Gymnasium'],
    [
      'Anteil der Kinder am Ende der Grundschulzeit, die auf ein Gymnasium wechseln, drei Jahrgänge zusammen',
      'Share of children leaving primary school who move on to a Gymnasium, three cohorts together',
    ],
    ['to-gymnasium', ['Übergänge auf ein Gymnasium', 'Transitions to a Gymnasium']],
    ['leaving-primary', ['Kinder am Ende der Grundschulzeit', 'Children leaving primary school']],
    'resource',
    [
      'In {place} wechseln {figure} Kindern nach der Grundschule auf ein Gymnasium',
      'In {place}, {figure} children move on to a Gymnasium',
    ],
  ),
];

const residents = (
  id: string,
  name: Words,
  ofName: Words,
  restName: Words,
  counted: string,
  universe: string,
  overlaps: readonly string[],
): Group => ({
  id,
  scope: 'residents',
  name: t(name),
  ofName: t(ofName),
  restName: t(restName),
  count: counted,
  universe,
  overlaps: [...overlaps],
});

const rest: Words = ['übrige Einwohnerinnen und Einwohner', 'other residents'];
const restChildren: Words = ['übrige Kinder', 'other children'];

const groups: Group[] = [
  residents(
    'sgb2',
    ['Leistungsberechtigte nach SGB II', 'Recipients of SGB II'],
    ['Leistungsberechtigten nach SGB II', 'recipients of SGB II'],
    rest,
    'sgb2',
    'residents',
    ['foreigners', 'migration-background', 'eu2', 'protection', 'newcomers'],
  ),
  residents(
    'foreigners',
    ['Ausländerinnen und Ausländer', 'Foreign nationals'],
    ['Ausländerinnen und Ausländern', 'foreign nationals'],
    ['Deutsche', 'Germans'],
    'foreigners',
    'residents',
    ['migration-background', 'eu2', 'protection', 'newcomers'],
  ),
  residents(
    'migration-background',
    ['Personen mit Migrationshintergrund', 'People with migration background'],
    ['Personen mit Migrationshintergrund', 'people with migration background'],
    ['Personen ohne Migrationshintergrund', 'people without migration background'],
    'migration-background',
    'residents',
    ['eu2', 'protection', 'newcomers'],
  ),
  residents(
    'eu2',
    ['Staatsangehörige Bulgariens und Rumäniens', 'Nationals of Bulgaria and Romania'],
    ['Staatsangehörigen Bulgariens und Rumäniens', 'nationals of Bulgaria and Romania'],
    rest,
    'eu2',
    'residents',
    ['newcomers'],
  ),
  residents(
    'protection',
    ['Personen mit Schutzstatus', 'People with protection status'],
    ['Personen mit Schutzstatus', 'people with protection status'],
    rest,
    'protection',
    'residents',
    ['newcomers'],
  ),
  residents(
    'newcomers',
    ['Im Jahr aus dem Ausland Zugezogene', 'Arrivals from abroad in the year'],
    ['im Jahr aus dem Ausland Zugezogenen', 'arrivals from abroad in the year'],
    rest,
    'newcomers',
    'residents',
    [],
  ),
  residents(
    'children-sgb2',
    ['Kinder im SGB-II-Bezug', 'Children on SGB II'],
    ['Kindern im SGB-II-Bezug', 'children on SGB II'],
    restChildren,
    'sgb2-children',
    'children',
    ['children-migration'],
  ),
  residents(
    'children-migration',
    ['Kinder mit Migrationshintergrund', 'Children with migration background'],
    ['Kindern mit Migrationshintergrund', 'children with migration background'],
    ['Kinder ohne Migrationshintergrund', 'children without migration background'],
    'children-migration',
    'children',
    [],
  ),
  {
    id: 'non-german-language',
    scope: 'institutions',
    name: text('Kinder nichtdeutscher Herkunftssprache', 'Children of non-German home language'),
    ofName: text('Kindern nichtdeutscher Herkunftssprache', 'children of non-German home language'),
    restName: text('Kinder deutscher Herkunftssprache', 'children of German home language'),
    count: 'non-german-language',
    universe: 'total',
    residentTwin: 'children-migration',
  },
  {
    id: 'fee-exempt',
    scope: 'institutions',
    name: text('Kinder mit Lernmittel- oder Beitragsbefreiung', 'Children exempt from fees'),
    ofName: text('Kindern mit Lernmittel- oder Beitragsbefreiung', 'children exempt from fees'),
    restName: text('Kinder ohne Befreiung', 'children not exempt'),
    count: 'fee-exempt',
    universe: 'total',
    residentTwin: 'children-sgb2',
    overlaps: ['non-german-language'],
  },
];

const MARKS = [
  { value: '.', label: 'secret' as const },
  { value: '/', label: 'unreliable' as const },
  { value: '', label: 'missing' as const },
];

function table(name: string, path: string, keys: readonly string[], numbers: readonly string[]) {
  const texts = [
    'area',
    'id',
    'institution',
    'name',
    'class_kind',
    'form',
    'provider',
    'address',
    'flags',
    'areas',
    'programme_de',
    'programme_en',
  ];
  const type = (field: string) =>
    field === 'year' || field === 'start' || field === 'end'
      ? ('year' as const)
      : texts.includes(field)
        ? ('string' as const)
        : ['asking-rent', 'lon', 'lat'].includes(field)
          ? ('number' as const)
          : ('integer' as const);
  return {
    name,
    type: 'table' as const,
    path,
    format: 'csv' as const,
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',' },
    schema: {
      fields: [...keys, ...numbers].map((field) => ({ name: field, type: type(field) })),
      ...(keys.length === 0 ? {} : { primaryKey: [...keys] }),
      missingValues: MARKS,
    },
  };
}

export const institutionColumns = [
  'id',
  'name',
  'form',
  'provider',
  'lon',
  'lat',
  'capacity',
  'address',
  'flags',
];
export const compositionColumns = [
  'institution',
  'year',
  'class_kind',
  'total',
  'non-german-language',
  'fee-exempt',
];
export const programmeColumns = ['id', 'name', 'programme_de', 'programme_en', 'start', 'end', 'areas'];

const invented = (id: string, title: string, publisher: string) => ({
  id,
  title: `${title} (erfunden)`,
  publisher,
  date: '2023-12-31',
  licence: 'CC0-1.0',
});

export function describe(): DescriptorInput {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'musterstadt',
    title: 'Musterstadt – erfundene Daten',
    description:
      'Erfundene Stadt mit 250 000 Einwohnerinnen und Einwohnern. Kein Ort, kein Name und keine Zahl gehört zu einer wirklichen Stadt.',
    licenses: [
      { name: 'CC0-1.0', title: 'CC0 1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    ],
    resources: [
      { name: 'areas', path: 'areas.topojson', format: 'topojson', encoding: 'utf-8' },
      { name: 'catchment-areas', path: 'catchments.geojson', format: 'geojson', encoding: 'utf-8' },
      { name: 'ground', path: 'ground.geojson', format: 'geojson', encoding: 'utf-8' },
      table('population', 'population.csv', ['area', 'year'], populationColumns),
      table('benefits', 'benefits.csv', ['area', 'year'], benefitColumns),
      table('housing', 'housing.csv', ['area', 'year'], housingColumns),
      table('education', 'education.csv', ['area', 'year'], educationColumns),
      table('institutions', 'institutions.csv', ['id'], institutionColumns.slice(1)),
      table(
        'compositions',
        'compositions.csv',
        ['institution', 'year', 'class_kind'],
        compositionColumns.slice(3),
      ),
      table('programmes', 'programmes.csv', ['id'], programmeColumns.slice(1)),
    ],
    quartierlupe: {
      version: 1,
      title: text('Musterstadt', 'Musterstadt'),
      notice: text('Musterstadt – erfundene Daten', 'Musterstadt – invented data'),
      invented: true,
      crs: 'EPSG:25832',
      families: [
        {
          id: 'bezirk',
          name: text('Statistischer Bezirk', 'Statistical district'),
          plural: text('Statistische Bezirke', 'Statistical districts'),
        },
        { id: 'stadtteil', name: text('Stadtteil', 'Quarter'), plural: text('Stadtteile', 'Quarters') },
        { id: 'stadtbezirk', name: text('Stadtbezirk', 'Borough'), plural: text('Stadtbezirke', 'Boroughs') },
      ],
      levels: [
        {
          id: 'bezirk',
          family: 'bezirk',
          vintage: '2014',
          validFrom: 2014,
          resource: 'areas',
          object: 'bezirke',
          key: 'schluessel',
          name: 'name',
          parent: { level: 'stadtteil', property: 'stadtteil' },
        },
        {
          id: 'stadtteil',
          family: 'stadtteil',
          vintage: '2014',
          validFrom: 2014,
          resource: 'areas',
          object: 'stadtteile',
          key: 'schluessel',
          name: 'name',
          parent: { level: 'stadtbezirk', property: 'stadtbezirk' },
        },
        {
          id: 'stadtbezirk',
          family: 'stadtbezirk',
          vintage: '2014',
          validFrom: 2014,
          resource: 'areas',
          object: 'stadtbezirke',
          key: 'schluessel',
          name: 'name',
        },
      ],
      variables,
      observations: ['population', 'benefits', 'housing', 'education'].map((resource) => ({
        level: 'bezirk',
        resource,
      })),
      indicators,
      groups,
      institutions: {
        resource: 'institutions',
        forms: [
          {
            id: 'grundschule',
            kind: 'school',
            name: text('Grundschule', 'Primary school'),
            plural: text('Grundschulen', 'Primary schools'),
          },
          {
            id: 'oberschule',
            kind: 'school',
            name: text('Oberschule', 'Oberschule (lower secondary)'),
            plural: text('Oberschulen', 'Oberschulen (lower secondary)'),
          },
          {
            id: 'gesamtschule',
            kind: 'school',
            name: text('Gesamtschule', 'Comprehensive school'),
            plural: text('Gesamtschulen', 'Comprehensive schools'),
          },
          {
            id: 'gymnasium',
            kind: 'school',
            name: text('Gymnasium', 'Gymnasium (grammar school)'),
            plural: text('Gymnasien', 'Gymnasien (grammar schools)'),
          },
          {
            id: 'foerderschule',
            kind: 'school',
            name: text('Förderschule', 'Special school'),
            plural: text('Förderschulen', 'Special schools'),
          },
          {
            id: 'kita',
            kind: 'kita',
            name: text('Kita', 'Kita (daycare)'),
            plural: text('Kitas', 'Kitas (daycare)'),
          },
        ],
        providers: [
          { id: 'stadt', name: text('Stadt', 'City'), public: true },
          { id: 'evangelisch', name: text('Evangelische Kirche', 'Protestant church'), public: false },
          { id: 'katholisch', name: text('Katholische Kirche', 'Catholic church'), public: false },
          { id: 'wohlfahrt', name: text('Wohlfahrtsverband', 'Welfare association'), public: false },
          { id: 'elterninitiative', name: text('Elterninitiative', 'Parents’ initiative'), public: false },
          { id: 'betrieb', name: text('Betrieb', 'Company'), public: false },
          { id: 'verein', name: text('Freier Schulverein', 'Independent school association'), public: false },
        ],
      },
      compositions: { resource: 'compositions', classKinds: ['all', 'regular', 'preparatory'] },
      catchments: [{ resource: 'catchment-areas', form: 'grundschule', year: 2014 }],
      programmes: { resource: 'programmes', level: 'bezirk' },
      editions: years
        .filter((year) => year >= 2016)
        .map((year) => ({ year, profile: 'mss-musterstadt', level: 'bezirk', dataYear: year })),
      sources: [
        invented('default', 'Musterstadt', 'Quartierlupe'),
        invented('register', 'Melderegister Musterstadt, 31.12.', 'Statistikstelle Musterstadt'),
        invented('benefits', 'Grundsicherungsstatistik Musterstadt, Dezember', 'Statistikstelle Musterstadt'),
        invented('housing', 'Wohnungsmarktbericht Musterstadt', 'Amt für Wohnen Musterstadt'),
        invented('education', 'Bildungsmonitoring Musterstadt', 'Bildungsbüro Musterstadt'),
      ],
      context: { resource: 'ground' },
    },
  };
}
