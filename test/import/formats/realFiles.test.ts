import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { Sheet } from '#import/formats/driver.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';
import { contentsOf } from './wholeFile.ts';

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(requireRealData(path)));
const contents = (path: string) => contentsOf(path, bytesOf(path));

/** Encoding, separator, rows (all of them, head included) and cells of the widest, as the publishers' list says. */
const tables: Readonly<Record<string, readonly [string, string, number, number]>> = {
  'berlin/ewr/ewr_201512_plr.csv': ['utf-8', ',', 448, 52],
  'berlin/ewr/ewr_201712_plr.csv': ['utf-8', ',', 448, 52],
  'berlin/ewr/ewr_201912_plr.csv': ['utf-8', ',', 449, 52],
  'berlin/ewr/ewr_202012_plr.csv': ['utf-8', ',', 449, 52],
  'berlin/ewr/ewr_202112_plr.csv': ['utf-8', ',', 543, 52],
  'berlin/ewr/ewr_202212_plr.csv': ['utf-8', ',', 543, 52],
  'berlin/ewr/ewr_202312_plr.csv': ['utf-8', ',', 543, 52],
  'berlin/ewr/ewr_202412_plr.csv': ['utf-8', ',', 543, 52],
  'berlin/geo/lor_2021_names.csv': ['utf-8', ',', 543, 10],
  'berlin/geo/lor_crosswalk_pre2021_to_2021.csv': ['utf-8', ',', 3056, 4],
  'berlin/housing/angebotsmieten_plr_2012_2024.csv': ['utf-8', ',', 7047, 12],
  'berlin/housing/mietspiegel_tabelle.csv': ['utf-8', ',', 636, 8],
  'berlin/housing/wohnatlas_2022_pgr.csv': ['utf-8', ',', 59, 15],
  'berlin/kitas/kitas_2025_12.csv': ['utf-8', ',', 2892, 11],
  'berlin/mss/gssa_2022_plr.csv': ['utf-8', ',', 449, 12],
  'berlin/mss/mss_2013_plr.csv': ['utf-8', ',', 448, 23],
  'berlin/mss/mss_2015_plr.csv': ['utf-8', ',', 448, 23],
  'berlin/mss/mss_2017_plr.csv': ['utf-8', ',', 448, 23],
  'berlin/mss/mss_2019_plr.csv': ['utf-8', ',', 448, 33],
  'berlin/mss/mss_2021_index_indikatoren.csv': ['utf-8', ',', 543, 30],
  'berlin/mss/mss_2021_indizes.csv': ['utf-8', ',', 543, 13],
  'berlin/mss/mss_2021_kontext_indikatoren.csv': ['utf-8', ',', 543, 54],
  'berlin/mss/mss_2021_kontext_indikatoren_k08_k14_k15.csv': ['utf-8', ',', 448, 54],
  'berlin/mss/mss_2021_zwerte_plr.csv': ['utf-8', ';', 543, 15],
  'berlin/schools/brennpunktschulen_quereinsteiger_2018.csv': ['utf-8', ';', 687, 16],
  'berlin/schools/schulen_2024_25_startchancen.csv': ['utf-8', ',', 928, 22],
  'berlin/schools/schulen_ndh_2020_21.csv': ['utf-8', ',', 1409, 14],
  'berlin/schools/schulen_verzeichnis.csv': ['utf-8', ',', 903, 13],
  'berlin/zensus2022_100m.csv': ['utf-8', ',', 40_663, 9],
  'hamburg/kitas_2014.csv': ['utf-8', ',', 1225, 11],
  'hamburg/schulen_sozialindex_2024_25.csv': ['utf-8', ',', 544, 19],
  'hamburg/stadtteilprofile_2014.csv': ['utf-8', ';', 108, 69],
  'hamburg/zensus2022_100m.csv': ['utf-8', ',', 29_003, 9],
  'hessen/schulverzeichnis_2025.csv': ['utf-8', ',', 1865, 24],
  'leipzig/indikatoren_ortsteile_lang.csv': ['utf-8', ',', 59_032, 6],
  'nrw/schulen_2024_25_sozialindex_startchancen.csv': ['utf-8', ',', 5408, 15],
  'nrw/schulen_grunddaten.csv': ['utf-8', ';', 5639, 25],
  'nrw/schulformen_schluessel.csv': ['utf-8', ';', 29, 3],
  'nrw/schulsozialindex_2024_25.csv': ['utf-8', ',', 4131, 6],
  'nrw/schulsozialindex_2025_26_raw.csv': ['cp850', ';', 4158, 6],
  'nuernberg/bezirke_2023.csv': ['utf-8', ',', 88, 24],
  'validation/us_schools/school_ses.csv': ['utf-8', ',', 5154, 3],
  'validation/us_schools/schools00.csv': ['utf-8', ',', 8143, 5],
  'validation/us_schools/schools05.csv': ['utf-8', ',', 8014, 5],
};

/** Cell by row (from 1) and column (A, B, …). */
function cell(sheet: Sheet | undefined, reference: string): string | undefined {
  const [, column = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const position = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return sheet?.rows[Number(number) - 1]?.[position];
}

describeWithRealData("The publishers' tables", () => {
  test('are all in this list', () => {
    const folder = requireRealData('');
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.csv'))
      .map((path) => relative(folder, join(folder, path)).replaceAll('\\', '/'));
    expect(found.sort()).toEqual(Object.keys(tables).sort());
  });

  test.each(Object.entries(tables))('%s', async (path, [encoding, delimiter, rows, width]) => {
    const read = await contents(path);
    const [sheet] = read.sheets;
    expect([read.encoding?.encoding, read.delimiter, sheet?.rows.length]).toEqual([
      encoding,
      delimiter,
      rows,
    ]);
    expect(Math.max(...(sheet?.rows.map((row) => row.length) ?? []))).toBe(width);
    expect(read.notes).toEqual([]);
  });

  test('NRW in CP850 has its umlauts and its 4157 schools, 15 without index', async () => {
    const { sheets, encoding } = await contents('nrw/schulsozialindex_2025_26_raw.csv');
    const rows = sheets[0]?.rows ?? [];
    expect(encoding).toMatchObject({
      from: 'evidence',
      sample: 'Straße, Düsseldorf, Köln, Kupferstädter, Städteregion',
    });
    expect(rows[1]).toEqual([
      '100011',
      'Haan, GE Walder Straße',
      'BR Düsseldorf',
      'Kreis Mettmann',
      'Haan',
      '4',
    ]);
    expect(rows.filter((row) => row[5] === 'ohne')).toHaveLength(15);
    expect(new Set(rows.slice(1).map((row) => row[0])).size).toBe(4157);
    // Nothing that German names are not made of.
    const signs = new Set(
      rows
        .flat()
        .join('')
        .replace(/[\x20-\x7eäöüÄÖÜß]/g, ''),
    );
    expect([...signs].filter((sign) => !/[éèÉáàâêëôçïñí´`§–]/.test(sign))).toEqual([]);
  });

  test('NRW with sep=; keeps its row numbers and the empty column', async () => {
    const { sheets, encoding } = await contents('nrw/schulen_grunddaten.csv');
    const rows = sheets[0]?.rows ?? [];
    // The list of the data names a byte order mark; this copy has none.
    expect(encoding?.from).toBe('valid');
    expect(rows[0]).toEqual([]);
    expect(rows[1]?.slice(0, 3)).toEqual(['Schulnummer', 'Schulform', 'Schulbezeichnung_1']);
    expect(rows[1]?.at(-1)).toBe('');
    expect(rows.slice(2).every((row) => /^\d{6}$/.test(row[0] ?? ''))).toBe(true);
    expect(rows.slice(2)).toHaveLength(5637);
  });

  test('Berlin keys keep their zeros, quoted or not', async () => {
    const { sheets } = await contents('berlin/mss/mss_2021_indizes.csv');
    expect(sheets[0]?.rows[1]?.slice(0, 5)).toEqual(['202012', '01100101', 'Stülerstraße', '3419', '01']);
  });

  test('Hamburg has blanks, dashes and decimal commas as they stand', async () => {
    const { sheets } = await contents('hamburg/stadtteilprofile_2014.csv');
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe('Stadtgebiet');
    expect(rows.at(-1)?.[0]?.trim()).toBe('Hamburg');
    expect(rows.at(-1)?.[1]?.replace(/\D/g, '')).toBe('1788994');
  });
});

describeWithRealData('The workbook of the Berlin register', () => {
  test('has nine sheets, with their rows', async () => {
    const { sheets, notes } = await contents('berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx');
    expect(sheets.map(({ name, rows, merges }) => [name, rows.length, merges.length])).toEqual([
      ['Titel', 13, 1],
      ['Impressum', 57, 1],
      ['Inhaltsverzeichnis', 23, 2],
      ['Schlüssel', 580, 13],
      ['T1', 587, 24],
      ['T2', 584, 17],
      ['T3', 584, 17],
      ['T4', 588, 66],
      ['U4', 0, 0],
    ]);
    expect(notes).toEqual([]);
  });

  test('has keys in four columns, headings between, and the published totals', async () => {
    const { sheets } = await contents('berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx');
    const t1 = sheets.find(({ name }) => name === 'T1');
    expect(cell(t1, 'E9')).toBe('Mitte');
    expect(t1?.merges).toContainEqual({ top: 60, left: 4, bottom: 60, right: 15 });
    expect(t1?.rows[9]?.slice(0, 8)).toEqual(['01', '10', '01', '01', '3580', '100', '2404', '67.2']);
    expect(t1?.rows.at(-1)?.slice(3, 8)).toEqual(['Berlin', '3897145', '100', '1601865', '41.1']);
    const areas = t1?.rows.filter((row) => /^\d{8}$/.test(row.slice(0, 4).join(''))) ?? [];
    expect(areas).toHaveLength(542);
    expect(areas.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(3_897_145);
    const names = await contents('berlin/geo/lor_2021_names.csv');
    expect(areas.map((row) => row.slice(0, 4).join('')).sort()).toEqual(
      names.sheets[0]?.rows
        .slice(1)
        .map((row) => row[8])
        .sort(),
    );
  });
});

describeWithRealData('The workbook of the Hamburg profiles', () => {
  test('has the same figures as its own CSV', async () => {
    const workbook = await contents('hamburg/Daten_fuer_die_Stadtteilprofile_2014.xlsx');
    const [sheet] = workbook.sheets;
    expect([sheet?.name, sheet?.rows.length, sheet?.merges.length]).toEqual([
      'Stadtteilprofile 2014',
      111,
      6,
    ]);
    expect(cell(sheet, 'A2')).toBe('Stadtgebiet');
    expect(sheet?.merges).toContainEqual({ top: 1, left: 0, bottom: 3, right: 0 });
    const rows = sheet?.rows.slice(4) ?? [];
    const csv = (await contents('hamburg/stadtteilprofile_2014.csv')).sheets[0]?.rows.slice(1) ?? [];
    expect(rows.map((row) => row[0]?.trim())).toEqual(csv.map((row) => row[0]?.trim()));
    const number = (text: string | undefined): number =>
      Number((text ?? '').replace(/[\s\u00a0]/g, '').replace(',', '.'));
    for (const column of [1, 2, 3, 6, 8]) {
      const differ = rows.filter(
        (row, r) => Math.abs(number(row[column]) - number(csv[r]?.[column])) > 0.05 + 1e-9,
      );
      expect(differ.map((row) => row[0])).toEqual([]);
    }
  });
});
