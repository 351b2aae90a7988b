import { readFileSync } from 'node:fs';
import type { Column, Edition, Study } from '#model/study.ts';
import { exampleIndicator, exampleLevel, exampleStudy, exampleVariable } from '../model/exampleStudy.ts';
import { requireRealData } from '../realData.ts';

export type Row = Readonly<Record<string, string>>;

const indicatorOf: Readonly<Record<string, string>> = {
  S1: 'unemployment-sgb2',
  S2: 'long-term-unemployment',
  S3: 'transfer',
  S4: 'child-poverty',
  D1: 'unemployment-sgb2-change',
  D2: 'long-term-unemployment-change',
  D3: 'transfer-change',
  D4: 'child-poverty-change',
};

/** Rows of one of the monitoring's own files, as text. Enough for these files: no line breaks inside quotes. */
export function mssRows(path: string, delimiter = ','): readonly Row[] {
  const text = readFileSync(requireRealData(path), 'utf8').replace(/^\uFEFF/, '');
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const cells = (line: string) =>
    (line.match(new RegExp(`("[^"]*"|[^${delimiter}]*)(${delimiter}|$)`, 'g')) ?? []).map((cell) =>
      cell
        .replace(new RegExp(`${delimiter}$`), '')
        .replaceAll('"', '')
        .trim(),
    );
  const names = cells(head);
  return lines.map((line) => {
    const values = cells(line);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

/** The five editions straight from the publisher's files, without the import layer between. */
export function mssStudy(): Study {
  const old = [2013, 2015, 2017, 2019].map((year) => ({
    year,
    rows: mssRows(`berlin/mss/mss_${year}_plr.csv`),
  }));
  const keys = [...new Set(old.flatMap(({ rows }) => rows.map((row) => row.PLR_ID!)))].sort();
  const now = mssRows('berlin/mss/mss_2021_index_indikatoren.csv');
  const classes = new Map(mssRows('berlin/mss/mss_2021_indizes.csv').map((row) => [row.PLR_ID!, row]));
  const nowKeys = now.map((row) => row.PLR_ID!);
  const walk = mssRows('berlin/geo/lor_crosswalk_pre2021_to_2021.csv');
  const ids = Object.values(indicatorOf);
  const edition = (year: number, level: string): Edition => ({
    year,
    profile: `mss-${year}`,
    level,
    dataYear: year - 1,
    official: year >= 2019 ? { status: 'official-status', dynamics: 'official-dynamics' } : null,
    outliers: [],
  });
  return exampleStudy({
    families: [{ id: 'plr', name: { de: 'Planungsraum', en: 'planning area' }, plural: { de: '', en: '' } }],
    levels: [
      exampleLevel('plr-old', keys, { family: 'plr', vintage: 'bis 2020', validTo: 2020 }),
      exampleLevel('plr-2021', nowKeys, { family: 'plr', vintage: '2021', validFrom: 2021 }),
    ],
    variables: [
      exampleVariable('residents-mss'),
      ...[...ids, 'official-status', 'official-dynamics'].map((id) =>
        exampleVariable(id, { kind: 'value', unit: 'share', weight: null }),
      ),
    ],
    indicators: ids.map((id) => exampleIndicator(id, { kind: 'value', variable: id })),
    observations: [
      {
        level: 'plr-old',
        years: old.map(({ year }) => year - 1),
        columns: columnsOf(
          keys,
          old.map(({ rows }) => new Map(rows.map((row) => [row.PLR_ID!, row]))),
          (row) => row.status_index ?? '',
          (row) => ({ '+': '1', '+/-': '2', '-': '3' })[row.dynamic_index ?? ''] ?? '',
        ),
      },
      {
        level: 'plr-2021',
        years: [2020],
        columns: columnsOf(
          nowKeys,
          [new Map(now.map((row) => [row.PLR_ID!, row]))],
          (row) => classes.get(row.PLR_ID!)?.SI_N ?? '',
          (row) => ({ '1': '1', '3': '2', '5': '3' })[classes.get(row.PLR_ID!)?.DI_N ?? ''] ?? '',
        ),
      },
    ],
    crosswalks: [
      {
        from: 'plr-old',
        to: 'plr-2021',
        fromKeys: walk.map((row) => row.plr_id_pre2021!),
        toKeys: walk.map((row) => row.plr_id_2021!),
        weights: Float64Array.from(walk, (row) => Number(row.weight)),
        method: 'area',
      },
    ],
    editions: [
      ...[2013, 2015, 2017, 2019].map((year) => edition(year, 'plr-old')),
      edition(2021, 'plr-2021'),
    ],
  });
}

function columnsOf(
  keys: readonly string[],
  years: readonly ReadonlyMap<string, Row>[],
  status: (row: Row) => string,
  dynamics: (row: Row) => string,
): Readonly<Record<string, Column>> {
  const column = (read: (row: Row) => number): Column => {
    const values = Float64Array.from(
      years.flatMap((rows) => keys.map((key) => (rows.has(key) ? read(rows.get(key)!) : NaN))),
    );
    return { values, signs: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)) };
  };
  const number = (text: string | undefined) =>
    text === undefined || text === '' || text === '-9999' ? NaN : Number(text);
  return {
    'residents-mss': column((row) => number(row.EW)),
    ...Object.fromEntries(
      Object.entries(indicatorOf).map(([name, id]) => [id, column((row) => number(row[name]) / 100)]),
    ),
    'official-status': column((row) => number(status(row))),
    'official-dynamics': column((row) => number(dynamics(row))),
  };
}
