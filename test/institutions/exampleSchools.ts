import type { Polygon } from 'geojson';
import type { InstitutionRequest } from '#institutions/answer.ts';
import type { ClassKind, Composition, Institution, Study } from '#model/study.ts';
import { exampleGroup, exampleStudy } from '../model/exampleStudy.ts';

const text = (word: string) => ({ de: word, en: word });

export const forms = [
  { id: 'primary', kind: 'school', name: text('Grundschule'), plural: text('Grundschulen') },
  { id: 'grammar', kind: 'school', name: text('Gymnasium'), plural: text('Gymnasien') },
  { id: 'kita', kind: 'kita', name: text('Kita'), plural: text('Kitas') },
] as const;

export const providers = [
  { id: 'city', name: text('Stadt'), public: true },
  { id: 'church', name: text('Kirche'), public: false },
];

export function school(id: string, parts: Partial<Institution> = {}): Institution {
  return {
    id,
    name: `Schule ${id}`,
    form: 'primary',
    provider: 'city',
    position: [13, 52],
    capacity: null,
    address: null,
    flags: [],
    ...parts,
  };
}

export function figures(
  institution: string,
  total: number,
  count: number | null,
  year = 2020,
  classKind: ClassKind = 'all',
): Composition {
  return { institution, year, classKind, total, counts: count === null ? {} : { ndh: count } };
}

/** Schools A to D with 10, 20, 80 and 90 of 100 children in the group. */
export function fourSchools(parts: Partial<Study> = {}): Study {
  return exampleStudy({
    forms,
    providers,
    groups: [exampleGroup('ndh', { scope: 'institutions', universe: 'total' })],
    institutions: ['A', 'B', 'C', 'D'].map((id) => school(id)),
    compositions: [
      figures('A', 100, 10),
      figures('B', 100, 20),
      figures('C', 100, 80),
      figures('D', 100, 90),
    ],
    ...parts,
  });
}

export const ask = (parts: Partial<InstitutionRequest> = {}): InstitutionRequest => ({
  kind: 'school',
  form: 'all',
  provider: 'all',
  group: 'ndh',
  year: 2020,
  threshold: { method: 'funnel-998', value: 0 },
  ...parts,
});

/** A rectangle in lon/lat hundredths east and north of 13° E, 52° N. */
export function rectangle(west: number, south: number, east: number, north: number): Polygon {
  const at = (x: number, y: number) => [13 + x * 0.01, 52 + y * 0.01];
  return {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  };
}
