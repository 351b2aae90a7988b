import { expect, test } from 'vitest';
import { familyText, plannedFamily } from '#import/plan/familyWords.ts';
import type { Difference, RenewedColumn } from '#import/recipe/renewal.ts';
import { otherDifferences } from '#panels/importing/renewal/Differences.tsx';
import { shownColumns } from '#panels/importing/renewal/RenamedColumns.tsx';

const renamed = (
  before: string,
  now: string | null,
  likeness: number,
  candidates = ['x'],
): RenewedColumn => ({
  file: 'neu.csv',
  before,
  now,
  likeness,
  candidates,
});

test('a column that stands in the table of renamed ones is not named again among the differences', () => {
  const columns = [
    renamed('Ausl.', 'Ausländer', 0.7),
    renamed('EW 2023', 'EW 2024', 1),
    renamed('SGB', null, 0),
    renamed('Haushalte', null, 0, []),
  ];
  const difference = (kind: Difference['kind'], column: string): Difference => ({
    kind,
    file: 'neu.csv',
    params: { column },
  });
  const all = [
    difference('column-renamed', 'Ausl.'),
    difference('column-renamed', 'EW 2023'),
    difference('column-gone', 'SGB'),
    difference('column-gone', 'Haushalte'),
    difference('column-new', 'Fläche'),
    { ...difference('column-renamed', 'Ausl.'), file: 'andere.csv' },
  ];
  const shown = shownColumns(columns, {});
  expect(shown.map(({ before }) => before)).toEqual(['Ausl.', 'SGB']);
  expect(
    otherDifferences({ differences: all }, shown).map(({ kind, file, params }) => [
      kind,
      file,
      params.column,
    ]),
  ).toEqual([
    ['column-renamed', 'neu.csv', 'EW 2023'],
    ['column-gone', 'neu.csv', 'Haushalte'],
    ['column-new', 'neu.csv', 'Fläche'],
    ['column-renamed', 'andere.csv', 'Ausl.'],
  ]);
});

test('kinds of areas are shown and typed in the language of the reader, and kept by their German words', () => {
  expect(familyText('Planungsräume', 'plural').en).toBe('Planning areas');
  expect(plannedFamily('Planning areas', 'plural', 'en')).toBe('Planungsräume');
  expect(plannedFamily('Planungsräume', 'plural', 'de')).toBe('Planungsräume');
  // Two German kinds are called so in English: nobody can say which is meant.
  expect(plannedFamily('Neighbourhoods', 'plural', 'en')).toBe('Neighbourhoods');
  expect(plannedFamily('Kieze', 'plural', 'de')).toBe('Kieze');
});
