import { expect, test } from 'vitest';
import { applyRepair } from '#panels/importing/edits/repairEdits.ts';
import { inspected } from './inspected.ts';

test('the names of the areas stay names: rows are allowed to join by them', async () => {
  const { plan } = await inspected();
  const one = plan.tables[0];
  const level = plan.levels.find(({ id }) => id === one?.level);
  if (!one || level?.from.kind !== 'layer') throw new Error('no table of a layer');
  expect(one.key.by).toBe('key');
  const named = applyRepair(plan, one.table, { kind: 'other-property', to: level.from.name });
  expect(named.tables[0]?.key.by).toBe('name');
  expect(named.levels).toEqual(plan.levels);
});
