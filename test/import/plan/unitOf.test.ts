import { expect, test } from 'vitest';
import { unitOf } from '#import/plan/proposeColumns.ts';

test.each([
  ['bedarfsgemeinschaften – Bedarfsgemeinschaften', 'households'],
  ['bedarfsgemeinschaften – Erwerbsfähige Leistungsberechtigte', 'persons'],
  ['bedarfsgemeinschaften – unter 25 Jahre', 'persons'],
  ['bedarfsgemeinschaften – mit 1 Person', 'households'],
  ['bedarfsgemeinschaften – mit Kindern', 'households'],
  ['bedarfsgemeinschaften – Alleinerziehende', 'households'],
  ['Haushalte – unter 25 Jahre', 'households'],
  ['Personen in Bedarfsgemeinschaften', 'persons'],
  ['Infrastruktur – Kindergärten – Kindergärten für Kinder ab 3 Jahren', 'number'],
  ['Kinder – Kinder in Kindergärten', 'children'],
])('%s counts %s', (head, unit) => {
  expect(unitOf('count', head)).toBe(unit);
});
