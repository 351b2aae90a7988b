import { expect, test } from 'vitest';
import { fileName } from '../../src/export/fileName.ts';

test('a file name has only letters that every system accepts', () => {
  expect(fileName(['Berlin', 'Kinderarmut (unter 15)', 2020], 'csv')).toBe(
    'berlin_kinderarmut-unter-15_2020.csv',
  );
  expect(fileName(['Großräschen', 'Träger: öffentlich/frei', null], 'png')).toBe(
    'grossraeschen_traeger-oeffentlich-frei.png',
  );
  expect(fileName(['Łódź', '../..'], 'csv')).toBe('odz.csv');
  expect(fileName([], 'png')).toBe('quartierlupe.png');
});
