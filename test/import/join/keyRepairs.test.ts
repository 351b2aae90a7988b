import { describe, expect, test } from 'vitest';
import { writingRepairs } from '#import/join/keyRepairs.ts';

const areas = (...keys: string[]): ReadonlyMap<string, string> =>
  new Map(keys.map((key) => [key, `Gebiet ${key}`]));
const lost = (...cells: string[]): ReadonlyMap<string, number> => new Map(cells.map((cell) => [cell, 1]));
const found = (cells: ReadonlyMap<string, number>, level: ReadonlyMap<string, string>) =>
  writingRepairs(cells, level).map(({ kind, to, more, example }) => [kind, to, more, ...example]);

describe('keys written differently', () => {
  test('lost zeros are filled up, with the number of rows', () => {
    const rows = new Map([
      ['1', 3],
      ['7', 2],
      ['99', 1],
    ]);
    expect(found(rows, areas('01', '07', '12'))).toEqual([['pad', '2', 5, '1', '01']]);
  });

  test('zeros at the end are taken away, or added', () => {
    expect(found(lost('0100', '0200'), areas('01', '02'))).toEqual([['strip-end', '2', 2, '0100', '01']]);
    expect(found(lost('01', '02'), areas('0100', '0200'))).toContainEqual(['pad-end', '4', 2, '01', '0100']);
  });

  test('no zero is added at the end where the longer key has rows of its own', () => {
    const level = areas('01', '02', '10', '20');
    const repairs = writingRepairs(lost('1', '2'), level, new Set(['10', '20']));
    expect(repairs.map(({ kind }) => kind)).toEqual(['pad']);
    expect(writingRepairs(lost('1', '2'), level).map(({ kind }) => kind)).toEqual(['pad', 'pad-end']);
  });

  test('a municipal key in front is taken away, or added', () => {
    expect(found(lost('09564001', '09564087'), areas('001', '087'))).toEqual([
      ['prefix', '3', 2, '09564001', '001'],
    ]);
    expect(found(lost('01', '87'), areas('0956401', '0956487', '0956412'))).toContainEqual([
      'prefix',
      '09564',
      2,
      '01',
      '0956401',
    ]);
  });

  test('the list of cells comes with every repair that is no padding', () => {
    const [repair] = writingRepairs(lost('0100', '0200', '9999'), areas('01', '02'));
    expect(repair?.map).toEqual({ '0100': '01', '0200': '02' });
  });

  test('nothing is offered where two cells would become one key', () => {
    expect(found(lost('A01', 'B01'), areas('01', '02'))).toEqual([]);
  });

  test('nothing is offered for names and empty cells', () => {
    expect(found(lost('', 'Mitte'), areas('01', '02'))).toEqual([]);
  });
});
