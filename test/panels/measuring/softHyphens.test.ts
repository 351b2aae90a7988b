import { expect, test } from 'vitest';
import { softHyphens } from '#panels/measuring/softHyphens.ts';

test.each([
  ['Ausländerinnen und Ausländer', 'Aus-län-de-rinnen und Ausländer'],
  ['Menschen mit Migrationshintergrund', 'Menschen mit Mi-gra-tions-hin-ter-grund'],
  ['Dissimilaritätsindex D', 'Dis-si-mi-la-ri-täts-index D'],
  ['Gini-Index G', 'Gini-Index G'],
  ['Konzentrationsprofil', 'Kon-zen-tra-tions-profil'],
])('%s may break between its syllables', (text, broken) => {
  expect(softHyphens(text).replaceAll('\u00ad', '-')).toBe(broken);
  expect(softHyphens(text).replaceAll('\u00ad', '')).toBe(text);
});
