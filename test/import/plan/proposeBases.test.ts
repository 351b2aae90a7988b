import { expect, test } from 'vitest';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildPack } from '#import/recipe/buildPack.ts';
import { indicatorValues } from '#model/aggregate.ts';
import { areasFile, file, type Opened, opened, said, unhurried } from './smallCity.ts';

const counts = 'Schlüssel;Einwohner;Wohnungen\n011;100;50\n012;200;100\n021;300;150\n022;400;700\n';

const figure = (plan: ImportPlan, column: string) =>
  plan.tables.flatMap(({ columns }) => columns).find((one) => one.column === column);

const shares = (head: string, ...cells: readonly string[]) =>
  file(
    'anteile_2023.csv',
    `Schlüssel;${head}\n${cells.map((cell, i) => `${['011', '012', '021', '022'][i]};${cell}`).join('\n')}\n`,
  );

async function city(...files: readonly LooseFile[]): Promise<Opened> {
  return opened(areasFile(), file('zahlen_2023.csv', counts), ...files);
}

async function shown({ plan, inspection, session }: Opened) {
  const recipe = recipeOf(said(plan), inspection);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  const built = await buildPack(recipe.value, session.source());
  const study = built.ok ? await openPack(fromFiles(built.value)) : built;
  if (!study.ok) throw new Error(JSON.stringify(study.problems));
  return { study: study.value, review: await reviewPlan(said(plan), inspection, session, unhurried) };
}

test('a share that names its whole gets it as base, and its numbers are estimated with their interval', async () => {
  const head = 'Anteil der Altbauten an allen Wohnungen in %';
  const found = await city(shares(head, '10,0', '20,0', '30,0', '40,0'));
  expect(figure(found.plan, head)).toMatchObject({ base: 'dwellings', weight: null, rounding: 0.0005 });
  const plan = said(found.plan);
  const recipe = recipeOf(plan, found.inspection);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  const built = await buildPack(recipe.value, found.session.source());
  const study = built.ok ? await openPack(fromFiles(built.value)) : built;
  if (!study.ok) throw new Error(JSON.stringify(study.problems));
  const id = figure(plan, head)?.variable ?? '';
  expect(study.value.variables.find((one) => one.id === id)).toMatchObject({
    kind: 'count',
    unit: 'dwellings',
    estimated: { from: 'share', of: 'dwellings', rounding: { below: 0.0005, above: 0.0005 } },
  });
  // 5 + 20 + 45 + 280 of 1000, not the plain mean of 25 %.
  expect(indicatorValues(study.value, 'stadtteil', id, 2023)?.city).toBeCloseTo(0.35, 12);
  const review = await reviewPlan(plan, found.inspection, found.session, unhurried);
  expect(review.indicators.find(({ indicator }) => indicator === id)?.city).toBeCloseTo(0.35, 12);
});

test('a share of a narrower whole that is not there has no value of the city, and it is said why', async () => {
  const found = await city(shares('Kinderarmut in %', '10', '20', '30', '40'));
  const planned = figure(found.plan, 'Kinderarmut in %');
  // The weight stays: it says how many people a share may rest on.
  expect(planned).toMatchObject({
    variable: 'child-poverty',
    base: null,
    weight: 'residents',
    averagedBy: null,
  });
  expect(found.plan.indicators.find(({ id }) => id === 'child-poverty')?.definition).toMatchObject({
    de: expect.stringContaining('daher ohne Wert der Stadt'),
  });
  const { review, study } = await shown(found);
  expect(review.indicators.find(({ indicator }) => indicator === 'child-poverty')?.city).toBeNaN();
  expect(indicatorValues(study, 'stadtteil', 'child-poverty', 2023)?.city).toBeNaN();
});

test('a share beside the count of the same thing: both tell the whole', async () => {
  const found = await opened(
    areasFile(),
    file('zahlen_2023.csv', counts),
    file(
      'armut_2023.csv',
      'Schlüssel;Leistungsberechtigte nach SGB II unter 15 Jahren;Kinderarmut in %;Hunde mit Chip;Anteil der Hunde mit Chip in %\n' +
        '011;2;10,0;1;50,0\n012;10;20,0;4;40,0\n021;0;0,0;9;90,0\n022;30;60,0;6;100,0\n',
    ),
  );
  expect(figure(found.plan, 'Kinderarmut in %')).toMatchObject({ base: null, averagedBy: 'sgb2-under-15' });
  const { review, study } = await shown(found);
  // 42 of 20 + 50 + 50; weighted with all residents it would be 0.29.
  const isCity = (id: string, value: number) => {
    expect(review.indicators.find(({ indicator }) => indicator === id)?.city).toBeCloseTo(value, 12);
    expect(indicatorValues(study, 'stadtteil', id, 2023)?.city).toBeCloseTo(value, 12);
  };
  isCity('child-poverty', 42 / 120);
  // By the words of both headings: 20 of 2 + 10 + 10 + 6 dogs.
  const dogs = figure(found.plan, 'Anteil der Hunde mit Chip in %');
  expect(dogs?.averagedBy).toBe(figure(found.plan, 'Hunde mit Chip')?.variable);
  isCity(dogs?.variable ?? '', 20 / 28);
});

test('a count that would be of more people than there are is not that of the share', async () => {
  const found = await opened(
    areasFile(),
    file('zahlen_2023.csv', counts),
    file(
      'armut_2023.csv',
      'Schlüssel;Leistungsberechtigte nach SGB II unter 15 Jahren;Kinderarmut in %\n011;50;10,0\n012;80;20,0\n021;0;0,0\n022;90;20,0\n',
    ),
  );
  expect(figure(found.plan, 'Kinderarmut in %')?.averagedBy).toBeNull();
});

test('where nothing is known of the whole, there is no value of the city, and it is said why', async () => {
  const head = 'Anteil der Hunde an den Tieren in %';
  const found = await city(shares(head, '10', '20', '30', '40'));
  const planned = figure(found.plan, head);
  expect(planned).toMatchObject({ base: null, weight: null });
  const shown = found.plan.indicators.find(
    ({ measure }) => measure.kind === 'value' && measure.variable === planned?.variable,
  );
  expect(shown?.definition).toMatchObject({ de: expect.stringContaining('ohne Wert der Stadt') });
  const review = await reviewPlan(said(found.plan), found.inspection, found.session, unhurried);
  expect(review.indicators.find(({ indicator }) => indicator === shown?.id)?.city).toBeNaN();
});

test('no base of another year, and none for what may be more than all', async () => {
  const head = 'Anteil der Altbauten an allen Wohnungen in %';
  const other = await opened(
    areasFile(),
    file('zahlen_2020.csv', counts),
    shares(head, '10', '20', '30', '40'),
  );
  expect(figure(other.plan, head)).toMatchObject({ base: null, weight: null });
  const over = await city(shares(head, '10', '20', '30', '140'));
  expect(figure(over.plan, head)?.base).toBeNull();
});
