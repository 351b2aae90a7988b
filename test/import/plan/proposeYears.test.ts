import { expect, test } from 'vitest';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildPack } from '#import/recipe/buildPack.ts';
import { areas, areasFile, file, opened, said, unhurried } from './smallCity.ts';

const more = ['013', '014'];

/** Six areas: the four of the small city and two more beside them. */
function sixAreas() {
  const { features } = JSON.parse(new TextDecoder().decode(areasFile().bytes));
  const moved = JSON.parse(new TextDecoder().decode(areasFile('x', 0.2).bytes)).features.slice(0, 2);
  for (const [i, feature] of moved.entries())
    feature.properties = { ...feature.properties, key: more[i], name: `Neu ${i}` };
  return file(
    'stadtteile_2023.geojson',
    JSON.stringify({ type: 'FeatureCollection', features: [...features, ...moved] }),
  );
}

const keys = [...areas.map(({ key }) => key), ...more];
const rows = [2021, 2022, 2023].flatMap((year) =>
  keys.map((key, i) => `${key};${year};${100 + i};${year === 2022 ? (i === 0 ? '' : 0) : 10 + i}`),
);
const table = file('zahlen.csv', `Schlüssel;Jahr;Einwohner;Langzeitarbeitslose\n${rows.join('\n')}\n`);

test('a year in which all is zero or empty is proposed to be left out, of this figure alone', async () => {
  const city = await opened(sixAreas(), table);
  const plan = said(city.plan);
  const columns = plan.tables.find((one) => one.table === 'zahlen.csv')?.columns ?? [];
  expect(columns.find(({ variable }) => variable === 'long-term-unemployed')).toMatchObject({
    emptyYears: [2022],
    withoutYears: [2022],
  });
  expect(columns.find(({ variable }) => variable === 'residents')?.withoutYears).toBeUndefined();
  const recipe = recipeOf(plan, city.inspection);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  expect(recipe.value.tables[0]?.signs).toEqual([
    { where: [{ column: 'Jahr', equals: '2022' }], sign: 'missing', except: ['residents'] },
  ]);
  const built = await buildPack(recipe.value, city.session.source());
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const review = await reviewPlan(plan, city.inspection, city.session, unhurried);
  expect(
    review.tables[0]?.columns.find(({ variable }) => variable === 'long-term-unemployed')?.signs,
  ).toEqual({
    missing: 6,
  });
  // The newest year with figures is the one people know, not one that is left out.
  const last = file('zahlen.csv', new TextDecoder().decode(table.bytes).replaceAll(';2023;', ';2020;'));
  const older = await opened(sixAreas(), last);
  const found = await reviewPlan(said(older.plan), older.inspection, older.session, unhurried);
  expect(found.tables[0]?.columns.find(({ variable }) => variable === 'long-term-unemployed')).toMatchObject({
    year: 2021,
    city: 75,
  });
});
