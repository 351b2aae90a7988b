import { describe, expect, test } from 'vitest';
import { sortRows } from '#ui/sortRows.ts';

const identity = <T>(value: T) => value;

describe('sortRows', () => {
  test('sorts figures as figures, both ways', () => {
    expect(sortRows([10, 9, 100], identity, 'ascending', 'de')).toEqual([9, 10, 100]);
    expect(sortRows([10, 9, 100], identity, 'descending', 'de')).toEqual([100, 10, 9]);
  });

  test('keeps missing figures at the end in both directions', () => {
    const rows = [Number.NaN, 2, null, 1];
    expect(sortRows(rows, identity, 'ascending', 'de')).toEqual([1, 2, Number.NaN, null]);
    expect(sortRows(rows, identity, 'descending', 'de')).toEqual([2, 1, Number.NaN, null]);
  });

  test('sorts names as German readers do', () => {
    expect(sortRows(['Zeil', 'Ästen', 'Bahn', 'Block 10', 'Block 9'], identity, 'ascending', 'de')).toEqual([
      'Ästen',
      'Bahn',
      'Block 9',
      'Block 10',
      'Zeil',
    ]);
  });

  test('leaves equal rows in their order and the input as it was', () => {
    const rows = Object.freeze([
      { name: 'a', value: 1 },
      { name: 'b', value: 0 },
      { name: 'c', value: 1 },
    ]);
    expect(sortRows(rows, (row) => row.value, 'descending', 'de').map((row) => row.name)).toEqual([
      'a',
      'c',
      'b',
    ]);
  });
});
