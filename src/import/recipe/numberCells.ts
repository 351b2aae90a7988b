import type { Cell, NumberFormat } from '../columns/parseNumber.ts';
import { parseNumber } from '../columns/parseNumber.ts';
import type { TextRow } from '../formats/table.ts';
import type { NumberSpec, Recipe } from './recipe.ts';
import type { CellReader, JoinedTable } from './recipeFiles.ts';

type Variable = Recipe['variables'][number];
export type Table = Recipe['tables'][number];
export type Part = Table['parts'][number];

/** A figure found in a row; `cell` is null where its text is no number. */
export interface Figure {
  readonly variable: string;
  readonly column: string;
  readonly cell: Cell | null;
  readonly text: string;
  /** The figure is a share (0…1) of this count. */
  readonly of: string | null;
}

export type FigureReader = (row: TextRow) => readonly Figure[];

/** Reads all figures of a row; null when a column is unknown (the table has reported it). */
export function figureReader(
  table: Table,
  part: Part,
  joined: JoinedTable,
  variables: ReadonlyMap<string, Variable>,
): FigureReader | null {
  return table.pivot
    ? pivotReader(table.pivot, joined, variables)
    : columnReader({ ...table.columns, ...part.columns }, joined, variables);
}

function columnReader(
  columns: Readonly<Record<string, NumberSpec | null>>,
  joined: JoinedTable,
  variables: ReadonlyMap<string, Variable>,
): FigureReader | null {
  const readers: ((row: TextRow) => Figure)[] = [];
  for (const [variable, given] of Object.entries(columns)) {
    if (given === null) continue;
    const spec: Exclude<NumberSpec, string> = typeof given === 'string' ? { column: given } : given;
    const parts: { readonly cell: CellReader; readonly format: NumberFormat }[] = [];
    const names = [spec.column].flat();
    for (const name of names) {
      const cell = joined.column(name);
      if (!cell) return null;
      parts.push({ cell, format: joined.numberFormat(name, spec) });
    }
    const words = spec.map && new Map(Object.entries(spec.map));
    const { isPercent, scale } = scaling(spec, variables.get(variable));
    const column = names.join(' + ');
    const of = spec.of ?? null;
    readers.push((row) => {
      let sum: Cell | null = null;
      let text = '';
      for (const { cell, format } of parts) {
        text = cell(row);
        const read: Cell | null = words ? mapped(text, words, format) : numberIn(text, format, isPercent);
        if (!read) return { variable, column, cell: null, text, of };
        sum = sum ? { value: sum.value + read.value, sign: Math.max(sum.sign, read.sign) } : read;
      }
      return { variable, column, cell: sum && { ...sum, value: scale(sum.value) }, text, of };
    });
  }
  return (row) => readers.map((read) => read(row));
}

function mapped(text: string, words: ReadonlyMap<string, number>, format: NumberFormat): Cell | null {
  const value = words.get(text);
  if (value !== undefined) return { value, sign: 0 };
  const mark = format.marks.get(text);
  return typeof mark === 'number' ? { value: NaN, sign: mark } : null;
}

function pivotReader(
  pivot: NonNullable<Table['pivot']>,
  joined: JoinedTable,
  variables: ReadonlyMap<string, Variable>,
): FigureReader | null {
  const by = pivot.by.map((name) => joined.column(name));
  const value = joined.column(pivot.value);
  if (by.includes(null) || !value) return null;
  const targets = new Map(
    Object.entries(pivot.variables).map(([variable, given]) => {
      const spec = Array.isArray(given) ? { is: given } : given;
      const format = joined.numberFormat(pivot.value, spec);
      return [
        JSON.stringify(spec.is),
        { variable, format, of: spec.of ?? null, ...scaling(spec, variables.get(variable)) },
      ];
    }),
  );
  return (row) => {
    const target = targets.get(JSON.stringify(by.map((cell) => cell?.(row) ?? '')));
    if (!target) return [];
    const text = value(row);
    const cell = numberIn(text, target.format, target.isPercent);
    const { variable, of, scale } = target;
    return [{ variable, column: pivot.value, cell: cell && { ...cell, value: scale(cell.value) }, text, of }];
  };
}

/** A cell of percent may carry its sign: `7 %`. */
function numberIn(text: string, format: NumberFormat, isPercent: boolean): Cell | null {
  return parseNumber(isPercent ? text.replace(/\s*%(?=\)?$)/, '') : text, format);
}

/** From the unit of the cells to that of the pack (`stored`), or to 0…1 for shares that become counts. */
function scaling(
  spec: { readonly percent?: boolean; readonly of?: string },
  variable: Variable | undefined,
): { readonly isPercent: boolean; readonly scale: (value: number) => number } {
  const stored = spec.of === undefined && variable?.stored === 'percent';
  const isPercent = spec.percent ?? stored;
  if (isPercent === stored) return { isPercent, scale: (value) => value };
  const factor = isPercent ? 0.01 : 100;
  // Twelve digits: 7.3 % is 0.073, not 0.07300000000000001.
  return { isPercent, scale: (value) => Number((value * factor).toPrecision(12)) };
}
