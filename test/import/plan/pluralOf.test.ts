import { expect, test } from 'vitest';
import { pluralOf } from '#import/plan/pluralOf.ts';

test.each([
  ['Grundschule', 'Grundschulen'],
  ['Integrierte Sekundarschule', 'Integrierte Sekundarschulen'],
  ['Gymnasium', 'Gymnasien'],
  ['Gymnasium und Stadtteilschule', 'Gymnasien und Stadtteilschulen'],
  ['Haupt- und Realschule', 'Haupt- und Realschulen'],
  ['Förderschule Grund-/Hauptschule', 'Förderschulen Grund-/Hauptschule'],
  ['Freie Waldorfschule', 'Freie Waldorfschulen'],
  ['Gymnasien', 'Gymnasien'],
  ['Berufskolleg', 'Berufskollegs'],
  ['Kindertageseinrichtung', 'Kindertageseinrichtungen'],
  ['Waldkindergarten', 'Waldkindergärten'],
  ['Oberstufenzentrum', 'Oberstufenzentren'],
  ['Übrige Förderschwerpunkte', 'Übrige Förderschwerpunkte'],
  ['Zweiter Bildungsweg', 'Zweiter Bildungsweg'],
])('%s: %s', (one, several) => {
  expect(pluralOf(one)).toBe(several);
});
