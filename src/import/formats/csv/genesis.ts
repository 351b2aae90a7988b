import { type Problem, problem } from '#model/result.ts';
import type { ReadContext, Sheet } from '../driver.ts';

/**
 * Flat files (ffcsv) of GENESIS databases: Destatis, Regionalstatistik, Zensus, the state offices. One row per value, each
 * characteristic in four columns (code, label, code and label of what it is). The layout of 2025 has one column `value`;
 * the one before has a column per figure, `BEVSTD__Bevoelkerungsstand__Anzahl`.
 */
interface Layout {
  readonly time: number;
  readonly characteristics: readonly Characteristic[];
  readonly figures: readonly Figure[];
  /** Of the layout with one value column: what the row's value is. */
  readonly named: { readonly code: number; readonly label: number; readonly unit: number } | null;
}

interface Characteristic {
  readonly code: number;
  readonly label: number;
  readonly attributeCode: number;
  readonly attributeLabel: number;
}

interface Figure {
  readonly value: number;
  /** Quality sign; −1 when the download left it out. */
  readonly quality: number;
  readonly label: string;
  readonly unit: string;
}

/** More columns than this are no table to look at: the long one is kept. */
const mostColumns = 5_000;
const quality = /_q$/i;

/** Rows of a GENESIS flat file as a table: one row per area and time, one column per figure. Null when it is none. */
export async function genesisSheet(
  rows: readonly (readonly string[])[],
  file: string,
  context: ReadContext,
): Promise<{ readonly sheet: Sheet; readonly notes: readonly Problem[] } | null> {
  const head = (rows[0] ?? []).map((name) => name.trim());
  const layout = layoutOf(head);
  if (!layout) return null;
  const region = regionOf(rows, layout);
  if (!region) return null;
  const others = layout.characteristics.filter((characteristic) => characteristic !== region);
  const columns = new Map<string, { readonly parts: readonly string[]; readonly position: number }>();
  const lines = new Map<string, { readonly head: readonly string[]; readonly cells: Map<number, string> }>();
  let repeated = 0;
  let provisional = 0;
  for (let r = 1; r < rows.length; r++) {
    if (r % 20_000 === 0) await context.pause(r, rows.length);
    const row = rows[r] ?? [];
    const cell = (column: number): string => (row[column] ?? '').trim();
    const key = cell(region.attributeCode);
    if (key === '') continue;
    const time = cell(layout.time);
    const level = cell(region.label);
    const lineKey = JSON.stringify([key, time]);
    let line = lines.get(lineKey);
    if (!line) {
      line = { head: [key, cell(region.attributeLabel), level, time], cells: new Map() };
      lines.set(lineKey, line);
    }
    const attributes = others.flatMap((other) => [cell(other.code), cell(other.attributeCode)]);
    const labels = others.map((other) => cell(other.attributeLabel) || 'Insgesamt');
    for (const figure of layout.figures) {
      const sign = figure.quality < 0 ? '' : cell(figure.quality);
      const value = withQuality(cell(figure.value), sign);
      if (value === '') continue;
      if (/^[prs]$/i.test(sign)) provisional++;
      const { code, label, unit } = layout.named ?? { code: -1, label: -1, unit: -1 };
      const named = layout.named !== null;
      const columnKey = JSON.stringify([
        figure.value,
        named ? [cell(code), cell(label), cell(unit)] : [],
        attributes,
      ]);
      let column = columns.get(columnKey);
      if (!column) {
        const parts = [named ? cell(label) : figure.label, ...labels, named ? cell(unit) : figure.unit];
        column = { parts, position: columns.size };
        columns.set(columnKey, column);
        if (columns.size > mostColumns) return null;
      }
      if (line.cells.has(column.position)) repeated++;
      else line.cells.set(column.position, value);
    }
  }
  if (lines.size === 0 || columns.size === 0) return null;
  const times = [...lines.values()].map((line) => line.head[3] ?? '');
  const years = times.map(yearOf);
  const areYears = times.every((time, i) => time === years[i]);
  const wide: string[][] = [
    [
      'Schlüssel',
      'Gebiet',
      'Gebietsebene',
      'Jahr',
      ...(areYears ? [] : ['Zeit']),
      ...namesOf([...columns.values()].map(({ parts }) => parts)),
    ],
  ];
  let n = 0;
  for (const {
    head: [key = '', name = '', level = '', time = ''],
    cells,
  } of lines.values()) {
    const row = [key, name, level, years[n] ?? '', ...(areYears ? [] : [time])];
    for (let c = 0; c < columns.size; c++) row.push(cells.get(c) ?? '');
    wide.push(row);
    n++;
  }
  const where = { file };
  const notes = [problem('genesis-reshaped', { rows: lines.size, n: columns.size }, where)];
  if (repeated > 0) notes.push(problem('genesis-repeated', { n: repeated }, where));
  if (provisional > 0) notes.push(problem('genesis-provisional', { n: provisional }, where));
  return { sheet: { name: '', rows: wide, merges: [], hasNativeNumbers: false }, notes };
}

function layoutOf(head: readonly string[]): Layout | null {
  const at = (name: string): number => head.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  const has = (name: string): boolean => at(name) >= 0;
  const characteristics = (kinds: readonly [string, string]): Characteristic[] => {
    const found: Characteristic[] = [];
    for (let n = 1; has(`${n}_${kinds[0]}_code`); n++) {
      found.push({
        code: at(`${n}_${kinds[0]}_code`),
        label: at(`${n}_${kinds[0]}_label`),
        attributeCode: at(`${n}_${kinds[1]}_code`),
        attributeLabel: at(`${n}_${kinds[1]}_label`),
      });
    }
    return found.filter((one) => Object.values(one).every((column) => column >= 0));
  };
  if (has('statistics_code') && has('time') && has('value') && has('value_variable_code')) {
    return {
      time: at('time'),
      characteristics: characteristics(['variable', 'variable_attribute']),
      figures: [{ value: at('value'), quality: at('value_q'), label: '', unit: '' }],
      named: {
        code: at('value_variable_code'),
        label: at('value_variable_label'),
        unit: at('value_unit'),
      },
    };
  }
  if (!has('Statistik_Code') || !has('Zeit')) return null;
  const figures = head.flatMap((name, value): Figure[] => {
    if (!name.includes('__') || quality.test(name)) return [];
    const [code = '', label = '', unit = ''] = name.split('__');
    const withoutUnit = name.slice(0, name.lastIndexOf('__'));
    const marked = [`${name}__q`, `${withoutUnit}__q`].map(at).find((column) => column >= 0) ?? -1;
    const text = (unit === '' ? code : label).replaceAll('_', ' ');
    return [{ value, quality: marked, label: text, unit: (unit === '' ? label : unit).replaceAll('_', ' ') }];
  });
  return {
    time: at('Zeit'),
    characteristics: characteristics(['Merkmal', 'Auspraegung']),
    figures,
    named: null,
  };
}

/** Codes of characteristics that are areas: Germany, states, districts, municipalities, parts of cities. */
const regions =
  /^(?:GEO|DINSG|D?LAND$|BULAND|REGBEZ|REGION|R?KREIS|F?GEMEIN|VERBAND|VGEM|AMT|STADT|SADT|BEZIRK|NUTS|KGR|ROR)/i;

function regionOf(rows: readonly (readonly string[])[], layout: Layout): Characteristic | null {
  const first = rows[1] ?? [];
  const byCode = layout.characteristics.find(({ code }) => regions.test((first[code] ?? '').trim()));
  if (byCode) return byCode;
  // Unknown code: keys of areas are digits, other codes begin with letters.
  const sample = rows.slice(1, 2_001);
  return (
    layout.characteristics.find(({ attributeCode }) =>
      sample.every((row) => /^(?:\d{2,12}|DG)$/.test((row[attributeCode] ?? '').trim())),
    ) ?? null
  );
}

/**
 * A value with its sign as tables print it. Signs that stand for a value replace it, brackets stay around it; final (e),
 * provisional (p), revised (r) and estimated (s) values stand as they are.
 */
function withQuality(value: string, sign: string): string {
  if (/^(?:-|–|\.|\/|x|X|\.\.\.|…)$/.test(sign)) return sign;
  if (/^\(\)?$/.test(sign) && /\d/.test(value) && !value.startsWith('(')) return `(${value})`;
  return value;
}

function yearOf(time: string): string {
  return /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(time)?.[1] ?? time;
}

/** Names made of the parts in which columns differ; the figure and its unit always. */
function namesOf(columns: readonly (readonly string[])[]): string[] {
  const width = columns[0]?.length ?? 0;
  const differs = Array.from(
    { length: width },
    (_, p) => p === 0 || new Set(columns.map((parts) => parts[p])).size > 1,
  );
  const seen = new Map<string, number>();
  return columns.map((parts) => {
    const unit = parts[width - 1] ?? '';
    const name =
      parts.filter((part, p) => p < width - 1 && differs[p] && part !== '').join(', ') +
      (unit === '' ? '' : ` (${unit})`);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} [${count}]`;
  });
}
