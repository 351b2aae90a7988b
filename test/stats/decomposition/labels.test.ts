import { expect, test } from 'vitest';
import { aggregated, codedLabels } from '#stats/decomposition/labels.ts';

test('labels become codes in the order of their first appearance', () => {
  const { codes, labels } = codedLabels(['b', 'a', 'b', '01']);
  expect([...codes]).toEqual([0, 1, 0, 2]);
  expect(labels).toEqual(['b', 'a', '01']);
  expect(codedLabels([]).codes).toHaveLength(0);
});

test('counts add up by label, a label without units is empty', () => {
  const table = aggregated([[1, 2, 3]], Int32Array.of(0, 2, 0));
  expect([...table.groups[0]!]).toEqual([4, 0, 2]);
  expect(table.populated).toBe(2);
});

test.each([
  ['too few labels', Int32Array.of(0), 'invalid length: 1 (expected 2)'],
  ['a negative label', Int32Array.of(0, -1), 'invalid label: -1 at 1'],
])('%s are refused', (_, codes, message) => {
  expect(() => aggregated([[1, 2]], codes)).toThrow(message);
});
