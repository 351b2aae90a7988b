import { expect, test } from 'vitest';
import { emptyPlan } from '#import/plan/proposePlan.ts';
import { assignSource, changeSource } from '#panels/importing/edits/sourceEdits.ts';

test('files get a source of their own, share it, and it goes when no file is left', () => {
  const one = assignSource(emptyPlan, ['a.csv', 'b.csv'], null);
  const [own] = one.sources ?? [];
  const named = changeSource(one, own?.id ?? '', { publisher: 'Schulamt' });
  expect(named.sources).toMatchObject([{ publisher: 'Schulamt', title: '' }]);
  expect(named.files).toEqual({ 'a.csv': { source: own?.id }, 'b.csv': { source: own?.id } });
  const two = assignSource(named, ['b.csv'], null);
  expect(new Set(two.sources?.map(({ id }) => id)).size).toBe(2);
  const back = assignSource(two, ['a.csv', 'b.csv'], 'default');
  expect(back.sources).toEqual([]);
  expect(back.files['a.csv']?.source).toBe('default');
});
