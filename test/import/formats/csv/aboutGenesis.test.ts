import { expect, test } from 'vitest';
import { aboutGenesis } from '#import/formats/csv/aboutGenesis.ts';

const head = ['statistics_code', 'statistics_label', 'time'];
const first = ['12411', 'Fortschreibung des Bevölkerungsstandes', '2023'];

test.each([
  [
    'daten/12411-01-01-5_flat.csv',
    'Statistische Ämter des Bundes und der Länder',
    'Regionaldatenbank Deutschland',
  ],
  ['12411-0015_de_flat.csv', 'Statistisches Bundesamt (Destatis)', 'GENESIS-Online'],
  ['1000A-0000_de.csv', 'Statistische Ämter des Bundes und der Länder', 'Zensusdatenbank'],
])('the number of the table in %s says whose database it is from', (path, publisher, database) => {
  const about = aboutGenesis(head, first, path);
  expect(about?.publisher).toBe(publisher);
  expect(about?.title).toMatch(/^Fortschreibung des Bevölkerungsstandes – /);
  expect(about?.title).toContain(database);
});

test('without such a number nobody is named', () => {
  expect(aboutGenesis(head, first, 'bevoelkerung-2023-12-31.csv')).toEqual({
    title: 'Fortschreibung des Bevölkerungsstandes',
    texts: [],
  });
  expect(aboutGenesis(['a'], ['b'], 'x.csv')).toBeNull();
});
