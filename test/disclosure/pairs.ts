import fc from 'fast-check';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import type { Composition, Edition, Indicator, Study } from '#model/study.ts';
import { squareAt } from '../measuring/planStudy.ts';
import {
  exampleGroup,
  exampleIndicator,
  exampleLevel,
  exampleStudy,
  exampleVariable,
  observations,
} from '../model/exampleStudy.ts';

/** The counts that a small city is made of; everything else in it is summed or worked out of them. */
export interface Town {
  /** Per year and area: young, middle, old, group, unemployed. */
  readonly residents: readonly (readonly (readonly number[])[])[];
  /** Per year and school: children and those of the group in regular, then in preparatory classes. */
  readonly schools: readonly (readonly (readonly number[])[])[];
  readonly isNested: boolean;
}

const years = [2016, 2018, 2020];
const ids = ['young', 'middle', 'old', 'residents', 'group', 'unemployed'] as const;
const text = (de: string) => ({ de, en: de });

/** A city with everything that the four tasks ask for: levels, groups, shares published and counted, schools, editions. */
export function townStudy({ residents, schools, isNested }: Town): Study {
  const n = residents[0]!.length;
  const keys = Array.from({ length: n }, (_, a) => `a${a}`);
  const districts = ['d0', 'd1'];
  const districtOf = (a: number) => a % 2;
  const rows = residents.map((areas) =>
    areas.map(([young = 0, middle = 0, few = 0, group = 0, unemployed = 0], a) => {
      // Enough in most areas to be assessed.
      const old = few + (a % 4 === 0 ? 0 : 300);
      const all = young + middle + old;
      return [young, middle, old, all, Math.min(group, all), Math.min(unemployed, all)];
    }),
  );
  const column = (of: (row: readonly number[]) => number) => rows.map((areas) => areas.map(of));
  const upper = (v: number) =>
    rows.map((areas) =>
      districts.map((_, d) => areas.reduce((sum, row, a) => sum + (districtOf(a) === d ? row[v]! : 0), 0)),
    );
  const published = (row: readonly number[]) =>
    row[3] === 0 ? 0 : Math.round((1000 * row[5]!) / row[3]!) / 1000;
  const levels = [
    exampleLevel('area', keys, {
      geometries: keys.map((_, a) => squareAt(a % 4, Math.floor(a / 4))),
      parent: isNested ? { level: 'district', keys: keys.map((_, a) => districts[districtOf(a)]!) } : null,
    }),
    ...(isNested ? [exampleLevel('district', districts)] : []),
  ];
  return exampleStudy({
    families: levels.map(({ id }) => ({ id, name: text(id), plural: text(id) })),
    levels,
    variables: [
      ...ids.map((id) => exampleVariable(id)),
      exampleVariable('rate', { kind: 'value', unit: 'share', weight: 'residents' }),
      exampleVariable('rate-change', { kind: 'value', unit: 'share-points', weight: 'residents' }),
      exampleVariable('part', { kind: 'value', unit: 'share', averagedBy: 'group' }),
      exampleVariable('stay', { kind: 'value', unit: 'years', weight: 'residents' }),
    ],
    indicators: [
      exampleIndicator('transfer', { kind: 'share', numerator: ['group'], denominator: ['residents'] }),
      exampleIndicator('child-poverty', { kind: 'share', numerator: ['young'], denominator: ['residents'] }),
      exampleIndicator('unemployment-sgb2', {
        kind: 'share',
        numerator: ['unemployed'],
        denominator: ['residents'],
      }),
      exampleIndicator('published', { kind: 'value', variable: 'rate' }),
      exampleIndicator('change', { kind: 'value', variable: 'rate-change' }),
    ].map((one): Indicator => ({ ...one, direction: 'need' })),
    groups: [exampleGroup('group'), exampleGroup('unemployed', { overlaps: ['group'] }), childGroup],
    observations: [
      observations('area', years, {
        ...Object.fromEntries(ids.map((id, v) => [id, column((row) => row[v]!)])),
        rate: column(published),
        'rate-change': rows.map((areas, y) =>
          areas.map((row, a) => (y === 0 ? 'missing' : published(row) - published(rows[y - 1]![a]!))),
        ),
        part: column((row) => Math.round((1000 * row[4]!) / Math.max(1, row[4]! + row[0]!)) / 1000),
        stay: column(() => 7.5),
      }),
      // Residents and the group are published for districts, too; the others are summed.
      ...(isNested ? [observations('district', years, { residents: upper(3), group: upper(4) })] : []),
    ],
    ...schoolsOf(schools),
    editions: years.map((year): Edition => {
      return {
        year,
        profile: 'mss-musterstadt',
        level: 'area',
        dataYear: year,
        official: null,
        outliers: [],
      };
    }),
  });
}

const childGroup = exampleGroup('ndh', { scope: 'institutions', universe: 'total', residentTwin: 'group' });

function schoolsOf(schools: Town['schools']): Partial<Study> {
  const names = schools[0]!.map((_, s) => `s${s}`);
  return {
    forms: [{ id: 'primary', kind: 'school', name: text('Grundschule'), plural: text('Grundschulen') }],
    providers: [{ id: 'city', name: text('Stadt'), public: true }],
    institutions: names.map((id, s) => ({
      id,
      name: id,
      form: 'primary',
      provider: 'city',
      position: [13.005 + 0.01 * (s % 4), 52.005 + 0.01 * Math.floor(s / 4)],
      capacity: null,
      address: null,
      flags: [],
    })),
    compositions: schools.flatMap((ofYear, y) =>
      ofYear.flatMap(([total = 0, ndh = 0, more = 0, moreNdh = 0], s): Composition[] => {
        const of = (classKind: Composition['classKind'], all: number, some: number): Composition => {
          return { institution: names[s]!, year: years[y]!, classKind, total: all, counts: { ndh: some } };
        };
        const [regular, preparatory] = [Math.min(ndh, total), Math.min(moreNdh, more)];
        const parts = [of('regular', total, regular), of('preparatory', more, preparatory)];
        return s % 2 === 0 ? [of('all', total + more, regular + preparatory), ...parts] : parts;
      }),
    ),
    catchments: names.map((id, s) => ({
      id: `c${s}`,
      form: 'primary',
      year: 2020,
      institutions: [id],
      geometry: squareAt(s % 4, Math.floor(s / 4)),
    })),
  };
}

const few = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 400 }) },
);
const block = (rows: number, cells: number) =>
  fc.array(
    fc.array(fc.array(few, { minLength: cells, maxLength: cells }), { minLength: rows, maxLength: rows }),
    {
      minLength: years.length,
      maxLength: years.length,
    },
  );

export const anyTown: fc.Arbitrary<Town> = fc.record({
  residents: block(8, 5),
  schools: block(6, 4),
  isNested: fc.boolean(),
});

/**
 * Other towns that are published alike: what is shown is the same to the last figure, what is hidden is not. Found by
 * moving people between cells, in ways that keep sums.
 */
export function twinsOf(town: Town, profile: DisclosureProfile, most: number): readonly Town[] {
  const raw = townStudy(town);
  const { study: shown } = guardStudy(raw, profile);
  const published = shownFigures(shown);
  const twins: Town[] = [];
  const moves = [...movesIn(town)];
  for (let k = 0; k < moves.length && twins.length < most; k++) {
    // All kinds of moves, not only the first.
    const move = moves[(k * 7919) % moves.length]!;
    const other = moved(town, move);
    if (!other) continue;
    const study = townStudy(other);
    // Quick first: most moves change a figure that is shown.
    if (!agrees(raw, study, shown)) continue;
    if (shownFigures(guardStudy(study, profile).study) === published) twins.push(other);
  }
  return twins;
}

/** Every figure and every sign of a study, in words. */
export function shownFigures({ observations: all, compositions }: Study): string {
  return JSON.stringify([
    all.map(({ level, columns }) => [
      level,
      Object.entries(columns).map(([id, { values, signs }]) => [id, [...values], signs ? [...signs] : null]),
    ]),
    compositions,
  ]);
}

type Change = readonly [part: 'residents' | 'schools', year: number, row: number, cell: number, by: 1 | -1];

function* movesIn({ residents, schools }: Town): Generator<readonly Change[]> {
  for (let y = 0; y < years.length; y++) {
    for (let s = 0; s < schools[y]!.length; s++) {
      for (const cell of [1, 3] as const) yield [['schools', y, s, cell, 1]];
      yield [
        ['schools', y, s, 1, 1],
        ['schools', y, s, 3, -1],
      ];
      yield [
        ['schools', y, s, 1, -1],
        ['schools', y, s, 3, 1],
      ];
    }
    const n = residents[y]!.length;
    for (let a = 0; a < n; a++) {
      for (const cell of [3, 4]) {
        yield [['residents', y, a, cell, 1]];
        yield [['residents', y, a, cell, -1]];
      }
      for (let b = 0; b < n; b++) {
        if (a === b) continue;
        for (const cell of [3, 4]) {
          yield [
            ['residents', y, a, cell, 1],
            ['residents', y, b, cell, -1],
          ];
        }
        for (const [from, to] of [
          [0, 1],
          [1, 2],
          [0, 2],
        ] as const) {
          yield [
            ['residents', y, a, from, 1],
            ['residents', y, a, to, -1],
            ['residents', y, b, from, -1],
            ['residents', y, b, to, 1],
          ];
        }
      }
    }
  }
}

function moved(town: Town, changes: readonly Change[]): Town | null {
  const copy = structuredClone(town) as {
    residents: number[][][];
    schools: number[][][];
    isNested: boolean;
  };
  for (const [part, y, row, cell, by] of changes) {
    const cells = copy[part][y]![row]!;
    cells[cell]! += by;
    if (cells[cell]! < 0) return null;
  }
  return copy;
}

/** Do two towns differ only where nothing is shown? */
function agrees(one: Study, other: Study, shown: Study): boolean {
  return one.observations.every(({ level, columns }) => {
    const of = (study: Study, id: string) =>
      study.observations.find((each) => each.level === level)!.columns[id]!.values;
    return Object.entries(columns).every(([id, { values }]) => {
      const [theirs, visible] = [of(other, id), of(shown, id)];
      return values.every((value, at) => Number.isNaN(visible[at]!) || value === theirs[at]);
    });
  });
}
