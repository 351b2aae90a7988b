import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksOf, parseNumber } from '#import/columns/parseNumber.ts';
import { column, cut, inspectCells, inspectRows, numbers } from './inspectRows.ts';

describe('where things stand', () => {
  test('title, note, two rows of names, units, numbering, headings, totals, sources', async () => {
    const table = await inspectRows(
      cut([
        'Bevölkerung in Neustadt am 31.12.2023|||',
        'Stand: Januar 2024|||',
        '|||',
        'Gebiet|Bevölkerung||Wohnungen',
        '|insgesamt|Ausländer|',
        '|Anzahl|Anzahl|Anzahl',
        '1|2|3|4',
        'Bezirk Nord|||',
        'Altdorf|1.200|100|600',
        'Bergheim|2.300|310|1.150',
        'Zusammen|3.500|410|1.750',
        'Bezirk Süd|||',
        'Cronau|4.100|500|2.000',
        'Dornach|5.050|777|2.525',
        'Zusammen|9.150|1.277|4.525',
        'Stadt insgesamt|12.650|1.687|6.275',
        '|||',
        'Quelle: Einwohnerregister|||',
        '*) nur Hauptwohnsitz|||',
      ]),
    );
    expect(table.shape).toMatchObject({ headFirst: 4, headLast: 5, dataFirst: 9, dataLast: 16 });
    expect(table.shape.aside.map(({ row, kind }) => [row, kind])).toEqual([
      [1, 'title'],
      [2, 'title'],
      [6, 'units'],
      [7, 'units'],
      [8, 'heading'],
      [12, 'heading'],
      [18, 'note'],
      [19, 'note'],
    ]);
    expect(table.shape.totals).toEqual([
      { row: 11, text: 'Zusammen' },
      { row: 15, text: 'Zusammen' },
      { row: 16, text: 'Stadt insgesamt' },
    ]);
    expect(table.rows).toBe(7);
    expect(table.columns.map((it) => it.name)).toEqual([
      'Gebiet',
      'Bevölkerung – insgesamt',
      'Bevölkerung – Ausländer',
      'Wohnungen',
    ]);
    expect(table.columns.map((it) => [it.guess.role, it.guess.concept])).toEqual([
      ['area-name', null],
      ['count', 'residents'],
      ['count', 'foreigners'],
      ['count', 'dwellings'],
    ]);
    // Sums are of areas, not of totals beside them.
    expect(numbers(column(table, 'Bevölkerung – insgesamt'))).toMatchObject({
      decimal: ',',
      thousands: '.',
      sum: 12650,
      whole: true,
    });
  });

  test('totals without a word: the last row sums up all, the first one too', async () => {
    const parts = ['A|120|55', 'B|230|70', 'C|310|81', 'D|77|60'];
    const below = await inspectRows(cut(['Gebiet|EW|Haushalte', ...parts, 'Neustadt|737|266']));
    expect(below.shape.totals).toEqual([{ row: 6, text: 'Neustadt' }]);
    const above = await inspectRows(cut(['Gebiet|EW|Haushalte', 'Neustadt|737|266', ...parts]));
    expect(above.shape.totals).toEqual([{ row: 2, text: 'Neustadt' }]);
    const none = await inspectRows(cut(['Gebiet|EW|Haushalte', ...parts, 'E|738|266']));
    expect(none.shape.totals).toEqual([]);
  });

  test('a level above at the end, nearly its sum, and the city exactly', async () => {
    const quarters = Array.from({ length: 12 }, (_, i) => [
      `Viertel ${'abcdefghijkl'[i]}`,
      String(1000 + i * 37),
      String(300 + i * 11),
    ]);
    const sum = (rows: readonly (readonly string[])[], c: number) =>
      rows.reduce((s, row) => s + Number(row[c]), 0);
    // A few people without an area are counted in the districts only.
    const north = [
      'Nord',
      String(sum(quarters.slice(0, 6), 1) + 9),
      String(sum(quarters.slice(0, 6), 2) + 3),
    ];
    const south = ['Süd', String(sum(quarters.slice(6), 1) + 12), String(sum(quarters.slice(6), 2) + 2)];
    const city = [
      'Stadtname',
      String(Number(north[1]) + Number(south[1])),
      String(Number(north[2]) + Number(south[2])),
    ];
    const table = await inspectRows([['Gebiet', 'EW', 'Haushalte'], ...quarters, north, south, city]);
    expect(table.shape.totals.map((it) => it.text)).toEqual(['Nord', 'Süd', 'Stadtname']);
  });

  test('keys two digits shorter are a coarser level', async () => {
    const table = await inspectRows(
      cut(['Schlüssel|EW', '0101|5', '0102|6', '01|11', '0201|7', '0202|9', '02|17']),
    );
    expect(table.shape.totals.map((it) => it.row)).toEqual([4, 7]);
    expect(column(table, 'Schlüssel').key).toMatchObject({
      unique: true,
      lengths: [{ length: 4, count: 4 }],
    });
  });

  test('years name columns; a figure such as 1999 does not', async () => {
    const wide = await inspectRows(cut(['Stadtteil|2021|2022|2023', 'A|120|130|140', 'B|11|12|13']));
    expect(wide.shape).toMatchObject({ headFirst: 1, headLast: 1, dataFirst: 2 });
    expect(wide.columns.map((it) => it.year)).toEqual([null, 2021, 2022, 2023]);
    const narrow = await inspectRows(cut(['Stadtteil|EW|Haushalte', 'A|1999|2005', 'B|2100|950', 'C|80|40']));
    expect(narrow.shape).toMatchObject({ headLast: 1, dataFirst: 2 });
    expect(narrow.rows).toBe(3);
  });

  test('a group over years', async () => {
    const table = await inspectRows(cut(['|Einwohner|', 'Stadtteil|2022|2023', 'A|130|140', 'B|12|13']));
    expect(table.shape).toMatchObject({ headFirst: 1, headLast: 2 });
    expect(table.columns.map((it) => [it.name, it.year, it.guess.concept])).toEqual([
      ['Stadtteil', null, null],
      ['Einwohner – 2022', 2022, 'residents'],
      ['Einwohner – 2023', 2023, 'residents'],
    ]);
  });

  test('no head at all', async () => {
    const table = await inspectRows(cut(['01|120|55', '02|230|70', '03|310|81']));
    expect(table.shape).toMatchObject({ headFirst: 0, headLast: 0, dataFirst: 1, dataLast: 3 });
    expect(table.columns.map((it) => it.name)).toEqual(['Spalte 1', 'Spalte 2', 'Spalte 3']);
    expect(table.rows).toBe(3);
  });

  test('only names: the first row is the head', async () => {
    const table = await inspectRows(cut(['Ortsteil|Bezirk', 'Alt|Nord', 'Berg|Nord', 'Cron|Süd']));
    expect(table.shape).toMatchObject({ headFirst: 1, headLast: 1 });
    expect(table.rows).toBe(3);
  });

  test('nothing, one cell, one row', async () => {
    for (const rows of [[], [['']], [['a']], [['', '5']]]) {
      const table = await inspectRows(rows);
      expect(table.columns.length).toBeLessThanOrEqual(2);
    }
  });

  test('a head that a person has given holds', async () => {
    const rows = cut(['Titel|a', 'Gebiet|Zahl', 'A|1', 'B|2']);
    const table = await inspectRows(rows, { head: { first: 1, last: 2 } });
    expect(table.columns.map((it) => it.name)).toEqual(['Titel – Gebiet', 'a – Zahl']);
  });
});

describe('how numbers are written', () => {
  test.each([
    ['decimal comma', ['3,4', '12,25', '7'], ',', ''],
    ['decimal point', ['3.4', '12.25', '7'], '.', ''],
    ['comma and points', ['1.234,5', '12', '7,1'], ',', '.'],
    ['point and commas', ['1,234.5', '12', '7.1'], '.', ','],
    ['millions', ['1.234.567', '12', '7'], ',', '.'],
    ['blanks', ['1 234', '12', '12 345'], ',', ' '],
    ['narrow blanks and comma', ['1\u202f234,5', '12,1'], ',', ' '],
    ['apostrophes', ["1'234.5", '12.1'], '.', "'"],
    [
      'one cell of 300 decides',
      [...Array.from({ length: 300 }, (_, i) => `${1 + (i % 9)}.${100 + i}`), '0.5'],
      '.',
      '',
    ],
  ])('%s', async (_, cells, decimal, thousands) => {
    const found = numbers(await inspectCells('Zahl', cells));
    expect([found.decimal, found.thousands, found.unread, found.ambiguous]).toEqual([
      decimal,
      thousands,
      0,
      null,
    ]);
  });

  test('3.419 alone is asked, with both readings', async () => {
    const found = numbers(await inspectCells('Wert X', ['3.419', '1.791', '5.790', '812']));
    expect(found.ambiguous).toEqual({
      example: '3.419',
      readings: [
        { decimal: '.', thousands: '', value: 3.419 },
        { decimal: ',', thousands: '.', value: 3419 },
      ],
      likely: null,
    });
  });

  test('a sibling column makes one reading likely, but it stays a question', async () => {
    const cells = ['3.419', '1.791', '5.790'];
    const german = numbers(await inspectCells('Wert X', cells, { Anteil: ['3,4', '5,6', '7,8'] }));
    expect(german.ambiguous?.likely).toEqual({ decimal: ',', thousands: '.', value: 3419 });
    expect([german.decimal, german.thousands, german.sum]).toEqual([',', '.', 11000]);
    const english = numbers(await inspectCells('Wert X', cells, { Anteil: ['3.4', '5.6', '7.8'] }));
    expect(english.ambiguous?.likely).toEqual({ decimal: '.', thousands: '', value: 3.419 });
    expect(english.sum).toBeCloseTo(11, 10);
  });

  test('a heading that counts makes thousands likely; 3,419 likewise', async () => {
    const points = numbers(await inspectCells('Einwohner', ['3.419', '1.791', '812']));
    expect(points.ambiguous?.likely?.value).toBe(3419);
    const commas = numbers(await inspectCells('Einwohner', ['3,419', '1,791', '812']));
    expect(commas.ambiguous?.likely).toEqual({ decimal: '.', thousands: ',', value: 3419 });
  });

  test('numbers of a spreadsheet are not asked about', async () => {
    const rows = [
      ['Gebiet', 'Index'],
      ['A', '3.419'],
      ['B', '1.791'],
    ];
    const table = await inspectRows(rows, { hasNativeNumbers: true });
    expect(numbers(column(table, 'Index'))).toMatchObject({ decimal: '.', ambiguous: null });
  });

  test('percent as text', async () => {
    const found = await inspectCells('Quote', ['7 %', '11\u00a0%', '4%', '0,5 %', '']);
    expect(numbers(found)).toMatchObject({ percent: true, decimal: ',', sum: 22.5, unread: 0 });
    expect(found.guess.role).toBe('share');
    expect(
      parseNumber('0,5 %', { decimal: ',', thousands: '', percent: true, marks: marksOf([]) })?.value,
    ).toBe(0.5);
  });

  test('what cannot be read is shown with its row', async () => {
    const found = numbers(await inspectCells('Zahl', ['1', '2', '3', '4', '5', 'fünf', '6', '7,5', '8']));
    expect(found).toMatchObject({ unread: 1, unreadExamples: [{ row: 7, text: 'fünf' }] });
  });

  test('brackets are unreliable values', async () => {
    expect(numbers(await inspectCells('Zahl', ['(12)', '3', '(4)']))).toMatchObject({
      bracketed: 2,
      sum: 19,
    });
  });

  test('histogram of twenty bins counts every value once', async () => {
    const cells = Array.from({ length: 101 }, (_, i) => String(i));
    const { histogram, min, max } = numbers(await inspectCells('Zahl', cells));
    expect(histogram).toHaveLength(20);
    expect(histogram.reduce((sum, n) => sum + n, 0)).toBe(101);
    expect([min, max, histogram[0], histogram[19]]).toEqual([0, 100, 5, 6]);
  });

  test('German numbers written are read back, whatever the column', async () => {
    const value = fc.integer({ min: 0, max: 9_999_999 });
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 3, maxLength: 30 }), async (values) => {
        const cells = [
          ...values.map((n) => `${(n / 100).toFixed(2)}`.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '.')),
          '0,5',
        ];
        const found = numbers(await inspectCells('Zahl', cells));
        expect(found.decimal).toBe(',');
        expect(found.unread).toBe(0);
        expect(found.sum).toBeCloseTo(
          values.reduce((sum, n) => sum + n / 100, 0.5),
          4,
        );
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

describe('signs', () => {
  test('each kind is counted under its label', async () => {
    const cells = [
      '-',
      '–',
      '.',
      '·',
      '/',
      '()',
      'x',
      'X',
      '…',
      '...',
      'k.A.',
      'k. A.',
      'n.v.',
      '*',
      '#',
      '<5',
      '0',
    ];
    const values = Array.from({ length: 80 }, (_, i) => String(i));
    const { marks, unread } = numbers(await inspectCells('Anzahl', [...cells, ...values]));
    expect(unread).toBe(0);
    expect(Object.fromEntries(marks.map(({ value, label }) => [value, label]))).toEqual({
      '-': 'zero',
      '–': 'zero',
      '.': 'secret',
      '·': 'secret',
      '/': 'unreliable',
      '()': 'unreliable',
      x: 'blocked',
      X: 'blocked',
      '…': 'later',
      '...': 'later',
      'k.A.': 'missing',
      'k. A.': 'missing',
      'n.v.': 'missing',
      '*': 'secret',
      '#': 'excluded',
      '<5': 'too-small',
    });
    expect(marks.every(({ count, doubtful }) => count === 1 && !doubtful)).toBe(true);
  });

  test.each([
    ['counts may be zero', 'Ausländer', ['-', '5', '12', '3'], false],
    ['rents are not', 'Angebotsmiete', ['-', '8,5', '9,25', '10'], true],
    ['shares near zero may be', 'Quote', ['-', '0,4', '9,2', '3,3'], false],
    ['nothing else in the column', 'K02', ['-', '-', '-', '-'], true],
  ])('`-` is zero, doubtful where %s', async (_, heading, cells, doubtful) => {
    const { marks } = numbers(await inspectCells(heading, cells));
    expect(marks).toEqual([
      { value: '-', label: 'zero', count: cells.filter((it) => it === '-').length, doubtful },
    ]);
  });

  test.each([
    ['-9999 among shares', 'S9', ['-9999', '3,5', '0,2', '11,1'], ['-9999'], false],
    ['-9999 among changes', 'Veränderung', ['-9999', '-3,5', '0,2', '11,1'], ['-9999'], false],
    ['-1 among counts: ask', 'Zahl', ['-1', '35', '2', '11'], ['-1'], true],
    ['-1 among changes is a value', 'Wanderungssaldo', ['-1', '35', '2', '11'], [], false],
    ['-99 in range', 'Saldo', ['-99', '-350', '-40', '120'], [], false],
    ['-99 out of range', 'Zahl', ['-99', '35', '20', '12'], ['-99'], false],
  ])('%s', async (_, heading, cells, expected, doubtful) => {
    const { marks, min } = numbers(await inspectCells(heading, cells));
    expect(marks.map((it) => it.value)).toEqual(expected);
    expect(marks.every((it) => it.label === 'missing' && it.doubtful === doubtful)).toBe(true);
    expect(expected.includes(String(min))).toBe(false);
  });

  test('classes written as + and - are words', async () => {
    const found = await inspectCells('Dynamik', ['+', '-', '+/-', '+', '+/-', '-']);
    expect([found.type, found.number]).toEqual(['text', null]);
  });

  test('a column of ticks is a word', async () => {
    expect((await inspectCells('Brennpunkt', ['x', '', 'x', 'x'])).type).toBe('text');
  });
});

describe('keys are text', () => {
  test('leading zeros make text, whatever the heading', async () => {
    const found = await inspectCells('Spalte A', ['01', '02', '10', '11']);
    expect([found.type, found.number]).toEqual(['text', null]);
    expect(found.key).toMatchObject({ unique: true, digitsOnly: true, padTo: null });
  });

  test.each([
    ['AGS, all one short', 'AGS', ['5111000', '5112000', '5113000'], 8, 'ags'],
    ['AGS in full', 'AGS', ['05111000', '05112000', '11000000'], null, 'ags'],
    ['PLR, some short', 'PLR_ID', ['1100101', '1100102', '12601235'], 8, 'lor-plr'],
    ['regional key', 'Regionalschlüssel', ['51110000000', '51120000000', '51130000000'], 12, 'ars'],
    ['own codes, one and two digits', 'Ortsteil-Nr.', ['1', '2', '10', '11'], 2, null],
    ['own codes of one length', 'Ortsteil-Nr.', ['21', '22', '10', '11'], null, null],
  ])('%s', async (_, heading, cells, padTo, system) => {
    const found = await inspectCells(heading, cells);
    expect([found.type, found.guess.role]).toEqual(['text', 'area-key']);
    expect([found.key?.padTo, found.key?.system]).toEqual([padTo, system]);
  });

  test('zeros filled up at the end', async () => {
    expect((await inspectCells('PLR_ID', ['01100100', '01100200', '02200300'])).key?.zerosAtEnd).toBe(2);
    expect((await inspectCells('PLR_ID', ['01100101', '01100200', '02200300'])).key?.zerosAtEnd).toBe(0);
  });

  test('school numbers with letters and with hyphens', async () => {
    const berlin = await inspectCells('BSN', ['01A04', '09P05', '10K13']);
    expect([berlin.guess.role, berlin.key?.digitsOnly, berlin.key?.unique]).toEqual([
      'institution-key',
      false,
      true,
    ]);
    const hamburg = await inspectCells('schul_id', ['5043-0', '5043-1', '5044-0']);
    expect(hamburg.guess.role).toBe('institution-key');
  });

  test('large counts are no keys', async () => {
    const found = await inspectCells('Einwohner', ['12345', '23456', '34567', '45678']);
    expect([found.type, found.key]).toEqual(['number', null]);
    const nameless = await inspectCells('PKW', ['12345', '23456', '34567', '1234']);
    expect([nameless.type, nameless.key]).toEqual(['number', null]);
  });

  test('split over columns', async () => {
    const table = await inspectRows(
      cut(['Bezirk|Ortsteil|Name|EW', '01|01|A|10', '01|02|B|20', '02|01|C|30', '02|02|D|44']),
    );
    expect(table.keyParts).toEqual(['Bezirk', 'Ortsteil']);
    const whole = await inspectRows(
      cut(['Bezirk|Ortsteil|RAUMID|EW', '01|01|0101|10', '01|02|0102|20', '02|01|0201|30', '02|02|0202|44']),
    );
    expect(whole.keyParts).toBeNull();
  });

  test('any digits with a zero in front stay text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 4, maxLength: 40 }),
        async (codes) => {
          const cells = ['000001', ...codes.map((n) => String(n + 2).padStart(6, '0'))];
          const found = await inspectCells('RAUMID', cells);
          expect(found.type).toBe('text');
          expect(found.examples.every((it) => it.length === 6)).toBe(true);
        },
      ),
      { seed: 1, numRuns: 40 },
    );
  });
});

describe('years and dates', () => {
  test.each([
    ['Jahr', ['2020', '2021', '2022'], 'year', 'year'],
    ['ZEIT', ['202012', '202112', '202212'], 'date', 'none'],
    ['Schuljahr', ['2023/24', '2024/25', '2024/25'], 'date', 'none'],
    ['Stichtag', ['31.12.2022', '31.12.2023', '31.12.2023'], 'date', 'none'],
    ['Einwohner', ['1980', '1999', '2001'], 'number', 'count'],
  ])('%s', async (heading, cells, type, role) => {
    const found = await inspectCells(heading, cells);
    expect([found.type, found.guess.role]).toEqual([type, role]);
  });
});

test('the one year of all dates', async () => {
  expect((await inspectCells('ZEIT', ['202012', '202012', '202006'])).year).toBe(2020);
  expect((await inspectCells('Schuljahr', ['2024/25', '2024/25', '2024/25'])).year).toBe(2024);
  expect((await inspectCells('Stichtag', ['31.12.2023', '30.06.2023', '31.03.2023'])).year).toBe(2023);
  expect((await inspectCells('Stichtag', ['31.12.2022', '31.12.2023', '31.12.2023'])).year).toBeNull();
});

test('cells merged over rows count in each of them', async () => {
  const rows = cut(['Bezirk|Nr|EW', '01|01|120', '|02|130', '02|01|99', '|02|70']);
  const merges = [
    { top: 1, bottom: 2, left: 0, right: 0 },
    { top: 3, bottom: 4, left: 0, right: 0 },
  ];
  const table = await inspectRows(rows, { merges });
  expect([table.keyParts, column(table, 'Bezirk').filled]).toEqual([['Bezirk', 'Nr'], 4]);
  expect((await inspectRows(rows)).keyParts).toBeNull();
});

describe('long tables', () => {
  const rows = ['A', 'B', 'C', 'D'].flatMap((key, a) =>
    ['2021', '2022'].flatMap((year) => [
      `0${a + 1}|Ort ${key}|${year}|Einwohner|insgesamt|${a + 100}`,
      `0${a + 1}|Ort ${key}|${year}|Einwohner|Ausländer|${a + 10}`,
      `0${a + 1}|Ort ${key}|${year}|Soziales|SGB-II-Quote|${a + 5}`,
    ]),
  );

  test('one value per row', async () => {
    const table = await inspectRows(cut(['Ortsteil_Key|Ortsteil|Jahr|Thema|Merkmal|Wert', ...rows]));
    expect(table.long).toEqual({
      key: 'Ortsteil_Key',
      year: 'Jahr',
      by: ['Thema', 'Merkmal'],
      value: 'Wert',
      figures: [
        {
          is: ['Einwohner', 'insgesamt'],
          rows: 8,
          percent: false,
          guess: { role: 'count', concept: 'residents' },
        },
        {
          is: ['Einwohner', 'Ausländer'],
          rows: 8,
          percent: false,
          guess: { role: 'count', concept: 'foreigners' },
        },
        {
          is: ['Soziales', 'SGB-II-Quote'],
          rows: 8,
          percent: true,
          guess: { role: 'share', concept: 'sgb2-rate' },
        },
      ],
    });
    expect(table.shape.totals).toEqual([]);
  });

  test('a wide table with a column of years is none', async () => {
    const table = await inspectRows(
      cut([
        'Ortsteil_Key|Jahr|Lage|Miete|Fälle',
        ...['01', '02', '03', '04', '05'].flatMap((k) => [`${k}|2021|gut|8,5|12`, `${k}|2022|gut|9,5|13`]),
      ]),
    );
    expect(table.long).toBeNull();
  });
});

describe('robust', () => {
  test('ten thousand columns and names that are properties of objects', async () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      ...Array.from({ length: 9997 }, (_, i) => `Merkmal ${i}`),
    ];
    const rows = [names, ...Array.from({ length: 4 }, (_, r) => names.map((_, c) => String(r * 7 + c)))];
    const started = performance.now();
    const table = await inspectRows(rows);
    expect(table.columns).toHaveLength(10_000);
    expect(table.columns[0]?.name).toBe('__proto__');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('any cells: no exception, columns and rows add up', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('', '-', '.', '1.234', '7 %', 'k.A.', '2020', '01', 'Summe'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), async (rows) => {
        const table = await inspectRows(rows);
        expect(new Set(table.columns.map((it) => it.name)).size).toBe(table.columns.length);
        expect(table.rows).toBeLessThanOrEqual(rows.length);
        for (const { number, filled } of table.columns) {
          expect(filled).toBeLessThanOrEqual(table.rows);
          const counted = number?.histogram.reduce((sum, n) => sum + n, 0) ?? 0;
          expect(counted).toBeLessThanOrEqual(table.rows);
        }
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  test('ten thousand columns do not ask ten thousand times whether to go on', async () => {
    const { inspectTable } = await import('#import/inspect/inspectTable.ts');
    const { sheetOf } = await import('./inspectRows.ts');
    const names = Array.from({ length: 10_000 }, (_, c) => `s${c}`);
    const sheet = sheetOf([names, ...['1', '2', '3'].map((cell) => names.map(() => cell))]);
    let asked = 0;
    const context = {
      pause: async () => {
        asked++;
      },
    };
    const table = await inspectTable(sheet, { id: 'f', file: 'f', layer: null }, context);
    expect(table.columns).toHaveLength(10_000);
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(50);
  });

  test('cancelling ends it', async () => {
    const { inspectTable } = await import('#import/inspect/inspectTable.ts');
    const { sheetOf } = await import('./inspectRows.ts');
    const stop = new Error('cancelled');
    const context = { pause: () => Promise.reject(stop) };
    await expect(
      inspectTable(sheetOf(cut(['A|B', '1|2'])), { id: 'f', file: 'f', layer: null }, context),
    ).rejects.toBe(stop);
  });
});
