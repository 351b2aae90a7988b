import { beforeAll, expect, test } from 'vitest';
import type { InspectedTable } from '#import/inspect/inspection.ts';
import { describeWithRealData } from '../../realData.ts';
import { column, inspectOne, inspectReal, numbers } from './inspectRows.ts';

const sumOf = (table: InspectedTable, name: string) => numbers(column(table, name)).sum;
const meaning = (table: InspectedTable) =>
  Object.fromEntries(table.columns.map(({ name, guess }) => [name, guess.concept ?? guess.role]));

describeWithRealData('the official Berlin workbook', () => {
  let sheets: readonly InspectedTable[] = [];
  const sheet = (name: string) => {
    const found = sheets.find((it) => it.sheet === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  beforeAll(async () => {
    sheets = await inspectReal('berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx');
  }, 60_000);

  test('head of four merged rows, composed', () => {
    const table = sheet('T1');
    expect(table.shape).toMatchObject({ headFirst: 3, headLast: 6, dataFirst: 10, dataLast: 587 });
    expect(table.columns.map((it) => it.name)).toEqual([
      'Bezirk',
      'Prognoseraum',
      'Bezirksregion',
      'Planungsraum',
      'Insgesamt – Anzahl',
      'Insgesamt – %',
      'Insgesamt – darunter mit Migrationshintergrund (Sp.9+11) – Anzahl',
      'Insgesamt – darunter mit Migrationshintergrund (Sp.9+11) – % Sp.1',
      'Deutsche – zusammen – Anzahl',
      'Deutsche – zusammen – % Sp.1',
      'Deutsche – davon … Migrationshintergrund – ohne – Anzahl',
      'Deutsche – davon … Migrationshintergrund – ohne – % Sp.1',
      'Deutsche – davon … Migrationshintergrund – mit – Anzahl',
      'Deutsche – davon … Migrationshintergrund – mit – % Sp.1',
      'Ausländer – Anzahl',
      'Ausländer – % Sp.1',
    ]);
  });

  test('twelve headings set aside, thirteen totals, 542 areas with a key in four parts', () => {
    const table = sheet('T1');
    const headings = table.shape.aside.filter((it) => it.kind === 'heading').map((it) => it.text);
    expect(headings).toHaveLength(12);
    expect([headings[0], headings[11]]).toEqual(['Mitte', 'Reinickendorf']);
    expect(table.shape.aside.filter((it) => it.kind === 'units').map((it) => it.row)).toEqual([7]);
    expect(table.shape.totals).toHaveLength(13);
    expect(table.shape.totals[12]).toEqual({ row: 587, text: 'Berlin' });
    expect(table.rows - table.shape.totals.length).toBe(542);
    expect(table.keyParts).toEqual(['Bezirk', 'Prognoseraum', 'Bezirksregion', 'Planungsraum']);
    expect(column(table, 'Prognoseraum')).toMatchObject({ type: 'text', filled: 542 });
  });

  test('sums as published', () => {
    const table = sheet('T1');
    expect(sumOf(table, 'Insgesamt – Anzahl')).toBe(3_897_145);
    expect(sumOf(table, 'Ausländer – Anzahl')).toBe(971_878);
    expect(sumOf(table, 'Insgesamt – darunter mit Migrationshintergrund (Sp.9+11) – Anzahl')).toBe(1_601_865);
    expect(numbers(column(table, 'Ausländer – % Sp.1')).marks).toEqual([
      { value: '–', label: 'zero', count: 2, doubtful: false },
    ]);
  });

  test('meaning by head and title', () => {
    expect(Object.values(meaning(sheet('T1'))).slice(4)).toEqual([
      'residents',
      'share',
      'migration-background',
      'migration-background-published',
      'germans',
      'germans-published',
      'germans-without-migration-background',
      'germans-without-migration-background-published',
      'germans-migration-background',
      'germans-migration-background-published',
      'foreigners',
      'foreigners-published',
    ]);
    expect(Object.values(meaning(sheet('T2'))).slice(4)).toEqual([
      'residents',
      'age-under-6',
      'age-6-14',
      'age-15-17',
      'age-18-26',
      'age-27-44',
      'age-45-54',
      'age-55-64',
      'age-65-plus',
      'women',
      'foreigners',
    ]);
    expect(meaning(sheet('T3')).Insgesamt).toBe('migration-background');
    expect(meaning(sheet('T3'))['Davon im Alter von ... bis unter ... Jahren – 65 und mehr']).toBe(
      'mh-age-65-plus',
    );
  });

  test('countries of origin stand under their region; the full key stands at the end', () => {
    const table = sheet('T4');
    const name = 'Darunter aus Herkunftsgebiet – Europäische Union (EU) 1 – darunter – Polen';
    expect(meaning(table)[name]).toBe('origin-poland');
    expect(sumOf(table, name)).toBe(109_025);
    expect(table.keyParts).toBeNull();
    expect(column(table, 'Planungsraum (2)').key).toMatchObject({ unique: true, system: 'lor-plr' });
    expect(table.shape.aside.filter((it) => it.kind === 'note')).toHaveLength(2);
  });

  test('the list of names', () => {
    const table = sheet('Schlüssel');
    expect(table.shape).toMatchObject({ headFirst: 3, headLast: 3, dataFirst: 7 });
    expect([table.rows, column(table, 'Planungsraumname').distinct]).toEqual([542, 541]);
    expect(table.keyParts).toHaveLength(4);
  });
});

describeWithRealData('Hamburg profiles', () => {
  test('separated text: blank thousands, decimal comma, zero and secret, the last eight rows are totals', async () => {
    const table = await inspectOne('hamburg/stadtteilprofile_2014.csv');
    expect([table.rows, table.columns.length]).toEqual([107, 69]);
    expect(table.shape.totals.map((it) => it.text)).toEqual([
      'Hamburg-Mitte',
      'Altona',
      'Eimsbüttel',
      'Hamburg-Nord',
      'Wandsbek',
      'Bergedorf',
      'Harburg',
      'Hamburg',
    ]);
    expect(table.shape.totals[0]?.row).toBe(101);
    const residents = numbers(column(table, 'Bevölkerung'));
    expect(residents).toMatchObject({
      decimal: ',',
      thousands: ' ',
      ambiguous: null,
      unread: 0,
      whole: true,
    });
    // The README of the data: the Stadtteile fall short of the city's 1 788 994.
    expect(residents.sum).toBe(1_782_217);
    const sgb2 = column(table, 'Leistungs-empfänger/-innen nach SGB II (Dez 2013)');
    expect([numbers(sgb2).sum, sgb2.guess.concept, sgb2.year]).toEqual([178_414, 'sgb2-recipients', 2013]);
    expect(numbers(column(table, 'Wanderungssaldo'))).toMatchObject({
      min: -380,
      marks: [{ value: '-', label: 'zero', count: 1, doubtful: false }],
    });
    expect(numbers(column(table, 'Preise für Grundstücke in EUR/m² (Jan 2014)')).marks).toEqual([
      { value: '.', label: 'secret', count: 11, doubtful: false },
    ]);
    for (const { name, number } of table.columns.slice(1))
      expect([name, number?.unread, number?.decimal]).toEqual([name, 0, ',']);
    expect(column(table, 'Stadtgebiet')).toMatchObject({ distinct: 99, guess: { role: 'area-name' } });
  });

  test('the workbook: head of three merged rows, the same sums and totals', async () => {
    const table = await inspectOne('hamburg/Daten_fuer_die_Stadtteilprofile_2014.xlsx');
    expect(table.shape).toMatchObject({ headFirst: 2, headLast: 4, dataFirst: 5, dataLast: 111 });
    expect(table.shape.aside.map((it) => [it.row, it.kind])).toEqual([[1, 'title']]);
    expect([table.rows, table.shape.totals.length]).toEqual([107, 8]);
    const [first, residents] = table.columns;
    expect(first?.name).toBe('Stadtgebiet');
    expect([residents?.guess.concept, residents?.number?.sum, residents?.year]).toEqual([
      'residents',
      1_782_217,
      2013,
    ]);
    // Its lowest heading speaks of moves in, but it is the difference of moves: no count.
    const net = table.columns.find(({ name }) => name.includes('Wanderungssaldo'));
    expect(net?.guess).toEqual({ role: 'value', concept: 'net-migration-count' });
    expect(net?.number?.min).toBe(-380);
  });

  test('schools: two ids repeat, levels are words, no totals', async () => {
    const table = await inspectOne('hamburg/schulen_sozialindex_2024_25.csv');
    expect([table.rows, table.shape.totals.length, column(table, 'schul_id').distinct]).toEqual([
      543, 0, 541,
    ]);
    expect(column(table, 'sozialindex').guess).toEqual({ role: 'word', concept: 'social-index' });
    expect(column(table, 'schul_id').guess.role).toBe('institution-key');
  });

  test('areas and kitas', async () => {
    const areas = await inspectOne('hamburg/stadtteile_osm.geojson');
    expect([areas.rows, column(areas, 'name').distinct]).toEqual([103, 103]);
    const kitas = await inspectOne('hamburg/kitas_2014.csv');
    expect([kitas.rows, column(kitas, '@id').guess.role, column(kitas, 'lon').guess.role]).toEqual([
      1224,
      'institution-key',
      'x',
    ]);
  });
});

describeWithRealData('Berlin tables', () => {
  test.each([
    ['2015', 447, 3_610_156, 621_075, 1_078_091],
    ['2017', 447, null, null, null],
    ['2019', 448, null, null, null],
    ['2020', 448, null, null, null],
    ['2021', 542, null, null, null],
    ['2022', 542, null, null, null],
    ['2023', 542, null, null, null],
    ['2024', 542, 3_897_145, 971_878, 1_601_865],
  ])('register of %s', async (year, rows, residents, foreigners, migration) => {
    const table = await inspectOne(`berlin/ewr/ewr_${year}12_plr.csv`);
    expect([table.rows, table.shape.totals.length, table.columns.length]).toEqual([rows, 0, 52]);
    expect(column(table, 'PLR_ID')).toMatchObject({
      type: 'text',
      key: { unique: true, system: 'lor-plr', padTo: null },
    });
    const total = sumOf(table, 'inhabitants');
    // Germans and foreigners are all of them, in every year.
    expect(sumOf(table, 'inhabitants_germans') + sumOf(table, 'inhabitants_foreigners')).toBe(total);
    if (residents !== null) {
      expect([
        total,
        sumOf(table, 'inhabitants_foreigners'),
        sumOf(table, 'inhabitants_with_migration_background'),
      ]).toEqual([residents, foreigners, migration]);
    }
    expect(meaning(table)).toMatchObject({
      inhabitants: 'residents',
      inhabitants_foreigners: 'foreigners',
      inhabitants_germans: 'germans',
      inhabitants_with_migration_background: 'migration-background',
      inhabitants_age_below_6: 'age-under-6',
      inhabitants_age_6_15: 'age-6-14',
      inhabitants_age_above_65: 'age-65-plus',
      inhabitants_with_migration_background_age_below_6: 'mh-age-under-6',
      inhabitants_with_migration_background_female: 'count',
      mh_from_former_yugoslavia: 'origin-former-yugoslavia',
    });
  });

  test('monitoring: -9999 is no value, a column of `-` is doubtful', async () => {
    const indices = await inspectOne('berlin/mss/mss_2021_index_indikatoren.csv');
    expect(numbers(column(indices, 'S1'))).toMatchObject({
      marks: [{ value: '-9999', label: 'missing', count: 6, doubtful: false }],
      unread: 0,
    });
    expect(numbers(column(indices, 'S1')).min).toBeGreaterThan(0);
    expect(numbers(column(indices, 'D1')).min).toBeLessThan(0);
    expect(meaning(indices)).toMatchObject({
      S1: 'unemployment-sgb2',
      S3: 'transfer',
      S4: 'child-poverty',
      D4: 'child-poverty-change',
      EW: 'residents',
      ZEIT: 'none',
    });
    for (const year of [2017, 2019]) {
      const table = await inspectOne(`berlin/mss/mss_${year}_plr.csv`);
      expect(numbers(column(table, 'K02')).marks).toEqual([
        { value: '-', label: 'zero', count: 447, doubtful: true },
      ]);
    }
    const dynamic = column(await inspectOne('berlin/mss/mss_2019_plr.csv'), 'dynamic_index');
    expect([dynamic.type, dynamic.distinct]).toEqual(['text', 3]);
  });

  test('monitoring: rows, old and new areas', async () => {
    for (const [file, rows] of [
      ['mss_2013_plr', 447],
      ['mss_2015_plr', 447],
      ['mss_2021_indizes', 542],
      ['mss_2021_kontext_indikatoren', 542],
      ['mss_2021_kontext_indikatoren_k08_k14_k15', 447],
      ['mss_2021_zwerte_plr', 542],
      ['gssa_2022_plr', 448],
    ] as const) {
      const table = await inspectOne(`berlin/mss/${file}.csv`);
      expect([
        file,
        table.rows,
        table.columns.some((it) => it.key?.system === 'lor-plr' && it.key.unique),
      ]).toEqual([file, rows, true]);
    }
    const z = await inspectOne('berlin/mss/mss_2021_zwerte_plr.csv');
    expect(column(z, 'EW 31.12.2020')).toMatchObject({ year: 2020, guess: { concept: 'residents' } });
    expect(column(z, 'Zuordnung Klasse Dynamik-Index').distinct).toBe(3);
  });

  test('geometry attributes, names and crosswalk', async () => {
    for (const [file, rows, key] of [
      ['plr_2021.geojson', 542, 'PLR_ID'],
      ['bzr_2021.geojson', 143, 'BZR_ID'],
      ['pgr_2021.geojson', 58, 'PGR_ID'],
      ['plr_until_2020.geojson', 448, 'id'],
    ] as const) {
      const table = await inspectOne(`berlin/geo/${file}`);
      expect([file, table.rows, column(table, key).key?.unique]).toEqual([file, rows, true]);
    }
    const names = await inspectOne('berlin/geo/lor_2021_names.csv');
    expect([names.rows, names.keyParts, column(names, 'PLR').distinct]).toEqual([542, null, 541]);
    const crosswalk = await inspectOne('berlin/geo/lor_crosswalk_pre2021_to_2021.csv');
    expect([crosswalk.rows, crosswalk.long]).toEqual([3055, null]);
    expect([column(crosswalk, 'plr_id_pre2021').distinct, column(crosswalk, 'plr_id_2021').distinct]).toEqual(
      [448, 542],
    );
    expect(sumOf(crosswalk, 'weight')).toBeCloseTo(448, 1);
  });

  test('housing: a wide table with years, 240 medians left out', async () => {
    const rents = await inspectOne('berlin/housing/angebotsmieten_plr_2012_2024.csv');
    expect([rents.rows, rents.long, column(rents, 'year').guess.role]).toEqual([7046, null, 'year']);
    expect(column(rents, 'median')).toMatchObject({
      filled: 7046 - 240,
      guess: { role: 'value', concept: 'asking-rent' },
    });
    expect(column(rents, 'year').distinct).toBe(13);
    const table = await inspectOne('berlin/housing/mietspiegel_tabelle.csv');
    expect([table.rows, table.long, table.shape.totals.length]).toEqual([635, null, 0]);
    const atlas = await inspectOne('berlin/housing/wohnatlas_2022_pgr.csv');
    expect(atlas.rows).toBe(58);
    expect(column(atlas, 'anteil_sozialwohng_2022')).toMatchObject({
      year: 2022,
      guess: { role: 'share', concept: 'social-housing' },
    });
    expect(column(atlas, 'pgr_id').key).toMatchObject({ unique: true, system: 'lor-pgr' });
  });

  test('schools: percentages as text, ticks, two sums at the end without a name', async () => {
    const focus = await inspectOne('berlin/schools/brennpunktschulen_quereinsteiger_2018.csv');
    expect(focus.rows).toBe(686);
    expect(numbers(column(focus, 'AlleQ_2017'))).toMatchObject({ percent: true, unread: 0 });
    expect(column(focus, 'Brennpunktschule-2018')).toMatchObject({ type: 'text', filled: 247, distinct: 1 });
    const flags = await inspectOne('berlin/schools/schulen_2024_25_startchancen.csv');
    expect(flags.shape.totals.map((it) => it.row)).toEqual([927, 928]);
    expect([flags.rows - flags.shape.totals.length, column(flags, 'students_total').filled]).toEqual([
      925, 704,
    ]);
    expect(sumOf(flags, 'students_f')).toBe(203_194);
    const ndh = await inspectOne('berlin/schools/schulen_ndh_2020_21.csv');
    expect(meaning(ndh)).toMatchObject({
      bsn: 'school-number',
      name: 'name',
      schulart: 'school-form',
      schueler: 'pupils',
      ndh: 'ndh',
      ndh_prozent: 'ndh-published',
      lon: 'x',
      lat: 'y',
    });
    expect([ndh.rows, column(ndh, 'schueler').filled]).toEqual([1408, 996]);
    const register = await inspectOne('berlin/schools/schulen_verzeichnis.csv');
    expect([register.rows, column(register, 'bsn').key?.unique]).toEqual([902, true]);
  });

  test('catchments', async () => {
    expect((await inspectOne('berlin/schools/einschulungsbereiche_2019.geojson')).rows).toBe(346);
    const old = await inspectOne('berlin/schools/einschulungsbereiche_2012_demographie.geojson');
    expect([old.rows, column(old, 'ESB').key?.unique, meaning(old).EW_U6, meaning(old).EW_65plus]).toEqual([
      339,
      true,
      'age-under-6',
      'age-65-plus',
    ]);
  });

  test('kitas and grid', async () => {
    const kitas = await inspectOne('berlin/kitas/kitas_2025_12.csv');
    expect([kitas.rows, kitas.shape.totals.length, sumOf(kitas, 'places')]).toEqual([2891, 0, 199_837]);
    expect(column(kitas, 'zip_code').type).toBe('text');
    const grid = await inspectOne('berlin/zensus2022_100m.csv');
    expect([grid.rows, sumOf(grid, 'population'), grid.shape.totals.length]).toEqual([40_662, 3_595_261, 0]);
    expect(meaning(grid)).toMatchObject({
      foreigner_pct: 'foreigners-published',
      avg_rent: 'rent',
      easting: 'x',
    });
    const hamburg = await inspectOne('hamburg/zensus2022_100m.csv');
    expect([hamburg.rows, sumOf(hamburg, 'population')]).toEqual([29_002, 1_808_316]);
  });
});

describeWithRealData('other cities', () => {
  test('the long table of Leipzig', async () => {
    const table = await inspectOne('leipzig/indikatoren_ortsteile_lang.csv');
    expect(table.rows).toBe(59_031);
    expect(table.long).toMatchObject({
      key: 'ortsteil_key',
      year: 'jahr',
      by: ['sachgebiet', 'merkmal'],
      value: 'wert',
    });
    expect(table.long?.figures).toHaveLength(57);
    expect(column(table, 'ortsteil_key')).toMatchObject({ type: 'text', distinct: 63 });
    const figure = (...is: readonly string[]) => table.long?.figures.find((it) => it.is.join() === is.join());
    expect(figure('einwohner-insgesamt', 'Einwohner insgesamt')).toMatchObject({
      rows: 1512,
      percent: false,
    });
    // The same ids as the recipe of Leipzig gives its variables.
    const expected: readonly (readonly [string, string, string | null])[] = [
      ['einwohner-insgesamt', 'Einwohner insgesamt', 'residents'],
      ['einwohner-insgesamt', 'Ausländer', 'foreigners'],
      ['einwohner-insgesamt', 'Deutsche', 'germans'],
      ['migranten', 'Migranten', 'migration-background'],
      ['migranten', 'EU-Ausländer', 'eu-foreigners'],
      ['migranten', 'Deutsche mit Migrationshintergrund', 'germans-migration-background'],
      ['migranten', 'Ausländeranteil', 'foreigners-published'],
      ['bedarfsgemeinschaften', 'Leistungsberechtigte', 'sgb2-recipients'],
      ['bedarfsgemeinschaften', 'unter 15 Jahre', 'sgb2-under-15'],
      ['bedarfsgemeinschaften', 'Bedarfsgemeinschaften', 'sgb2-households'],
      ['bedarfsgemeinschaften', 'Alleinerziehende', 'sgb2-single-parents'],
      ['bedarfsgemeinschaften', 'SGB-II-Quote', 'sgb2-rate'],
      ['bedarfsgemeinschaften', 'Anteil an Kindern', 'child-poverty'],
      ['bedarfsgemeinschaften', 'Ausländer', null],
      ['bedarfsgemeinschaften', 'mit Kindern', null],
      ['arbeitslose-insgesamt', 'Arbeitslose insgesamt', 'unemployed'],
      ['arbeitslose-insgesamt', 'nach SGB II', 'unemployed-sgb2'],
      ['arbeitslose-insgesamt', 'Anteil an den Erwerbsfähigen', 'unemployment-rate'],
      ['arbeitslose-insgesamt', 'Ausländer', null],
      ['arbeitslose-insgesamt', 'Frauen', null],
      ['wohnungen', 'Wohnungen', 'dwellings'],
      ['wohnungen', 'Wohnfläche je Wohnung', 'floor-space-dwelling'],
      ['haushaltseinkommen', 'Haushaltseinkommen', 'household-income'],
      ['jugendquote', 'Durchschnittsalter', 'mean-age'],
    ];
    for (const [topic, name, concept] of expected) {
      expect([topic, name, figure(topic, name)?.guess.concept]).toEqual([topic, name, concept]);
    }
    const areas = await inspectOne('leipzig/ortsteile.geojson');
    expect([areas.rows, column(areas, 'key').key?.unique]).toEqual([63, true]);
  });

  test('NRW: lost zeros, `sep=`, a ministry in CP850, `ohne` for no index', async () => {
    const list = await inspectOne('nrw/schulen_2024_25_sozialindex_startchancen.csv');
    expect([list.rows, list.shape.totals.length]).toEqual([5407, 0]);
    expect(column(list, 'Amtlicher Gemeindeschlüssel').key).toMatchObject({ padTo: 8, system: 'ags' });
    expect(column(list, 'Anzahl').guess.concept).toBe('pupils');
    expect(column(list, 'Sozialindex')).toMatchObject({ filled: 4142, guess: { concept: 'social-index' } });
    const master = await inspectOne('nrw/schulen_grunddaten.csv');
    expect([master.rows, master.columns.length, column(master, 'Gemeindeschluessel').key?.padTo]).toEqual([
      5637,
      24,
      null,
    ]);
    expect([column(master, 'UTMRechtswert').guess.role, column(master, 'UTMHochwert').guess.role]).toEqual([
      'x',
      'y',
    ]);
    expect(column(master, 'Schulnummer')).toMatchObject({ type: 'text', key: { unique: true } });
    const raw = await inspectOne('nrw/schulsozialindex_2025_26_raw.csv');
    expect([raw.rows, column(raw, 'Kurzbezeichnung').examples[0]]).toEqual([4157, 'Haan, GE Walder Straße']);
    expect(numbers(column(raw, 'Sozialindexstufe')).marks).toEqual([
      { value: 'ohne', label: 'missing', count: 15, doubtful: false },
    ]);
    const before = await inspectOne('nrw/schulsozialindex_2024_25.csv');
    expect([before.rows, numbers(column(before, 'Sozialindex')).marks[0]?.count]).toEqual([4130, 11]);
    const codes = await inspectOne('nrw/schulformen_schluessel.csv');
    expect([codes.rows, column(codes, 'Schluessel').type]).toEqual([27, 'text']);
  });

  test('Nürnberg: polygons repeat two codes, ages meet', async () => {
    const areas = await inspectOne('nuernberg/statistische_bezirke.geojson');
    expect([areas.rows, column(areas, 'code_bez').distinct, column(areas, 'code_bez').key?.unique]).toEqual([
      89,
      87,
      false,
    ]);
    const table = await inspectOne('nuernberg/bezirke_2023.csv');
    expect([table.rows, column(table, 'code_bez').key?.unique, sumOf(table, 'einwohner')]).toEqual([
      87,
      true,
      541_103,
    ]);
    expect(meaning(table)).toMatchObject({
      einwohner: 'residents',
      einwohner_auslaender: 'foreigners',
      einwohner_migration: 'migration-background',
      age_00_03: 'age-under-3',
      age_80_pp: 'age-80-plus',
      haushalte: 'households',
    });
    expect(column(table, 'hhsize_mittel').filled).toBe(87 - 37);
  });

  test('Hessen: newcomers in intensive classes are not the ndH share', async () => {
    const table = await inspectOne('hessen/schulverzeichnis_2025.csv');
    expect([table.rows, column(table, 'schulnummer').key?.unique]).toEqual([1864, true]);
    expect(column(table, 'intensivklassen_ndhs').guess.concept).toBeNull();
    expect(column(table, 'schueler_mit_vorklassen').guess.concept).toBe('pupils');
  });

  test('US schools: long by race', async () => {
    const table = await inspectOne('validation/us_schools/schools00.csv');
    expect([table.rows, sumOf(table, 'n')]).toEqual([8142, 877_739]);
    expect(table.long).toMatchObject({ key: 'school', by: ['race'], value: 'n', year: null });
    expect((await inspectOne('validation/us_schools/schools05.csv')).long?.figures).toHaveLength(5);
    expect((await inspectOne('validation/us_schools/school_ses.csv')).long).toBeNull();
  });
});
