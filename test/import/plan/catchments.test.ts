import { describe, expect, test } from 'vitest';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import type { CatchmentPlan, ImportPlan } from '#import/plan/plan.ts';
import { mergePlan } from '#import/plan/proposePlan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildPack } from '#import/recipe/buildPack.ts';
import { areasFile, file, opened, said, schoolsFile, unhurried } from './smallCity.ts';

/** Two halves of the city: west with the schools 101, east with 102 and the private 103. */
function halves(path: string, properties: readonly Readonly<Record<string, string | number>>[]) {
  const features = properties.map((each, i) => {
    const [west, east] = i === 0 ? [9.4, 9.44] : [9.44, 9.48];
    const ring = [
      [west, 51.3],
      [east, 51.3],
      [east, 51.32],
      [west, 51.32],
      [west, 51.3],
    ];
    return { type: 'Feature', properties: each, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return file(path, JSON.stringify({ type: 'FeatureCollection', features }));
}
const esb = halves('einschulungsbereiche_2022.geojson', [{ ESB: 1 }, { ESB: 2 }]);
const change = (plan: ImportPlan, part: Partial<CatchmentPlan>): ImportPlan => ({
  ...plan,
  catchments: plan.catchments?.map((one) => ({ ...one, ...part })),
});

describe('catchments are proposed', () => {
  test('from what layers are called, and are no level then', async () => {
    const { plan } = await opened(areasFile(), schoolsFile, esb);
    expect(plan.catchments).toEqual([
      {
        layer: esb.path,
        crs: 'EPSG:4326',
        swapped: false,
        key: 'ESB',
        pad: null,
        forms: ['Grundschule'],
        publicOnly: true,
        year: 2022,
      },
    ]);
    expect(plan.levels.map(({ id }) => id)).toEqual(['stadtteil', 'bezirk']);
    expect(plan.tables.find(({ table }) => table === esb.path)?.use).toBe('ignore');
  });

  test('from areas that bear the numbers of schools', async () => {
    const rings = halves('bereiche_2022.geojson', [{ schulnr: '101' }, { schulnr: '102' }]);
    const three = JSON.parse(new TextDecoder().decode(rings.bytes));
    three.features.push({ ...three.features[1], properties: { schulnr: '103' } });
    const { plan } = await opened(areasFile(), schoolsFile, file(rings.path, JSON.stringify(three)));
    expect(plan.catchments?.map(({ key }) => key)).toEqual(['schulnr']);
  });

  test('not where they are the only areas, nor where a table counts people in them', async () => {
    const alone = await opened(esb, schoolsFile);
    expect([alone.plan.catchments, alone.plan.levels.length]).toEqual([[], 1]);
    const counted = await opened(areasFile(), esb, file('kinder_2022.csv', 'ESB;Einwohner\n1;500\n2;700\n'));
    expect(counted.plan.catchments).toEqual([]);
    expect(counted.plan.levels.map(({ id }) => id)).toContain('einschulungsbereich');
  });

  test('get their schools when a list of them comes later', async () => {
    const { session, plan } = await opened(areasFile(), esb);
    expect(plan.catchments?.[0]?.forms).toEqual([]);
    await session.change([schoolsFile], []);
    const merged = mergePlan(plan, await session.inspect(plan, unhurried), session);
    expect(merged.catchments?.[0]?.forms).toEqual(['Grundschule']);
    await session.change([], [esb.path]);
    expect(mergePlan(merged, await session.inspect(merged, unhurried), session).catchments).toEqual([]);
  });
});

describe('catchments are taken over', () => {
  test('with the public schools of their forms that lie in them', async () => {
    const city = await opened(areasFile(), schoolsFile, esb);
    const plan = said(city.plan);
    const review = await reviewPlan(plan, city.inspection, city.session, unhurried);
    expect(review.catchments).toEqual([
      { layer: esb.path, areas: 2, withInstitution: 2, institutions: 2, outside: 0 },
    ]);
    const recipe = recipeOf(plan, city.inspection);
    if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
    expect(recipe.value.catchments).toMatchObject([
      {
        key: 'ESB',
        form: 'grundschule',
        year: 2022,
        matchForms: ['grundschule'],
        matchProviders: ['public'],
      },
    ]);
    const built = await buildPack(recipe.value, city.session.source());
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const study = await openPack(fromFiles(built.value));
    expect(study.ok && study.value.catchments.map(({ id, institutions }) => [id, institutions])).toEqual([
      ['1', ['101']],
      ['2', ['102']],
    ]);
  });

  test('not before year and schools are known; without any schools they are left out', async () => {
    const city = await opened(areasFile(), schoolsFile, esb);
    const codes = async (plan: ImportPlan): Promise<readonly string[]> =>
      (await reviewPlan(said(plan), city.inspection, city.session, unhurried)).problems.map(
        ({ code }) => code,
      );
    expect(await codes(city.plan)).toEqual([]);
    expect(await codes(change(city.plan, { year: null }))).toEqual(['plan-catchments-year-missing']);
    expect(await codes(change(city.plan, { forms: ['Hort'] }))).toEqual(['plan-catchments-without-form']);
    expect(await codes(change(city.plan, { key: '' }))).toEqual(['plan-catchments-without-key']);
    const [one] = city.plan.catchments ?? [];
    if (!one) throw new Error('no catchments');
    expect(await codes({ ...city.plan, catchments: [one, one] })).toEqual(['plan-catchments-twice']);
    const none: ImportPlan = { ...said(city.plan), institutions: [] };
    const recipe = recipeOf(none, city.inspection);
    expect(recipe.ok && recipe.value.catchments).toEqual([]);
  });

  test('plans of before, which know nothing of them, still become recipes', async () => {
    const city = await opened(areasFile(), schoolsFile);
    const { catchments: _none, ...before } = said(city.plan);
    const recipe = recipeOf(before, city.inspection);
    expect(recipe.ok && recipe.value.catchments).toEqual([]);
  });
});
