import type { Theme, Unit } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';

/**
 * What the figures of a column can mean. A table, not code: a new concept is one entry, a new wording one alternative in
 * its `heading`. Ids are those that the recipes use for their variables.
 */
export interface Concept {
  readonly id: string;
  readonly kind: 'count' | 'share' | 'value';
  readonly unit: Unit;
  readonly theme: Theme;
  readonly direction: 'need' | 'resource' | 'neutral';
  readonly name: LocalText;
  /** Of counts: the concept whose count it is a part of. Of shares and values: the one whose counts weight it. */
  readonly universe: string | null;
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

/** How a concept is recognised, on `headingWords`. Earlier entries win. */
export interface ConceptRule {
  readonly concept: string;
  readonly heading: RegExp;
  readonly except?: RegExp;
  /** Other columns (their heading words) that must stand in the same table: codes such as `S1` mean nothing alone. */
  readonly beside?: readonly RegExp[];
}

interface Entry {
  readonly id: string;
  readonly kind?: Concept['kind'];
  readonly unit?: Unit;
  readonly theme?: Theme;
  readonly direction?: Concept['direction'];
  readonly de: string;
  readonly en: string;
  readonly universe?: string | null;
  readonly share?: string;
  readonly of?: readonly [de: string, en: string];
  readonly rest?: readonly [de: string, en: string];
  readonly neverZero?: boolean;
  readonly signed?: boolean;
}

const others = ['übrige Bevölkerung', 'other residents'] as const;

const entries: readonly Entry[] = [
  { id: 'residents', de: 'Einwohnerinnen und Einwohner', en: 'Residents', universe: null },
  {
    id: 'foreigners',
    de: 'Ausländerinnen und Ausländer',
    en: 'Foreigners',
    share: 'foreigners-published',
    of: ['Ausländerinnen und Ausländern', 'foreigners'],
    rest: ['Deutsche', 'Germans'],
  },
  {
    id: 'foreigners-published',
    kind: 'share',
    de: 'Ausländeranteil (veröffentlicht)',
    en: 'Share of foreigners (published)',
  },
  { id: 'germans', de: 'Deutsche', en: 'Germans' },
  {
    id: 'migration-background',
    de: 'Menschen mit Migrationshintergrund',
    en: 'People with a migration background',
    of: ['Menschen mit Migrationshintergrund', 'people with a migration background'],
    rest: ['Menschen ohne Migrationshintergrund', 'people without a migration background'],
  },
  {
    id: 'without-migration-background',
    de: 'Menschen ohne Migrationshintergrund',
    en: 'People without a migration background',
  },
  {
    id: 'germans-migration-background',
    de: 'Deutsche mit Migrationshintergrund',
    en: 'Germans with a migration background',
  },
  {
    id: 'germans-without-migration-background',
    de: 'Deutsche ohne Migrationshintergrund',
    en: 'Germans without a migration background',
  },
  {
    id: 'eu-foreigners',
    theme: 'arrivals',
    de: 'Ausländerinnen und Ausländer aus der EU',
    en: 'Foreigners from the EU',
    of: ['Ausländerinnen und Ausländern aus der EU', 'foreigners from the EU'],
    rest: others,
  },
  { id: 'women', de: 'Frauen', en: 'Women' },
  { id: 'men', de: 'Männer', en: 'Men' },
  {
    id: 'under-15',
    de: 'Kinder unter 15 Jahren',
    en: 'Children under 15',
  },
  {
    id: 'under-15-mh',
    de: 'Kinder unter 15 Jahren mit Migrationshintergrund',
    en: 'Children under 15 with a migration background',
    universe: 'under-15',
    of: ['Kindern mit Migrationshintergrund', 'children with a migration background'],
    rest: ['Kinder ohne Migrationshintergrund', 'children without a migration background'],
  },
  { id: 'mean-age', kind: 'value', unit: 'years', de: 'Durchschnittsalter', en: 'Mean age', neverZero: true },
  { id: 'density', kind: 'value', unit: 'number', de: 'Bevölkerungsdichte', en: 'Population density' },
  { id: 'births', theme: 'arrivals', unit: 'cases', de: 'Geburten', en: 'Births', universe: null },
  { id: 'deaths', theme: 'arrivals', unit: 'cases', de: 'Sterbefälle', en: 'Deaths', universe: null },
  { id: 'in-moves', theme: 'arrivals', unit: 'cases', de: 'Zuzüge', en: 'In-moves', universe: null },
  { id: 'out-moves', theme: 'arrivals', unit: 'cases', de: 'Fortzüge', en: 'Out-moves', universe: null },
  {
    id: 'net-migration-count',
    kind: 'value',
    unit: 'persons',
    theme: 'arrivals',
    de: 'Wanderungssaldo (Personen)',
    en: 'Net migration (persons)',
    signed: true,
  },
  {
    id: 'net-migration',
    kind: 'value',
    unit: 'share-points',
    theme: 'arrivals',
    de: 'Wanderungssaldo',
    en: 'Net migration',
    signed: true,
  },
  { id: 'turnover', kind: 'share', theme: 'arrivals', de: 'Wanderungsvolumen', en: 'Migration volume' },

  { id: 'households', unit: 'households', de: 'Haushalte', en: 'Households', universe: null },
  {
    id: 'single-person-households',
    unit: 'households',
    de: 'Einpersonenhaushalte',
    en: 'Single-person households',
    universe: 'households',
  },
  {
    id: 'households-with-children',
    unit: 'households',
    de: 'Haushalte mit Kindern',
    en: 'Households with children',
    universe: 'households',
  },
  {
    id: 'single-parents',
    unit: 'households',
    direction: 'need',
    de: 'Haushalte von Alleinerziehenden',
    en: 'Single-parent households',
    universe: 'households',
  },
  {
    id: 'household-size',
    kind: 'value',
    unit: 'number',
    de: 'Personen je Haushalt',
    en: 'Persons per household',
    universe: 'households',
    neverZero: true,
  },

  {
    id: 'sgb2-recipients',
    theme: 'sgb2',
    direction: 'need',
    de: 'Leistungsberechtigte nach SGB II',
    en: 'Recipients under SGB II',
    share: 'sgb2-rate',
    of: ['Leistungsberechtigten nach SGB II', 'recipients under SGB II'],
    rest: others,
  },
  {
    id: 'sgb2-rate',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'SGB-II-Quote (veröffentlicht)',
    en: 'SGB II rate (published)',
  },
  {
    id: 'sgb2-under-15',
    theme: 'sgb2',
    direction: 'need',
    de: 'Leistungsberechtigte nach SGB II unter 15 Jahren',
    en: 'Recipients under SGB II under 15',
    universe: 'under-15',
    share: 'child-poverty',
  },
  {
    id: 'child-poverty',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'Kinderarmut',
    en: 'Child poverty',
  },
  {
    id: 'sgb2-households',
    unit: 'households',
    theme: 'sgb2',
    direction: 'need',
    de: 'Bedarfsgemeinschaften nach SGB II',
    en: 'Benefit households under SGB II',
    universe: 'households',
  },
  {
    id: 'sgb2-single-parents',
    unit: 'households',
    theme: 'sgb2',
    direction: 'need',
    de: 'Bedarfsgemeinschaften Alleinerziehender',
    en: 'Benefit households of single parents',
    universe: 'sgb2-households',
  },
  {
    id: 'unemployed',
    theme: 'sgb2',
    direction: 'need',
    de: 'Arbeitslose',
    en: 'Unemployed',
    share: 'unemployment-rate',
    of: ['Arbeitslosen', 'unemployed people'],
    rest: others,
  },
  {
    id: 'unemployment-rate',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'Arbeitslosenanteil (veröffentlicht)',
    en: 'Unemployment (published)',
  },
  {
    id: 'unemployed-sgb2',
    theme: 'sgb2',
    direction: 'need',
    de: 'Arbeitslose nach SGB II',
    en: 'Unemployed under SGB II',
    share: 'unemployment-sgb2',
    of: ['Arbeitslosen nach SGB II', 'unemployed people under SGB II'],
    rest: others,
  },
  {
    id: 'unemployed-sgb3',
    theme: 'sgb2',
    direction: 'need',
    de: 'Arbeitslose nach SGB III',
    en: 'Unemployed under SGB III',
  },
  {
    id: 'unemployment-sgb2',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'Arbeitslosigkeit (SGB II)',
    en: 'Unemployment (SGB II)',
  },
  {
    id: 'long-term-unemployed',
    theme: 'sgb2',
    direction: 'need',
    de: 'Langzeitarbeitslose',
    en: 'Long-term unemployed',
    share: 'long-term-unemployment',
  },
  {
    id: 'long-term-unemployment',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'Langzeitarbeitslosigkeit',
    en: 'Long-term unemployment',
  },
  {
    id: 'youth-unemployed',
    theme: 'sgb2',
    direction: 'need',
    de: 'Arbeitslose unter 25 Jahren',
    en: 'Unemployed under 25',
    share: 'youth-unemployment',
  },
  {
    id: 'youth-unemployment',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'Jugendarbeitslosigkeit',
    en: 'Youth unemployment',
  },
  {
    id: 'older-unemployed',
    theme: 'sgb2',
    direction: 'need',
    de: 'Ältere Arbeitslose',
    en: 'Older unemployed',
  },
  { id: 'employed', theme: 'sgb2', de: 'Sozialversicherungspflichtig Beschäftigte', en: 'Employed' },
  {
    id: 'minimum-security',
    theme: 'sgb2',
    direction: 'need',
    de: 'Menschen mit Mindestsicherung',
    en: 'People on minimum social security',
  },
  {
    id: 'old-age-security',
    theme: 'sgb2',
    direction: 'need',
    de: 'Grundsicherung im Alter',
    en: 'Old-age basic income support',
    universe: 'age-65-plus',
    share: 'old-age-poverty',
  },
  {
    id: 'old-age-poverty',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'Altersarmut',
    en: 'Old-age poverty',
  },
  {
    id: 'transfer',
    kind: 'share',
    theme: 'sgb2',
    direction: 'need',
    de: 'Transferbezug der Nicht-Arbeitslosen',
    en: 'Transfer benefits of people not unemployed',
  },
  ...(
    [
      ['unemployment-sgb2', 'Arbeitslosigkeit (SGB II)', 'Unemployment (SGB II)'],
      ['long-term-unemployment', 'Langzeitarbeitslosigkeit', 'Long-term unemployment'],
      ['transfer', 'Transferbezug der Nicht-Arbeitslosen', 'Transfer benefits of people not unemployed'],
      ['child-poverty', 'Kinderarmut', 'Child poverty'],
    ] as const
  ).map(
    ([id, de, en]): Entry => ({
      id: `${id}-change`,
      kind: 'value',
      unit: 'share-points',
      theme: 'sgb2',
      direction: 'need',
      de: `${de}: Veränderung`,
      en: `${en}: change`,
      signed: true,
    }),
  ),
  {
    id: 'mss-status',
    kind: 'value',
    unit: 'number',
    theme: 'sgb2',
    direction: 'need',
    de: 'Veröffentlichte Statusklasse',
    en: 'Published status class',
  },
  {
    id: 'mss-dynamics',
    kind: 'value',
    unit: 'number',
    theme: 'sgb2',
    direction: 'need',
    de: 'Veröffentlichte Dynamikklasse',
    en: 'Published dynamics class',
  },
  {
    id: 'household-income',
    kind: 'value',
    unit: 'number',
    theme: 'sgb2',
    direction: 'resource',
    de: 'Haushaltseinkommen',
    en: 'Household income',
    universe: 'households',
    neverZero: true,
  },
  {
    id: 'income',
    kind: 'value',
    unit: 'number',
    theme: 'sgb2',
    direction: 'resource',
    de: 'Einkommen',
    en: 'Income',
    neverZero: true,
  },

  { id: 'dwellings', unit: 'dwellings', theme: 'housing', de: 'Wohnungen', en: 'Dwellings', universe: null },
  {
    id: 'social-dwellings',
    unit: 'dwellings',
    theme: 'housing',
    direction: 'resource',
    de: 'Sozialwohnungen (Anzahl)',
    en: 'Social dwellings (number)',
    universe: 'dwellings',
    share: 'social-housing',
  },
  {
    id: 'social-dwellings-expiring',
    unit: 'dwellings',
    theme: 'housing',
    de: 'Sozialwohnungen, deren Bindung ausläuft',
    en: 'Social dwellings with expiring commitments',
    universe: 'social-dwellings',
  },
  {
    id: 'social-housing',
    kind: 'share',
    theme: 'housing',
    direction: 'resource',
    de: 'Sozialwohnungen',
    en: 'Social housing',
    universe: 'dwellings',
  },
  {
    id: 'municipal-dwellings',
    unit: 'dwellings',
    theme: 'housing',
    direction: 'resource',
    de: 'Wohnungen städtischer Gesellschaften (Anzahl)',
    en: 'Municipal dwellings (number)',
    universe: 'dwellings',
    share: 'municipal-housing',
  },
  {
    id: 'municipal-housing',
    kind: 'share',
    theme: 'housing',
    direction: 'resource',
    de: 'Wohnungen städtischer Gesellschaften',
    en: 'Municipal dwellings',
    universe: 'dwellings',
  },
  {
    id: 'vacancy',
    kind: 'share',
    theme: 'housing',
    de: 'Leerstand',
    en: 'Vacancy',
    universe: 'dwellings',
  },
  {
    id: 'simple-location',
    kind: 'share',
    theme: 'housing',
    de: 'Wohnungen in einfacher Wohnlage',
    en: 'Dwellings in simple residential locations',
    universe: 'dwellings',
  },
  {
    id: 'asking-rent',
    kind: 'value',
    unit: 'euro-per-sqm',
    theme: 'housing',
    direction: 'neutral',
    de: 'Angebotsmiete',
    en: 'Asking rent',
    universe: 'asking-rent-cases',
    neverZero: true,
  },
  {
    id: 'asking-rent-cases',
    unit: 'cases',
    theme: 'housing',
    de: 'Mietangebote',
    en: 'Rental offers',
    universe: null,
  },
  {
    id: 'rent',
    kind: 'value',
    unit: 'euro-per-sqm',
    theme: 'housing',
    de: 'Miete',
    en: 'Rent',
    universe: 'dwellings',
    neverZero: true,
  },
  {
    id: 'price',
    kind: 'value',
    unit: 'euro-per-sqm',
    theme: 'housing',
    de: 'Kaufpreis',
    en: 'Purchase price',
    neverZero: true,
  },
  {
    id: 'floor-space',
    kind: 'value',
    unit: 'sqm',
    theme: 'housing',
    direction: 'resource',
    de: 'Wohnfläche je Person',
    en: 'Floor space per resident',
    neverZero: true,
  },
  {
    id: 'floor-space-dwelling',
    kind: 'value',
    unit: 'sqm',
    theme: 'housing',
    direction: 'resource',
    de: 'Wohnfläche je Wohnung',
    en: 'Floor space per dwelling',
    universe: 'dwellings',
    neverZero: true,
  },
  {
    id: 'rooms-per-resident',
    kind: 'value',
    unit: 'number',
    theme: 'housing',
    direction: 'resource',
    de: 'Wohnräume je Person',
    en: 'Rooms per resident',
    neverZero: true,
  },
  {
    id: 'residence-5-years',
    kind: 'share',
    theme: 'housing',
    de: 'Wohndauer von fünf und mehr Jahren',
    en: 'Resident for five years or more',
  },

  { id: 'pupils', theme: 'education', de: 'Schülerinnen und Schüler', en: 'Pupils', universe: null },
  {
    id: 'ndh',
    theme: 'education',
    direction: 'need',
    de: 'Kinder nichtdeutscher Herkunftssprache',
    en: 'Children whose first language is not German',
    universe: 'pupils',
    of: ['Kindern nichtdeutscher Herkunftssprache', 'children whose first language is not German'],
    rest: ['Kinder deutscher Herkunftssprache', 'children whose first language is German'],
  },
  {
    id: 'social-index',
    kind: 'value',
    unit: 'number',
    theme: 'education',
    direction: 'need',
    de: 'Sozialindex',
    en: 'Social index',
    universe: 'pupils',
  },
  {
    id: 'learning-material-exempt',
    theme: 'education',
    direction: 'need',
    de: 'Von der Zuzahlung zu Lernmitteln befreite Kinder',
    en: 'Children exempt from paying for learning materials',
    universe: 'pupils',
    of: ['Kindern mit Lernmittelbefreiung', 'children exempt from paying for learning materials'],
    rest: ['übrige Kinder', 'other children'],
  },
  { id: 'teachers', theme: 'education', de: 'Lehrkräfte', en: 'Teachers', universe: null },
  { id: 'places', unit: 'places', theme: 'education', de: 'Plätze', en: 'Places', universe: null },
];

const table: ReadonlyMap<string, Concept> = new Map(entries.map((entry) => [entry.id, conceptOf(entry)]));

/** All concepts with a fixed id. */
export const concepts: readonly Concept[] = [...table.values()];

/** The concept of this id: one of the table, an age group (`age-6-14`, `mh-age-65-plus`) or a published share of a count. */
export function conceptById(id: string): Concept | null {
  const fixed = table.get(id);
  if (fixed) return fixed;
  const made = ageConcept(id) ?? originConcept(id);
  if (made) return made;
  if (!id.endsWith(publishedEnd)) return null;
  const count = conceptById(id.slice(0, -publishedEnd.length));
  return count?.kind === 'count' ? published(count) : null;
}

const publishedEnd = '-published';

/** The id under which a published share of a count is kept. */
export function shareConcept(count: Concept): string {
  return count.share ?? `${count.id}${publishedEnd}`;
}

function conceptOf(entry: Entry): Concept {
  const kind = entry.kind ?? 'count';
  const share = kind === 'count' ? (entry.share ?? null) : null;
  return {
    id: entry.id,
    kind,
    unit: entry.unit ?? (kind === 'share' ? 'share' : 'persons'),
    theme: entry.theme ?? 'population',
    direction: entry.direction ?? 'neutral',
    name: { de: entry.de, en: entry.en },
    universe: entry.universe === undefined ? 'residents' : entry.universe,
    share,
    shareOf: kind === 'share' ? (entries.find((it) => it.share === entry.id)?.id ?? null) : null,
    group:
      entry.of && entry.rest
        ? {
            of: { de: entry.of[0], en: entry.of[1] },
            rest: { de: entry.rest[0], en: entry.rest[1] },
          }
        : null,
    neverZero: entry.neverZero ?? false,
    signed: entry.signed ?? false,
  };
}

function published(count: Concept): Concept {
  return {
    ...count,
    id: `${count.id}${publishedEnd}`,
    kind: 'share',
    unit: 'share',
    name: { de: `Anteil: ${count.name.de} (veröffentlicht)`, en: `Share: ${count.name.en} (published)` },
    share: null,
    shareOf: count.id,
    group: null,
  };
}

/** Ages in whole years, both ends included; null is open. */
export interface AgeRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Whose ages: of all residents, or of a part of them. */
const ageGroups = { '': 'residents', mh: 'migration-background', foreigners: 'foreigners' } as const;
export type AgeGroup = keyof typeof ageGroups;

/** `age-under-6`, `age-6-14`, `age-65-plus`, `mh-age-…`; under 15 under the shorter id that recipes use. */
export function ageConceptId({ from, to }: AgeRange, group: AgeGroup): string {
  const range =
    from === null || from === 0 ? `under-${(to ?? 0) + 1}` : to === null ? `${from}-plus` : `${from}-${to}`;
  if (range === 'under-15' && group !== 'foreigners') return group === 'mh' ? 'under-15-mh' : 'under-15';
  return `${group === '' ? '' : `${group}-`}age-${range}`;
}

const ageId = /^(?:(mh|foreigners)-)?age-(?:under-(\d{1,3})|(\d{1,3})-(?:plus|(\d{1,3})))$/;

function ageConcept(id: string): Concept | null {
  const match = ageId.exec(id);
  if (!match) return null;
  const group = (match[1] ?? '') as AgeGroup;
  const under = match[2];
  const from = match[3];
  const to = match[4];
  const de = under
    ? `unter ${under} Jahre`
    : to
      ? `${from} bis unter ${Number(to) + 1} Jahre`
      : `${from} Jahre und älter`;
  const en = under
    ? `under ${under}`
    : to
      ? `aged ${from} to under ${Number(to) + 1}`
      : `aged ${from} and older`;
  const whose = table.get(ageGroups[group]);
  return conceptOf({
    id,
    de: `${whose?.name.de ?? ''}, ${de}`,
    en: `${whose?.name.en ?? ''} ${en}`,
    universe: group === '' ? 'residents' : ageGroups[group],
    ...(id === 'age-65-plus'
      ? {
          of: ['Menschen ab 65 Jahren', 'people aged 65 and over'] as const,
          rest: ['Jüngere', 'younger people'] as const,
        }
      : {}),
  });
}

/** Where people, or their parents, come from: end of the id, words of a heading, "aus …" and "from …". */
export const origins: readonly {
  readonly id: string;
  readonly heading: RegExp;
  readonly de: string;
  readonly en: string;
}[] = [
  { id: 'bosnia', heading: /bosni/, de: 'Bosnien und Herzegowina', en: 'Bosnia and Herzegovina' },
  { id: 'serbia', heading: /serbien|serbia/, de: 'Serbien', en: 'Serbia' },
  {
    id: 'former-yugoslavia',
    heading: /jugoslawien|yugoslavia/,
    de: 'dem ehemaligen Jugoslawien',
    en: 'former Yugoslavia',
  },
  {
    id: 'former-soviet-union',
    heading: /sowjetunion|soviet/,
    de: 'der ehemaligen Sowjetunion',
    en: 'the former Soviet Union',
  },
  { id: 'russia', heading: /russ/, de: 'der Russischen Föderation', en: 'the Russian Federation' },
  { id: 'ukraine', heading: /ukraine/, de: 'der Ukraine', en: 'Ukraine' },
  { id: 'kazakhstan', heading: /kasachstan|kazakhstan/, de: 'Kasachstan', en: 'Kazakhstan' },
  { id: 'france', heading: /frankreich|france/, de: 'Frankreich', en: 'France' },
  { id: 'greece', heading: /griechenland|greece/, de: 'Griechenland', en: 'Greece' },
  { id: 'italy', heading: /italien|italy/, de: 'Italien', en: 'Italy' },
  { id: 'austria', heading: /oesterreich|austria/, de: 'Österreich', en: 'Austria' },
  { id: 'spain', heading: /spanien|spain/, de: 'Spanien', en: 'Spain' },
  { id: 'poland', heading: /polen|poland/, de: 'Polen', en: 'Poland' },
  { id: 'bulgaria', heading: /bulgari/, de: 'Bulgarien', en: 'Bulgaria' },
  { id: 'romania', heading: /rumaenien|rumania|romania/, de: 'Rumänien', en: 'Romania' },
  { id: 'croatia', heading: /kroatien|croatia/, de: 'Kroatien', en: 'Croatia' },
  {
    id: 'united-kingdom',
    heading: /vereinigtes koenigreich|grossbritannien|united kingdom/,
    de: 'dem Vereinigten Königreich',
    en: 'the United Kingdom',
  },
  { id: 'turkey', heading: /tuerkei|turkey/, de: 'der Türkei', en: 'Turkey' },
  { id: 'iran', heading: /\biran\b/, de: 'dem Iran', en: 'Iran' },
  { id: 'iraq', heading: /\birak\b|\biraq\b/, de: 'dem Irak', en: 'Iraq' },
  { id: 'afghanistan', heading: /afghanistan/, de: 'Afghanistan', en: 'Afghanistan' },
  { id: 'lebanon', heading: /libanon|lebanon/, de: 'dem Libanon', en: 'Lebanon' },
  {
    id: 'oic',
    heading: /islamische laender|\boic\b|islamic/,
    de: 'islamischen Ländern',
    en: 'Islamic countries',
  },
  { id: 'arab', heading: /arabische|arabic|\barab\b/, de: 'arabischen Ländern', en: 'Arab countries' },
  { id: 'syria', heading: /syrien|syria/, de: 'Syrien', en: 'Syria' },
  { id: 'vietnam', heading: /vietnam/, de: 'Vietnam', en: 'Vietnam' },
  {
    id: 'usa',
    heading: /vereinigte staaten|\busa\b|united states/,
    de: 'den Vereinigten Staaten',
    en: 'the United States',
  },
  {
    id: 'eu',
    heading: /europaeische union|european union|\beu\b/,
    de: 'der Europäischen Union',
    en: 'the European Union',
  },
];

function originConcept(id: string): Concept | null {
  const origin = id.startsWith('origin-') ? origins.find((it) => it.id === id.slice(7)) : undefined;
  if (!origin) return null;
  return conceptOf({
    id,
    theme: 'arrivals',
    de: `Menschen mit Herkunft aus ${origin.de}`,
    en: `People from ${origin.en}`,
    of: [`Menschen mit Herkunft aus ${origin.de}`, `people from ${origin.en}`],
    rest: others,
  });
}
