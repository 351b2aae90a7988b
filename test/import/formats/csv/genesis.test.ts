import { describe, expect, test } from 'vitest';
import { contentsOf, sheetOf } from '../wholeFile.ts';

const characteristic = (n: number): string =>
  `${n}_variable_code;${n}_variable_label;${n}_variable_attribute_code;${n}_variable_attribute_label`;
const head =
  `statistics_code;statistics_label;time_code;time_label;time;${characteristic(1)};${characteristic(2)};` +
  'value;value_unit;value_variable_code;value_variable_label;value_q';

/** A row of the layout of 2025: area, sex, value, sign. */
function row(time: string, area: readonly [string, string], sex: string, value: string, sign = 'e'): string {
  const [code, label] = sex === '' ? ['', 'Insgesamt'] : [`GES${sex}`, sex === 'M' ? 'männlich' : 'weiblich'];
  return (
    `12411;Fortschreibung;STAG;Stichtag;${time};KREISE;Kreise;${area.join(';')};GES;Geschlecht;${code};${label};` +
    `${value};Anzahl;BEVSTD;Bevölkerungsstand;${sign}`
  );
}

const flensburg = ['01001', 'Flensburg'] as const;
const kiel = ['01002', 'Kiel'] as const;

describe('a GENESIS flat file', () => {
  test('becomes one row per area and year, one column per figure, keys as text', async () => {
    const { sheets, notes } = await contentsOf(
      '12411-0015_de_flat.csv',
      [
        head,
        row('2022-12-31', kiel, 'W', '128000'),
        row('2022-12-31', flensburg, '', '92550'),
        row('2022-12-31', flensburg, 'M', '45900'),
        row('2023-12-31', flensburg, '', '93100', 'p'),
        row('2022-12-31', flensburg, 'W', '46650'),
      ].join('\r\n'),
    );
    expect(sheets[0]?.rows).toEqual([
      [
        ...['Schlüssel', 'Gebiet', 'Gebietsebene', 'Jahr', 'Zeit'],
        'Bevölkerungsstand, weiblich (Anzahl)',
        'Bevölkerungsstand, Insgesamt (Anzahl)',
        'Bevölkerungsstand, männlich (Anzahl)',
      ],
      ['01002', 'Kiel', 'Kreise', '2022', '2022-12-31', '128000', '', ''],
      ['01001', 'Flensburg', 'Kreise', '2022', '2022-12-31', '46650', '92550', '45900'],
      ['01001', 'Flensburg', 'Kreise', '2023', '2023-12-31', '', '93100', ''],
    ]);
    expect(notes).toMatchObject([
      { code: 'genesis-reshaped', params: { rows: 3, n: 3 } },
      { code: 'genesis-provisional', params: { n: 1 } },
    ]);
  });

  test.each([
    ['-', '-', '-'],
    ['', '-', '-'],
    ['.', '.', '.'],
    ['', '/', '/'],
    ['x', 'x', 'x'],
    ['...', '...', '...'],
    ['.', '', '.'],
    ['12', '(', '(12)'],
    ['12', '()', '(12)'],
    ['(12)', '(', '(12)'],
    ['12', 'e', '12'],
    ['0', '0', '0'],
    ['12', 'r', '12'],
    ['1234,5', '', '1234,5'],
  ])('value %j with sign %j reads %j', async (value, sign, text) => {
    const { rows } = await sheetOf('a.csv', `${head}\n${row('2022', kiel, 'M', value, sign)}\n`);
    expect(rows[1]).toEqual(['01002', 'Kiel', 'Kreise', '2022', text]);
  });

  test('tells figures of different units apart', async () => {
    const lines = [row('2022', kiel, 'M', '10').replace('Anzahl', '%'), row('2022', kiel, 'M', '500')];
    const { rows } = await sheetOf('a.csv', [head, ...lines].join('\n'));
    expect(rows[0]?.slice(4)).toEqual(['Bevölkerungsstand (%)', 'Bevölkerungsstand (Anzahl)']);
    expect(rows[1]?.slice(4)).toEqual(['10', '500']);
  });

  test('keeps the first of two values for the same thing, and says so', async () => {
    const { sheets, notes } = await contentsOf(
      'a.csv',
      [head, row('2022', kiel, 'M', '1'), row('2022', kiel, 'M', '2')].join('\n'),
    );
    expect(sheets[0]?.rows[1]?.at(-1)).toBe('1');
    expect(notes.map(({ code, params }) => [code, params.n])).toEqual([
      ['genesis-reshaped', 1],
      ['genesis-repeated', 1],
    ]);
  });

  test('of the layout before 2025, with a column per figure and Latin-1', async () => {
    const text = [
      'Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;' +
        '1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;' +
        '2_Auspraegung_Label;BEVSTD__Bevoelkerungsstand__Anzahl;BEVSTD__Bevoelkerungsstand__q;' +
        'BEV024__Anteil__Prozent',
      '12411;Fortschreibung;STAG;Stichtag;31.12.2020;KREISE;Kreise;  09162;M\u00fcnchen;NAT;Nationalit\u00e4t;NATA;Ausl\u00e4nder;384012;e;25,8',
      '12411;Fortschreibung;STAG;Stichtag;31.12.2020;KREISE;Kreise;  09162;M\u00fcnchen;NAT;Nationalit\u00e4t;;Insgesamt;1488202;e;100',
      '12411;Fortschreibung;STAG;Stichtag;31.12.2020;KREISE;Kreise;  09163;Rosenheim;NAT;Nationalit\u00e4t;NATA;Ausl\u00e4nder;.;.;-',
    ].join('\n');
    const { rows } = await sheetOf(
      '12411-01.csv',
      Uint8Array.from([...text].map((char) => char.charCodeAt(0))),
    );
    expect(rows).toEqual([
      [
        ...['Schlüssel', 'Gebiet', 'Gebietsebene', 'Jahr', 'Zeit'],
        'Bevoelkerungsstand, Ausländer (Anzahl)',
        'Anteil, Ausländer (Prozent)',
        'Bevoelkerungsstand, Insgesamt (Anzahl)',
        'Anteil, Insgesamt (Prozent)',
      ],
      ['09162', 'München', 'Kreise', '2020', '31.12.2020', '384012', '25,8', '1488202', '100'],
      ['09163', 'Rosenheim', 'Kreise', '2020', '31.12.2020', '.', '-', '', ''],
    ]);
  });

  test('the area need not come first', async () => {
    const swapped = row('2022', kiel, 'M', '5').replace(
      'KREISE;Kreise;01002;Kiel;GES;Geschlecht;GESM;männlich',
      'GES;Geschlecht;GESM;männlich;GEOGM4;Gemeinden;010020000000;Kiel',
    );
    const { rows } = await sheetOf('a.csv', `${head}\n${swapped}\n`);
    expect(rows[1]).toEqual(['010020000000', 'Kiel', 'Gemeinden', '2022', '5']);
  });

  test('without areas it stays as it is', async () => {
    const national = row('2022', kiel, 'M', '5').replace(
      'KREISE;Kreise;01002;Kiel',
      'MONAT;Monate;MONAT01;Januar',
    );
    const { sheets, notes } = await contentsOf('a.csv', `${head}\n${national}\n`);
    expect(sheets[0]?.rows[0]?.[0]).toBe('statistics_code');
    expect(notes).toEqual([]);
  });
});
