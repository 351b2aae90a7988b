import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { nameProposals } from '#import/join/nameProposals.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { applyRepair } from '#import/plan/applyRepair.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import type { KeyRepair } from '#import/plan/review.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildPack } from '#import/recipe/buildPack.ts';
import { measure } from '#measuring/measure.ts';
import { areaValues, indicatorValues } from '#model/aggregate.ts';
import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import { editionsOf, missingIndicators } from '#monitoring/editions.ts';
import { profileById } from '#monitoring/profiles/catalog.ts';
import { profilesFor } from '#state/needProfile.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';
import { type Opened, opened, unhurried } from './smallCity.ts';

const slow = 120_000;

function dropped(...paths: readonly string[]): Promise<Opened> {
  return opened(
    ...paths.map((path) => ({
      path: path.slice(path.lastIndexOf('/') + 1),
      bytes: new Uint8Array(readFileSync(requireRealData(path))),
    })),
  );
}

/** What nobody but a person can know. */
function named(plan: ImportPlan, title: string, vintages: readonly string[] = ['2021']): ImportPlan {
  return {
    ...plan,
    title,
    levels: plan.levels.map((level, i) => ({ ...level, vintage: level.vintage || (vintages[i] ?? '') })),
  };
}

async function adopted({ session, inspection }: Opened, plan: ImportPlan): Promise<Study> {
  const review = await reviewPlan(plan, inspection, session, unhurried);
  if (review.problems.length > 0) throw new Error(JSON.stringify(review.problems));
  const recipe = recipeOf(plan, inspection);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  const built = await buildPack(recipe.value, session.source());
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const study = await openPack(fromFiles(built.value));
  if (!study.ok) throw new Error(JSON.stringify(study.problems));
  return study.value;
}

function total(study: Study, level: string, variable: string, year: number): number {
  return (areaValues(study, level, variable, year)?.values ?? new Float64Array([NaN])).reduce(
    (sum, value) => sum + value,
    0,
  );
}

function dissimilarityOf(study: Study, family: string, year: number, group: string): number {
  const answer = measure(study, {
    family,
    year,
    group,
    reference: 'rest',
    neighbourhood: 'contiguity',
    radius: 2000,
    kernel: 'biweight',
  });
  return answer.indices.find(({ id }) => id === 'D')?.value ?? NaN;
}

describeWithRealData('Berlin: outlines, the official workbook, schools', () => {
  let city: Opened;
  let study: Study;
  beforeAll(async () => {
    city = await dropped(
      'berlin/geo/plr_2021.geojson',
      'berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx',
      'berlin/schools/schulen_ndh_2020_21.csv',
    );
    study = await adopted(city, named(city.plan, 'Berlin'));
  }, slow);

  test('nothing but the name of the city has to be said', async () => {
    const { problems } = await reviewPlan(city.plan, city.inspection, city.session, unhurried);
    expect(problems.map(({ code }) => code)).toEqual(['plan-title-missing']);
  });

  test('the four parts of the key are put together, headings and sub-totals left out', () => {
    const table = city.plan.tables.find(({ table: id }) => id.endsWith('#T1'));
    expect(table).toMatchObject({ use: 'areas', year: { kind: 'fixed', year: 2024 } });
    expect(table?.key.columns).toEqual(['Bezirk', 'Prognoseraum', 'Bezirksregion', 'Planungsraum']);
    // 12 headings, 12 sub-totals, the city, a row of column numbers.
    expect(table?.withoutRows).toHaveLength(26);
    expect(
      city.plan.tables.filter(({ use }) => use === 'areas').map(({ table: id }) => id.slice(-2)),
    ).toEqual(['T1', 'T2', 'T3', 'T4']);
  });

  test('the figures are those the office publishes', () => {
    const { id } = levelById(study, 'planungsraum');
    expect(study.levels.map(({ keys }) => keys.length)).toEqual([542]);
    expect(total(study, id, 'residents', 2024)).toBe(3_897_145);
    expect(total(study, id, 'foreigners', 2024)).toBe(971_878);
    expect(total(study, id, 'migration-background', 2024)).toBe(1_601_865);
    const share = indicatorValues(study, id, 'foreigners', 2024);
    expect(share?.city).toBeCloseTo(971_878 / 3_897_145, 12);
    expect(share?.values[levelById(study, id).keys.indexOf('01100101')]).toBeCloseTo(1581 / 3580, 12);
  });

  test('foreigners live as unevenly as they do', () => {
    expect(dissimilarityOf(study, 'planungsraum', 2024, 'foreigners')).toBeCloseTo(0.211, 3);
  });

  test('a figure that stands in several sheets is taken once', () => {
    const filled = city.plan.tables.flatMap(({ columns }) => columns.filter(({ role }) => role !== 'ignore'));
    const variables = filled.map(({ variable }) => variable);
    expect(new Set(variables).size).toBe(variables.length);
    expect(variables.filter((id) => /^(residents|foreigners)/.test(id))).toEqual(['residents', 'foreigners']);
    expect(variables).toContain('mh-age-under-6');
    expect(variables).toContain('origin-turkey');
  });

  test('schools are listed with their branches put together', () => {
    const figures = study.compositions.filter(({ counts }) => counts.ndh !== undefined);
    expect(study.institutions).toHaveLength(1118);
    const primary = study.institutions.filter(({ form }) => form === 'grundschule');
    const ids = new Set(primary.map(({ id }) => id));
    const ofPrimary = figures.filter(({ institution }) => ids.has(institution));
    expect(ofPrimary).toHaveLength(413);
    expect(study.groups.find(({ id }) => id === 'ndh')?.ofName.de).toBe(
      'Kindern nichtdeutscher Herkunftssprache',
    );
  });
});

describeWithRealData('Hamburg: names are all there is', () => {
  let city: Opened;
  let plan: ImportPlan;
  const table = 'stadtteilprofile_2014.csv';
  beforeAll(async () => {
    city = await dropped('hamburg/stadtteile_osm.geojson', 'hamburg/stadtteilprofile_2014.csv');
    plan = named(city.plan, 'Hamburg', ['2014']);
  }, slow);

  test('the Bezirke and the city below are left out, the year is that of most heads', () => {
    const planned = city.plan.tables.find((one) => one.table === table);
    expect(planned?.withoutRows).toEqual([101, 102, 103, 104, 105, 106, 107, 108]);
    expect(planned?.year).toEqual({ kind: 'fixed', year: 2013 });
  });

  test('published shares of people of some ages stay beside those of everybody', () => {
    const shares = city.plan.tables
      .find((one) => one.table === table)
      ?.columns.filter(({ role }) => role === 'share')
      .map(({ variable }) => variable);
    expect(shares).toEqual(expect.arrayContaining(['unemployment-rate', 'youth-unemployment']));
    // These can be made of the counts.
    expect(shares).not.toContain('foreigners-published');
    expect(city.plan.indicators.map(({ id }) => id)).toContain('foreigners');
    // Children with a migration background among all children, as the office publishes it.
    expect(shares).not.toContain('mh-age-under-18-published');
    expect(city.plan.indicators.find(({ id }) => id === 'migration-under-18')?.measure).toEqual({
      kind: 'share',
      numerator: ['mh-age-under-18'],
      denominator: ['age-under-18'],
    });
  });

  test('without consent nothing is joined, with it 95 of 99 rows are', async () => {
    const before = await reviewPlan(plan, city.inspection, city.session, unhurried);
    expect(before.problems.map(({ code }) => code)).toHaveLength(1);
    const joined = before.tables.find((one) => one.table === table);
    expect(joined).toMatchObject({ matched: 0, residents: { lost: 1_782_217, all: 1_782_217 } });
    const repair = joined?.repairs.find(({ kind }) => kind === 'other-property');
    expect(repair).toMatchObject({ to: 'name', more: 95 });
    const allowed = applyRepair(plan, table, repair as KeyRepair);
    const after = await reviewPlan(allowed, city.inspection, city.session, unhurried);
    expect(after.problems).toEqual([]);
    const review = after.tables.find((one) => one.table === table);
    expect(review?.matched).toBe(95);
    expect(review?.onlyTable.map(({ key }) => key)).toEqual([
      'Kleiner Grasbrook und Steinwerder',
      'Waltershof und Finkenwerder',
      'Neuland und Gut Moor',
      'Moorburg und Altenwerder',
    ]);
    expect(review?.residents).toEqual({ lost: 15_164, all: 1_782_217 });
    expect(review?.onlyGeometry).toHaveLength(8);
    const proposals = nameProposals(allowed, city.inspection, city.session, table);
    expect(proposals.map(({ candidates }) => candidates.slice(0, 2).map(({ name }) => name))).toEqual([
      ['Kleiner Grasbrook', 'Steinwerder'],
      ['Waltershof', 'Finkenwerder'],
      ['Neuland', 'Gut Moor'],
      ['Moorburg', 'Altenwerder'],
    ]);
    const study = await adopted(city, allowed);
    expect(total(study, 'stadtteil', 'residents', 2013)).toBeNaN();
    const known = [...(areaValues(study, 'stadtteil', 'residents', 2013)?.values ?? [])].filter(
      (one) => one >= 0,
    );
    expect(known).toHaveLength(95);
    expect(known.reduce((sum, one) => sum + one, 0)).toBe(1_782_217 - 15_164);
    // Enough for the method of the city itself: four of its seven indicators.
    const profile = profileById('sozialmonitoring-hamburg');
    expect(profilesFor(study)).toEqual([profile]);
    const edition = profile && editionsOf(study, profile)[0];
    expect(edition?.dataYear).toBe(2013);
    expect(profile && edition && missingIndicators(study, edition, profile)).toEqual([
      'single-parent-children',
      'old-age-poverty',
      'low-school-leaving',
    ]);
    // Published: 21.4 %; weighted with all residents it would be 20.8 %.
    expect(indicatorValues(study, 'stadtteil', 'child-poverty', 2013)?.city).toBeCloseTo(0.214, 3);
    expect(after.indicators.find(({ indicator }) => indicator === 'child-poverty')?.city).toBeCloseTo(
      0.214,
      3,
    );
  });
});

describeWithRealData('Nürnberg: polygons of one Bezirk put together', () => {
  test(
    '87 Bezirke, suppressed cells stay empty',
    async () => {
      const city = await dropped('nuernberg/statistische_bezirke.geojson', 'nuernberg/bezirke_2023.csv');
      expect(city.plan.levels[0]).toMatchObject({
        familyPlural: 'Statistische Bezirke',
        from: { key: 'code_bez' },
      });
      const study = await adopted(city, named(city.plan, 'Nürnberg', ['2023', '2023']));
      const [level] = study.levels;
      expect(level?.keys).toHaveLength(87);
      expect(total(study, level?.id ?? '', 'residents', 2023)).toBe(541_103);
      const foreigners = areaValues(study, level?.id ?? '', 'foreigners', 2023);
      const empty = [...(foreigners?.signs ?? [])].filter((sign) => sign === signCode('missing'));
      expect(empty).toHaveLength(1);
      expect(indicatorValues(study, level?.id ?? '', 'foreigners', 2023)?.city).toBeCloseTo(0.26915, 5);
      // More people are entitled to live somewhere than live there: no part of the residents.
      expect(study.indicators.find(({ id }) => id === 'wohnberechtigte')?.measure.kind).toBe('value');
    },
    slow,
  );
});

describeWithRealData('Leipzig: the long table', () => {
  test(
    'each of its words becomes a figure of 24 years',
    async () => {
      const city = await dropped('leipzig/ortsteile.geojson', 'leipzig/indikatoren_ortsteile_lang.csv');
      const table = city.plan.tables.find(({ pivot }) => pivot !== null);
      expect(table).toMatchObject({
        key: { columns: ['ortsteil_key'] },
        year: { kind: 'column', column: 'jahr' },
      });
      const study = await adopted(city, named(city.plan, 'Leipzig', ['63 Ortsteile']));
      expect(study.observations[0]?.years).toHaveLength(24);
      expect(total(study, 'ortsteil', 'residents', 2023)).toBe(628_718);
      expect(total(study, 'ortsteil', 'foreigners', 2023)).toBe(89_833);
      expect(total(study, 'ortsteil', 'sgb2-households', 2022)).toBe(30_515);
      const review = await reviewPlan(named(city.plan, 'Leipzig'), city.inspection, city.session, unhurried);
      expect(review.tables[0]?.residents).toEqual({ lost: 0, all: 628_718 });
    },
    slow,
  );
});

describeWithRealData('Berlin: old and new areas', () => {
  let city: Opened;
  beforeAll(async () => {
    city = await dropped(
      'berlin/geo/plr_2021.geojson',
      'berlin/geo/plr_until_2020.geojson',
      'berlin/geo/lor_crosswalk_pre2021_to_2021.csv',
      'berlin/ewr/ewr_202012_plr.csv',
      'berlin/ewr/ewr_202412_plr.csv',
    );
  }, slow);

  test('each table finds its vintage, the crosswalk both; vintages are asked for', async () => {
    expect(city.plan.levels.map(({ id, vintage }) => [id, vintage])).toEqual([
      ['planungsraum-2020', ''],
      ['planungsraum-2021', ''],
    ]);
    const levels = city.plan.tables
      .filter(({ use }) => use === 'areas')
      .map(({ table, level }) => [table, level]);
    expect(levels).toEqual([
      ['ewr_202012_plr.csv', 'planungsraum-2020'],
      ['ewr_202412_plr.csv', 'planungsraum-2021'],
    ]);
    expect(city.plan.crosswalks).toEqual([
      {
        from: 'planungsraum-2020',
        to: 'planungsraum-2021',
        by: {
          kind: 'table',
          table: 'lor_crosswalk_pre2021_to_2021.csv',
          fromColumn: 'plr_id_pre2021',
          toColumn: 'plr_id_2021',
          weightColumn: 'weight',
        },
      },
    ]);
    const { problems } = await reviewPlan(city.plan, city.inspection, city.session, unhurried);
    expect(problems.map(({ code }) => code)).toEqual([
      'plan-title-missing',
      'plan-vintage-missing',
      'plan-vintage-missing',
    ]);
  });

  test('without the crosswalk the series is refused with the reason', async () => {
    const plan = { ...named(city.plan, 'Berlin', ['bis 2020', '2021']), crosswalks: [] };
    const { problems } = await reviewPlan(plan, city.inspection, city.session, unhurried);
    expect(problems.map(({ code, params }) => [code, params.first, params.second])).toEqual([
      ['plan-needs-crosswalk', 'bis 2020', '2021'],
    ]);
  });

  test(
    'both years come out with the figures of the register',
    async () => {
      const study = await adopted(city, named(city.plan, 'Berlin', ['bis 2020', '2021']));
      expect(total(study, 'planungsraum-2020', 'residents', 2020)).toBe(3_769_962);
      expect(total(study, 'planungsraum-2021', 'residents', 2024)).toBe(3_897_145);
      expect(study.crosswalks[0]?.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(448, 1);
    },
    slow,
  );
});
