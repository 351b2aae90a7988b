import type { Benefits } from './benefits.ts';
import { calendar } from './calendar.ts';
import { csv } from './csv.ts';
import type { Housing } from './housing.ts';
import { type Age, ages, cells, type Origin, origins, type People } from './people.ts';
import type { Site } from './sites.ts';

/** Education figures by home district, from the simulation of kitas and schools. */
export interface Education {
  readonly under6: number;
  readonly inKita: number;
  readonly examined: number;
  readonly languageSupport: number;
  readonly leavers: number;
  readonly toGymnasium: number;
}

/** Counts of one or two in these columns could point at single people: they stay secret. */
export const sensitive: readonly string[] = ['eu2', 'protection', 'language-support', 'to-gymnasium'];

/** Fewer offers than this make no median rent. */
const FEW_OFFERS = 10;

export const populationColumns = [
  'residents',
  'children',
  'under-6',
  'working-age',
  'older',
  'foreigners',
  'migration-background',
  'children-migration',
  'eu2',
  'protection',
  'newcomers',
  'in-migration',
  'out-migration',
  'moves',
] as const;
export const benefitColumns = ['sgb2', 'sgb2-children', 'unemployed-sgb2', 'other-transfer'] as const;
export const housingColumns = [
  'dwellings',
  'social-dwellings',
  'binding-ends-5',
  'binding-ends-10',
  'municipal-dwellings',
  'vacant-dwellings',
  'floor-space',
  'offers',
  'kdu-offers',
  'asking-rent',
] as const;
export const educationColumns = [
  'kita-children',
  'examined',
  'language-support',
  'leaving-primary',
  'to-gymnasium',
] as const;

export type Column =
  | (typeof populationColumns)[number]
  | (typeof benefitColumns)[number]
  | (typeof housingColumns)[number]
  | (typeof educationColumns)[number];

export function persons(people: People, of: readonly Origin[], at: readonly Age[]): number {
  return cells.reduce(
    (sum, { origin, age }, c) => sum + (of.includes(origin) && at.includes(age) ? people.counts[c]! : 0),
    0,
  );
}

const migrant = origins.filter((origin) => origin !== 'german');
const foreign = origins.filter((origin) => origin !== 'german' && origin !== 'second');

export function figures(
  people: People,
  benefits: Benefits,
  housing: Housing,
  education: Education,
): Record<Column, number> {
  return {
    residents: persons(people, origins, ages),
    children: persons(people, origins, ['child']),
    'under-6': education.under6,
    'working-age': persons(people, origins, ['working']),
    older: persons(people, origins, ['older']),
    foreigners: persons(people, foreign, ages),
    'migration-background': persons(people, migrant, ages),
    'children-migration': persons(people, migrant, ['child']),
    eu2: persons(people, ['eu2'], ages),
    protection: persons(people, ['protection'], ages),
    newcomers: people.newcomers,
    'in-migration': people.inMigration,
    'out-migration': people.outMigration,
    moves: people.inMigration + people.outMigration,
    sgb2: benefits.sgb2,
    'sgb2-children': benefits.sgb2Children,
    'unemployed-sgb2': benefits.unemployed,
    'other-transfer': benefits.otherTransfer,
    dwellings: housing.dwellings,
    'social-dwellings': housing.social,
    'binding-ends-5': housing.expiring5,
    'binding-ends-10': housing.expiring10,
    'municipal-dwellings': housing.municipal,
    'vacant-dwellings': housing.vacant,
    'floor-space': housing.floorSpace,
    offers: housing.offers,
    'kdu-offers': housing.kduOffers,
    'asking-rent': housing.rent,
    'kita-children': education.inKita,
    examined: education.examined,
    'language-support': education.languageSupport,
    'leaving-primary': education.leavers,
    'to-gymnasium': education.toGymnasium,
  };
}

/** One table: a row per district and year. `.` is secret, `/` not published for too few cases. */
export function observationTable(
  sites: readonly Site[],
  columns: readonly Column[],
  value: (y: number, d: number) => Record<Column, number>,
): string {
  const cell = (row: Record<Column, number>, column: Column) => {
    if (column === 'asking-rent') return row.offers < FEW_OFFERS ? '/' : row[column].toFixed(2);
    const number = row[column];
    return sensitive.includes(column) && (number === 1 || number === 2) ? '.' : number;
  };
  return csv(
    ['area', 'year', ...columns],
    calendar.flatMap(({ year }, y) =>
      sites.map((site, d) => {
        const row = value(y, d);
        return [site.key, year, ...columns.map((column) => cell(row, column))];
      }),
    ),
  );
}
