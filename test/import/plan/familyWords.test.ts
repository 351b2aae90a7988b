import { expect, test } from 'vitest';
import { familyIn, familyText } from '#import/plan/familyWords.ts';

test.each([
  [['plr_2021'], 'Planungsräume'],
  [['lor_planungsraeume_2021'], 'Planungsräume'],
  [['BZR_ID'], 'Bezirksregionen'],
  [['stadtteile_osm'], 'Stadtteile'],
  [['statistische_bezirke'], 'Statistische Bezirke'],
  [['Stadtbezirke München'], 'Stadtbezirke'],
  [['bezirke'], 'Bezirke'],
  [['export', 'code_bez'], 'Bezirke'],
  [['ortsteile'], 'Ortsteile'],
  [['Robot'], 'Gebiete'],
  [['shape', 'id'], 'Gebiete'],
])('%j → %s', (names, plural) => expect(familyIn(names).plural.de).toBe(plural));

test('a word of ours has an English name, another one is used in both languages', () => {
  expect(familyText('Planungsräume', 'plural').en).toBe('Planning areas');
  expect(familyText('Kieze', 'plural')).toEqual({ de: 'Kieze', en: 'Kieze' });
});
