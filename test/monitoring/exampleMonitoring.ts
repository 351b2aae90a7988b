import * as v from 'valibot';
import type { Edition, Study } from '#model/study.ts';
import type { MethodProfile, MethodProfileInput } from '#monitoring/profiles/profile.ts';
import { profileSchema } from '#monitoring/profiles/profile.ts';
import {
  type Cell,
  exampleIndicator,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

const text = (words: string) => ({ de: words, en: words });

/** One indicator `need`, measured from the median in its own unit, cuts at 0, 1 and 2. */
export function exampleProfile(parts: Partial<MethodProfileInput> = {}): MethodProfile {
  return v.parse(profileSchema, {
    id: 'example',
    family: 'example',
    name: text('Beispiel'),
    authority: 'own',
    source: 'Test',
    indicators: [{ id: 'need', name: text('Bedarf') }],
    reference: 'median',
    spread: 'none',
    restandardise: false,
    status: {
      by: 'cuts',
      classes: ['hoch', 'mittel', 'niedrig', 'sehr niedrig'],
      cuts: [
        { at: 0, equal: 'above' },
        { at: 1, equal: 'below' },
        { at: 2, equal: 'below' },
      ],
    },
    dynamics: {
      kind: 'window',
      years: 1,
      classing: {
        by: 'cuts',
        classes: ['positiv', 'stabil', 'negativ'],
        cuts: [
          { at: -0.4, equal: 'above' },
          { at: 0.4, equal: 'below' },
        ],
      },
    },
    minimumPopulation: { variables: ['residents'], minimum: 300 },
    missing: { rule: 'exclude' },
    ...parts,
  } satisfies MethodProfileInput);
}

export interface ExampleArea {
  /** Status index per year, 2017 on; its change decides the dynamics. */
  readonly need: readonly number[];
  /** Of 1,000 residents; the other areas have 10. */
  readonly newcomers?: readonly number[];
  /** Of 100 dwellings; the other areas have 10. */
  readonly social?: number;
  readonly residents?: number;
}

/** Areas that lie at 0 throughout; so many that the median, from which the index is measured, is 0 as well. */
export const neutralAreas = Array.from({ length: 21 }, (_, i) => `n${i + 1}`);

/** A city in which an area's index is the number written down for it. */
export function exampleCity(areas: Readonly<Record<string, ExampleArea>>, parts: Partial<Study> = {}): Study {
  const length = Math.max(...Object.values(areas).map((area) => area.need.length));
  const years = Array.from({ length }, (_, i) => 2017 + i);
  const keys = [...Object.keys(areas), ...neutralAreas];
  const row = (read: (area: ExampleArea | null, y: number) => Cell) =>
    years.map((_, y) => keys.map((key) => read(areas[key] ?? null, y)));
  return exampleStudy({
    families: [{ id: 'area', name: text('Gebiet'), plural: text('Gebiete') }],
    levels: [exampleLevel('area', keys, { family: 'area' })],
    variables: [
      ...['residents', 'arrived', 'social', 'dwellings'].map((id) => exampleVariable(id)),
      exampleVariable('need', { kind: 'value', unit: 'number' }),
    ],
    indicators: [
      exampleIndicator('need', { kind: 'value', variable: 'need' }),
      exampleIndicator('newcomers', { kind: 'share', numerator: ['arrived'], denominator: ['residents'] }),
      exampleIndicator('social-housing', {
        kind: 'share',
        numerator: ['social'],
        denominator: ['dwellings'],
      }),
    ],
    observations: [
      observations('area', years, {
        need: row((area, y) => (area ? (area.need[y] ?? 'missing') : 0)),
        residents: row((area) => area?.residents ?? 1000),
        arrived: row((area, y) => area?.newcomers?.[y] ?? 10),
        social: row((area) => area?.social ?? 10),
        dwellings: row(() => 100),
      }),
    ],
    editions: years.map((year) => exampleEdition(year)),
    ...parts,
  });
}

export function exampleEdition(year: number, parts: Partial<Edition> = {}): Edition {
  return { year, profile: 'example', level: 'area', dataYear: year, official: null, outliers: [], ...parts };
}
