import { describe, expect, test } from 'vitest';
import type { Sheet } from '#import/formats/driver.ts';
import { licenceIn } from '#import/inspect/licenceIn.ts';
import { statedSource } from '#import/inspect/statedSource.ts';

function sheet(...rows: readonly (readonly string[])[]): Sheet {
  return { name: '', rows, merges: [], hasNativeNumbers: false };
}
const figures = [
  ['Schlüssel', 'Einwohner'],
  ['01', '1.200'],
  ['02', '-'],
];

describe('what a file says about its source', () => {
  test('the office on top is the publisher, the line below the title, its day the date', () => {
    const found = statedSource({
      sheets: [
        sheet(
          ['Stadt Musterstadt – Amt für Statistik'],
          ['Bevölkerung in den Stadtteilen am 31.12.2023'],
          [],
          ...figures,
          ['Quelle: Einwohnermelderegister; Bundesagentur für Arbeit'],
        ),
      ],
    });
    expect(found).toMatchObject({
      publisher: 'Stadt Musterstadt – Amt für Statistik',
      title: 'Bevölkerung in den Stadtteilen am 31.12.2023',
      date: '31.12.2023',
    });
    expect(found?.words).toContain('Quelle: Einwohnermelderegister; Bundesagentur für Arbeit');
  });

  test.each([
    ['Quelle: Bundesagentur für Arbeit, Statistik-Service.', 'Bundesagentur für Arbeit, Statistik-Service'],
    ['© Statistisches Bundesamt (Destatis), 2024', 'Statistisches Bundesamt (Destatis)'],
    [
      '(C)opyright Statistische Ämter des Bundes und der Länder, 2023',
      'Statistische Ämter des Bundes und der Länder',
    ],
    ['Herausgeber: Landeshauptstadt Kiel, Schulamt', 'Landeshauptstadt Kiel, Schulamt'],
    ['© 2021-2024 Geoportal Beispielstadt | Stand: 05.11.2024', 'Geoportal Beispielstadt'],
  ])('%s', (note, publisher) => {
    const found = statedSource({ sheets: [sheet(...figures, [], [note])] });
    expect(found?.publisher).toBe(publisher);
    expect(found?.words.length).toBeGreaterThan(0);
  });

  test('a register is no publisher, it becomes the title', () => {
    const found = statedSource({ sheets: [sheet(...figures, ['Quelle: Einwohnermelderegister'])] });
    expect(found).toMatchObject({ publisher: '', title: 'Einwohnermelderegister' });
  });

  test('an imprint names the publisher below its heading, not the neighbour', () => {
    const imprint = sheet(
      ['Herausgeber', 'Zeichenerklärung'],
      ['Amt für Statistik Beispielland', '– nichts vorhanden'],
    );
    expect(statedSource({ sheets: [imprint, sheet(...figures)] })?.publisher).toBe(
      'Amt für Statistik Beispielland',
    );
  });

  test('date, licence and address stand in notes', () => {
    const notes = [
      ['Quelle: Schulamt, https://schulen.example'],
      ['Stand: 30. Juni 2024'],
      ['Lizenz: dl-de/by-2-0, https://www.govdata.de/dl-de/by-2-0'],
    ];
    expect(statedSource({ sheets: [sheet(...figures, ...notes)] })).toMatchObject({
      date: '30. Juni 2024',
      licence: 'Datenlizenz Deutschland – Namensnennung – 2.0 (dl-de/by-2-0)',
      url: 'https://schulen.example',
    });
  });

  test('metadata count after what is written out, and the middle of a table for nothing', () => {
    const about = { publisher: 'Firma Standard GmbH', title: 'Tabelle', texts: [] };
    const named = sheet(['Herausgeber: Schulamt'], [], ...figures);
    expect(statedSource({ sheets: [named], about })).toMatchObject({
      publisher: 'Schulamt',
      title: 'Tabelle',
    });
    expect(statedSource({ sheets: [sheet(...figures)], about })?.publisher).toBe('Firma Standard GmbH');
    const many = Array.from({ length: 200 }, (_, i) => [String(i), i === 100 ? '© Stadt Mitte' : '5']);
    expect(statedSource({ sheets: [sheet(...many)] })).toBeNull();
  });

  test('a file that says nothing states nothing', () => {
    expect(statedSource({ sheets: [sheet(['Einwohner nach Stadtteilen'], ...figures)] })).toBeNull();
    expect(statedSource({ sheets: [] })).toBeNull();
  });
});

test.each([
  ['Datenlizenz Deutschland Zero 2.0', 'Datenlizenz Deutschland – Zero – 2.0 (dl-de/zero-2-0)'],
  ['Creative Commons CC-BY-SA 4.0', 'CC BY-SA 4.0'],
  ['CC BY 3.0 DE', 'CC BY 3.0 DE'],
  ['cc0', 'CC0 1.0'],
  ['dl-by-de/2.0', 'Datenlizenz Deutschland – Namensnennung – 2.0 (dl-de/by-2-0)'],
  ['{"id":"dl-zero-de/2.0","name":"x"}', 'Datenlizenz Deutschland – Zero – 2.0 (dl-de/zero-2-0)'],
  [
    'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
    'Datenlizenz Deutschland – Namensnennung – 2.0 (dl-de/by-2-0)',
  ],
  ['https://www.govdata.de/dl-de/zero-2-0', 'Datenlizenz Deutschland – Zero – 2.0 (dl-de/zero-2-0)'],
  ['dl-de-zero-2.0', 'Datenlizenz Deutschland – Zero – 2.0 (dl-de/zero-2-0)'],
  ['http://dcat-ap.de/def/licenses/cc-by/4.0', 'CC BY 4.0'],
  ['https://creativecommons.org/licenses/by-sa/3.0/de/', 'CC BY-SA 3.0 DE'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
  ['nur für den Dienstgebrauch', 'nicht veröffentlicht – nur intern'],
  ['CCBYX', null],
  ['frei', null],
])('licence in %s', (line, licence) => {
  expect(licenceIn(line)).toBe(licence);
});
