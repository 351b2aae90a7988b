import { describe, expect, test } from 'vitest';
import type { TextTable } from '#import/formats/table.ts';
import { cellLikeness } from '#import/recipe/renew/cellLikeness.ts';
import { changedColumns } from '#import/recipe/renew/renamedColumns.ts';

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]): TextTable => ({
  file: 't.csv',
  header: [...header],
  rows: rows.map((cells, i) => ({ row: i + 2, cells: [...cells] })),
});

const nowOf = (needed: readonly string[], header: readonly string[], before?: readonly string[]) =>
  changedColumns(needed, header, before ? { before } : {}).map(({ before: old, now }) => [old, now]);

describe('columns with another name', () => {
  test('are found by their year, their spelling and their meaning', () => {
    expect(nowOf(['Arbeitslose 2023'], ['Gebiet', 'Arbeitslose 2024'])).toEqual([
      ['Arbeitslose 2023', 'Arbeitslose 2024'],
    ]);
    expect(nowOf(['Ausländer'], ['Gebiet', 'Ausländer/-innen', 'Haushalte'])).toEqual([
      ['Ausländer', 'Ausländer/-innen'],
    ]);
    expect(nowOf(['Einwohner'], ['Gebiet', 'Bevölkerung insgesamt', 'Deutsche'])).toEqual([
      ['Einwohner', 'Bevölkerung insgesamt'],
    ]);
  });

  test('a share is no new name of a number, nor is a column that stood there before', () => {
    expect(nowOf(['Ausländer'], ['Ausländeranteil in %'])).toEqual([['Ausländer', null]]);
    expect(nowOf(['Ausländer'], ['Ausländer/-innen'], ['Ausländer', 'Ausländer/-innen'])).toEqual([
      ['Ausländer', null],
    ]);
  });

  test('what a person said goes before everything', () => {
    const chosen = { Ausländer: null, Zahl: 'Ausländer/-innen' };
    expect(changedColumns(['Ausländer', 'Zahl'], ['Ausländer/-innen'], { chosen })).toEqual([
      { before: 'Ausländer', now: null, likeness: 1 },
      { before: 'Zahl', now: 'Ausländer/-innen', likeness: 1 },
    ]);
  });
});

describe('cells', () => {
  const keys = ['01', '02', '03', '04', '05', '06', '07'];
  const before = table(['Gebiet', 'X'], ...keys.map((key, i) => [key, String(1000 + 370 * ((i * 3) % 7))]));
  const now = table(
    ['Gebiet', 'Neu', 'Halb', 'Quer'],
    ...[...keys].reverse().map((key) => {
      const i = keys.indexOf(key);
      const old = 1000 + 370 * ((i * 3) % 7);
      return [key, String(old + i).replace(/(\d)(\d{3})$/, '$1.$2'), String(old / 2), String(5000 - old)];
    }),
  );
  const alike = cellLikeness(before, now);

  test('are alike where every area is nearly what it was, in whatever order and writing', () => {
    expect(alike('X', 'Neu')).toBeGreaterThan(0.85);
  });

  test('are not where the size or the order of the areas is another', () => {
    expect(alike('X', 'Halb')).toBe(0);
    expect(alike('X', 'Quer')).toBe(0);
  });

  test('without a common key nothing is said', () => {
    const other = table(['Name', 'Neu'], ...keys.map((key) => [`${key}a`, '1']));
    expect(cellLikeness(before, other)('X', 'Neu')).toBe(0);
  });
});
