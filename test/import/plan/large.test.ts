import { expect, test } from 'vitest';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { areas, areasFile, file, opened, said, unhurried } from './smallCity.ts';

test('ten thousand columns are a plan of some figures, not a standstill', async () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `Merkmal ${i}`);
  const rows = areas.map(({ key }, a) => [key, ...names.map((_, i) => String((i * 7 + a) % 900))].join(';'));
  const wide = file('breit_2023.csv', `Schlüssel;${names.join(';')}\n${rows.join('\n')}\n`);
  const city = await opened(areasFile(), wide);
  const table = city.plan.tables.find((one) => one.table === wide.path);
  expect(table?.columns).toHaveLength(10_000);
  expect(table?.columns.filter(({ role }) => role !== 'ignore')).toHaveLength(300);
  expect(city.plan.indicators.filter(({ included }) => included)).toHaveLength(40);
  const { problems } = await reviewPlan(said(city.plan), city.inspection, city.session, unhurried);
  expect(problems).toEqual([]);
  expect(recipeOf(said(city.plan), city.inspection).ok).toBe(true);
}, 30_000);
