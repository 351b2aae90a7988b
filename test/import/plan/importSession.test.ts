import { expect, test } from 'vitest';
import { opened, residentsFile, unhurried } from './smallCity.ts';

test.each([
  [0.5, Number.NEGATIVE_INFINITY],
  [Number.NaN, Number.NaN],
  [2, 1],
  [-1, 1],
])('a head from %s to %s is none that could be read: the one found stays', async (first, last) => {
  const { session, plan, inspection } = await opened(residentsFile);
  const odd = { ...plan, tables: plan.tables.map((one) => ({ ...one, head: { first, last } })) };
  const again = await session.inspect(odd, unhurried);
  expect(again.tables).toEqual(inspection.tables);
});

test('a head that was chosen is read', async () => {
  const { session, plan } = await opened(residentsFile);
  const chosen = { ...plan, tables: plan.tables.map((one) => ({ ...one, head: { first: 2, last: 2 } })) };
  const again = await session.inspect(chosen, unhurried);
  expect(again.tables[0]?.columns.map(({ name }) => name)).toContain('Altstadt');
});
