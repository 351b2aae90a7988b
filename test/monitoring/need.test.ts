import { describe, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import type { NeedRequest } from '#monitoring/answer.ts';
import { assessNeed, type NeedEvidence } from '#monitoring/need.ts';
import { exampleIndicator, exampleLevel, exampleVariable, observations } from '../model/exampleStudy.ts';
import {
  type ExampleArea,
  exampleCity,
  exampleEdition,
  exampleProfile,
  neutralAreas,
} from './exampleMonitoring.ts';

const profile = exampleProfile();
const request = (parts: Partial<NeedRequest> = {}): NeedRequest => ({
  profile: 'example',
  custom: profile,
  edition: 2020,
  thresholds: {},
  ...parts,
});
const answerOf = (study: Study, parts: Partial<NeedRequest> = {}, evidence: NeedEvidence = {}) => {
  const result = assessNeed(study, request(parts), evidence);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const areaOf = (study: Study, key: string, parts: Partial<NeedRequest> = {}, evidence: NeedEvidence = {}) =>
  answerOf(study, parts, evidence).areas.find((area) => area.area === key)!;
const programme = (
  id: string,
  areas: readonly string[],
  start: number | null,
  end: number | null = null,
) => ({
  id,
  name: id,
  programme: { de: 'Sozialer Zusammenhalt', en: 'Sozialer Zusammenhalt' },
  start,
  end,
  level: 'area',
  areas,
  geometry: null,
});

const crafted: Readonly<Record<string, ExampleArea>> = {
  arrival: { need: [1.5, 1.5, 3, 3], newcomers: [15, 15, 15, 10] },
  affordable: { need: [3, 3, 3, 3], social: 20 },
  entrenched: { need: [3, 3, 3, 3], newcomers: [15, 15, 10, 10] },
  fresh: { need: [0, 0.2, 0.4, 1.2] },
  sinking: { need: [0, 0, 0.45, 0.9] },
  recovered: { need: [3, 1.5, 0.9, 0.6] },
  tended: { need: [3, 3, 3, 0.9] },
  small: { need: [3, 3, 3, 3], residents: 299 },
};
const funded = [programme('east', ['recovered'], 2015), programme('west', ['tended', 'affordable'], 2018)];
const city = exampleCity(crafted, { programmes: funded });

describe('assessNeed', () => {
  test('one crafted area per verdict', () => {
    const answer = answerOf(city);
    const verdicts = Object.fromEntries(answer.areas.map((area) => [area.area, area.verdict]));
    expect(verdicts).toMatchObject({
      arrival: 'long-term',
      affordable: 'long-term',
      entrenched: 'entrenched',
      fresh: 'emerging',
      sinking: 'emerging',
      recovered: 'phase-out',
      tended: 'watch',
      small: 'not-rated',
      n1: 'no-need',
    });
    expect(answer.verdictCounts['long-term']).toEqual({ areas: 2, residents: 2000 });
    expect(answer.verdictCounts['not-rated']).toEqual({ areas: 1, residents: 299 });
    expect(answer.rated).toBe(28);
  });

  test('status × dynamics counts every rated area with its residents', () => {
    const { table } = answerOf(city);
    // fresh rises by 0.8 to niedrig; tended falls by 2.1 to mittel; recovered falls by 0.3.
    expect(table[2]?.[2]).toEqual({ areas: 1, residents: 1000 });
    expect(table[1]?.[0]).toEqual({ areas: 1, residents: 1000 });
    expect(table.flat().reduce((sum, cell) => sum + cell.areas, 0)).toBe(28);
  });

  test('recommends against the running programme areas and counts the residents', () => {
    const { comparison, programmes } = answerOf(city);
    expect(programmes).toBe(2);
    expect(comparison).toEqual({
      continue: { areas: 2, residents: 2000 },
      'phase-out': { areas: 1, residents: 1000 },
      admit: { areas: 2, residents: 2000 },
      'no-change': { areas: 24, residents: 23299 },
    });
  });

  test('without programme areas in the pack nothing is compared', () => {
    const study = exampleCity(crafted);
    expect(answerOf(study).comparison).toBeNull();
    expect(areaOf(study, 'arrival')).toMatchObject({ recommendation: null, programme: null });
    expect(areaOf(study, 'arrival').reasons.at(-1)).toMatchObject({
      code: 'programmes-unknown',
      known: false,
    });
  });

  test('an ended programme is named but does not count as one', () => {
    const study = exampleCity(crafted, { programmes: [programme('east', ['recovered'], 2010, 2019)] });
    expect(areaOf(study, 'recovered')).toMatchObject({
      verdict: 'no-need',
      programme: { id: 'east', active: false },
    });
    expect(areaOf(study, 'recovered').reasons.at(-1)).toMatchObject({ code: 'programme-ended', met: false });
  });

  test('the running programme goes before the ended one', () => {
    const programmes = [programme('old', ['arrival'], 2000, 2010), programme('new', ['arrival'], 2012)];
    expect(areaOf(exampleCity(crafted, { programmes }), 'arrival').programme).toMatchObject({
      id: 'new',
      active: true,
    });
  });

  test('lists the reasons with their figures', () => {
    const { reasons } = areaOf(city, 'affordable');
    const line = (code: string) => reasons.find((reason) => reason.code === code);
    expect(line('status-sehr-niedrig')).toMatchObject({ met: true, figure: { value: 3, as: 'sd' } });
    expect(line('always-low')).toMatchObject({
      met: true,
      params: { since: '2017', editions: 4 },
      figure: { value: 4, as: 'count', of: 4 },
    });
    // 20 % against (7·10 + 20 + 21·10) / 29 areas.
    expect(line('affordable-social-housing')?.figure?.value).toBeCloseTo(20 / (300 / 29), 12);
    expect(line('affordable-social-housing')).toMatchObject({
      met: true,
      decisive: true,
      origin: { kind: 'own', year: 2020 },
    });
    expect(line('arrivals')).toMatchObject({ met: false, figure: { as: 'ratio' } });
    expect(line('programme-running')).toMatchObject({ met: true, params: { name: 'west', start: '2018' } });
    expect(line('exposed-children-unknown')).toMatchObject({ known: false });
  });

  test('an arrival area exceeds the quotient in most years, not in half of them', () => {
    expect(areaOf(city, 'arrival').reasons.find((each) => each.code === 'arrivals')?.met).toBe(true);
    expect(areaOf(city, 'entrenched').reasons.find((each) => each.code === 'arrivals')?.met).toBe(false);
    expect(areaOf(city, 'entrenched', { thresholds: { arrivalYears: 0.4 } }).verdict).toBe('long-term');
    expect(areaOf(city, 'arrival', { thresholds: { arrivals: 2 } }).verdict).toBe('entrenched');
    expect(areaOf(city, 'affordable', { thresholds: { affordable: 3 } }).verdict).toBe('entrenched');
  });

  test('knows the children’s institutions only when told', () => {
    const exposure = new Map([['arrival', 0.8]]);
    const line = areaOf(city, 'arrival', {}, { exposure }).reasons.find(
      (each) => each.code === 'exposed-children',
    );
    expect(line).toMatchObject({ met: true, decisive: false, figure: { value: 0.8, as: 'share' } });
    const other = areaOf(city, 'fresh', {}, { exposure }).reasons;
    expect(other.some((each) => each.code === 'exposed-children-unknown' && !each.known)).toBe(true);
  });

  test('judges an earlier edition by what was known then', () => {
    expect(areaOf(city, 'tended', { edition: 2019 })).toMatchObject({
      verdict: 'entrenched',
      statusClass: 'sehr niedrig',
    });
    expect(areaOf(city, 'tended', { edition: 2018 }).persistence).toMatchObject({ editions: 2, low: 2 });
    expect(areaOf(city, 'tended', { edition: 2017 }).dynamicsClass).toBeNull();
  });

  test('says absolute and relative change apart', () => {
    const { reasons } = areaOf(city, 'recovered');
    const change = reasons.find((each) => each.code === 'change');
    expect(change).toMatchObject({ met: false, decisive: false });
    expect(change?.figure?.value).toBeCloseTo(-0.3, 12);
  });

  test('names the exclusion and keeps excluded areas out of every mean', () => {
    const outliers = [{ area: 'affordable', reason: { de: 'Heim', en: 'home' } }];
    const study = exampleCity(crafted, { editions: [exampleEdition(2020, { outliers })] });
    expect(areaOf(study, 'affordable')).toMatchObject({
      excluded: 'outlier',
      exclusionText: { de: 'Heim' },
      statusClass: null,
      verdict: 'not-rated',
    });
    expect(areaOf(study, 'affordable').statusIndex).toBeNaN();
    expect(areaOf(study, 'small').excluded).toBe('under-minimum');
    const gap = exampleCity({ gap: { need: [1, 1, 1] }, full: { need: [1, 1, 1, 1] } });
    expect(areaOf(gap, 'gap').excluded).toBe('missing-values');
  });

  test('a row of zeros is missing only where the profile says so', () => {
    const missing = exampleProfile({ missing: { rule: 'exclude', allZero: 'missing' } });
    expect(areaOf(city, 'n1').excluded).toBeNull();
    expect(areaOf(city, 'n1', { custom: missing }).excluded).toBe('missing-values');
  });

  test('areas that do not differ cannot be rated', () => {
    const study = exampleCity({ one: { need: [0] } });
    const sd = exampleProfile({ reference: 'mean', spread: 'population-sd' });
    const answer = answerOf(study, { custom: sd, edition: 2017 });
    expect(answer.rated).toBe(0);
    expect(answer.areas[0]).toMatchObject({ excluded: 'no-spread', verdict: 'not-rated', leading: null });
  });

  test('without declared editions every year with figures is one', () => {
    const study = exampleCity(crafted, { editions: [] });
    expect(answerOf(study).editions).toEqual([2017, 2018, 2019, 2020]);
    expect(areaOf(study, 'arrival').verdict).toBe('long-term');
  });

  test('refuses what it cannot answer, with the reason', () => {
    const codes = (study: Study, parts: Partial<NeedRequest>) => {
      const result = assessNeed(study, request(parts));
      return result.ok ? [] : result.problems.map((each) => each.code);
    };
    expect(codes(city, { edition: 1999 })).toEqual(['need-edition-unknown']);
    expect(codes(city, { custom: null, profile: 'nowhere' })).toEqual(['need-profile-unknown']);
    expect(codes(exampleCity(crafted, { editions: [] }), { custom: null, profile: 'mss-2021' })).toEqual([
      'need-indicators-missing',
    ]);
  });

  test('a profile that allows gaps goes on with the indicators there are, and says so', () => {
    const text = { de: 'x', en: 'x' };
    const gappy = exampleProfile({
      indicators: [
        { id: 'need', name: text },
        { id: 'absent', name: text },
      ],
      missing: { rule: 'available' },
    });
    const result = assessNeed(city, request({ custom: gappy }));
    expect(result.ok && result.notes.map((note) => note.code)).toContain('need-indicators-left-out');
    // The one indicator stands for both.
    expect(result.ok && result.value.areas[0]?.statusIndex).toBeCloseTo(6, 12);
  });
});

describe('older vintages', () => {
  const keys = ['a', 'b', ...neutralAreas];
  const oldKeys = ['p', 'q', 'r', ...neutralAreas];
  const base = exampleCity({ a: { need: [3] }, b: { need: [3] } });
  const study = (parts: Partial<Study> = {}): Study => ({
    ...base,
    levels: [
      exampleLevel('area', keys, { family: 'area', validFrom: 2021 }),
      exampleLevel('old', oldKeys, { family: 'area', vintage: 'bis 2020', validTo: 2020 }),
    ],
    observations: [
      observations('area', [2021], {
        need: [[3, 3, ...neutralAreas.map(() => 0)]],
        residents: [keys.map(() => 1000)],
      }),
      observations('old', [2019, 2020], {
        need: [
          [3, 0, 0, ...neutralAreas.map(() => 0)],
          [3, 0, 0, ...neutralAreas.map(() => 0)],
        ],
        residents: [
          [4000, 1000, 600, ...neutralAreas.map(() => 1000)],
          [4000, 1000, 600, ...neutralAreas.map(() => 1000)],
        ],
        social: [
          [80, 10, 10, ...neutralAreas.map(() => 10)],
          [80, 10, 10, ...neutralAreas.map(() => 10)],
        ],
        dwellings: [oldKeys.map(() => 100), oldKeys.map(() => 100)],
      }),
    ],
    crosswalks: [
      {
        from: 'old',
        to: 'area',
        // a: 0.3 of p (1,200 persons) and all of q (1,000); b: all of r (600) and 0.1 of p (400).
        fromKeys: ['p', 'q', 'r', 'p', ...neutralAreas],
        toKeys: ['a', 'a', 'b', 'b', ...neutralAreas],
        weights: Float64Array.from([0.3, 1, 1, 0.1, ...neutralAreas.map(() => 1)]),
        method: 'area',
      },
    ],
    editions: [
      exampleEdition(2019, { level: 'old' }),
      exampleEdition(2020, { level: 'old' }),
      exampleEdition(2021, { level: 'area' }),
    ],
    ...parts,
  });

  test('an area takes the history of the old area that gave it most residents, not most of its ground', () => {
    const { history, verdict } = areaOf(study(), 'a', { edition: 2021 });
    expect(history.map((each) => each.area)).toEqual(['p', 'p', 'a']);
    expect(history.map((each) => each.statusClass)).toEqual(['sehr niedrig', 'sehr niedrig', 'sehr niedrig']);
    expect(areaOf(study(), 'b', { edition: 2021 }).history.map((each) => each.area)).toEqual(['r', 'r', 'b']);
    expect(verdict).toBe('long-term');
  });

  test('stock known only for the old areas is used and marked', () => {
    const line = areaOf(study(), 'a', { edition: 2021 }).reasons.find(
      (each) => each.code === 'affordable-social-housing',
    );
    expect(line).toMatchObject({ met: true, origin: { kind: 'vintage', level: 'old', year: 2020 } });
  });

  test('without a crosswalk older editions are left out, with a note', () => {
    const result = assessNeed(study({ crosswalks: [] }), request({ edition: 2021 }));
    expect(result.ok && result.notes.map((note) => note.code)).toEqual([
      'need-no-dynamics',
      'need-no-crosswalk',
      'need-no-crosswalk',
    ]);
    expect(result.ok && result.value.areas[0]?.history).toHaveLength(1);
  });

  test('the opposite crosswalk will do', () => {
    const [walk] = study().crosswalks;
    const crosswalks = [
      {
        ...walk!,
        from: 'area',
        to: 'old',
        fromKeys: ['a', 'a', 'b', ...neutralAreas],
        toKeys: ['p', 'q', 'r', ...neutralAreas],
        weights: Float64Array.from([0.4, 0.6, 1, ...neutralAreas.map(() => 1)]),
      },
    ];
    expect(areaOf(study({ crosswalks }), 'a', { edition: 2021 }).history[0]?.area).toBe('q');
  });
});

test('figures known only for the coarser area are used and marked', () => {
  const base = exampleCity({ a: { need: [3, 3, 3] }, b: { need: [3, 3, 3] } });
  const keys = base.levels[0]!.keys;
  const [own] = base.observations;
  const { social: _, dwellings: __, ...columns } = own!.columns;
  const study: Study = {
    ...base,
    levels: [
      {
        ...base.levels[0]!,
        parent: { level: 'quarter', keys: keys.map((key) => (key === 'a' ? 'rich' : 'poor')) },
      },
      exampleLevel('quarter', ['rich', 'poor'], { family: 'quarter' }),
    ],
    variables: [...base.variables, exampleVariable('rent', { kind: 'value', unit: 'euro-per-sqm' })],
    indicators: [...base.indicators, exampleIndicator('asking-rent', { kind: 'value', variable: 'rent' })],
    observations: [
      { ...own!, columns },
      observations('quarter', [2022], { social: [[30, 10]], dwellings: [[100, 100]], rent: [[20, 10]] }),
    ],
  };
  const line = (key: string, code: string) =>
    areaOf(study, key, { edition: 2019 }).reasons.find((each) => each.code === code);
  expect(line('a', 'affordable-social-housing')).toMatchObject({
    met: true,
    figure: { value: expect.closeTo(1.5, 12) },
    origin: { kind: 'parent', level: 'quarter', year: 2022 },
  });
  expect(line('b', 'affordable-social-housing')).toMatchObject({
    met: false,
    figure: { value: expect.closeTo(0.5, 12) },
  });
  // No city value published: the mean weighted by the residents of the quarters, 1 : 22 thousand.
  const mean = (20 + 22 * 10) / 23;
  expect(line('b', 'rent')?.figure?.value).toBeCloseTo(10 / mean, 12);
  expect(line('b', 'rent')).toMatchObject({ met: true, decisive: false });
});
