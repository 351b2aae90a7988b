import { readFileSync } from 'node:fs';
import type { Merge, RawLayer, ReadContext, Sheet } from '#import/formats/driver.ts';
import { readFile } from '#import/formats/readFile.ts';
import type { InspectedColumn, InspectedTable, NumberFinding } from '#import/inspect/inspection.ts';
import { inspectTable } from '#import/inspect/inspectTable.ts';
import { attributeSheet } from '#import/tables/attributeSheet.ts';
import type { HeadRows } from '#import/tables/headNames.ts';
import { requireRealData } from '../../realData.ts';

export const undisturbed: ReadContext = { pause: async () => {} };

export interface SheetParts {
  readonly merges?: readonly Merge[];
  readonly hasNativeNumbers?: boolean;
  readonly head?: HeadRows;
}

export function sheetOf(rows: readonly (readonly string[])[], parts: SheetParts = {}): Sheet {
  return {
    name: '',
    rows,
    merges: parts.merges ?? [],
    hasNativeNumbers: parts.hasNativeNumbers ?? false,
  };
}

/** Rows as a person would type them: cells parted by `|`. */
export function cut(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.map((line) => line.split('|'));
}

export function inspectRows(
  rows: readonly (readonly string[])[],
  parts: SheetParts = {},
): Promise<InspectedTable> {
  const origin = { id: 'f', file: 'f', layer: null, ...(parts.head ? { head: parts.head } : {}) };
  return inspectTable(sheetOf(rows, parts), origin, undisturbed);
}

/** A table with areas in the first column and these cells in the second. */
export async function inspectCells(
  heading: string,
  cells: readonly string[],
  beside: Readonly<Record<string, readonly string[]>> = {},
): Promise<InspectedColumn> {
  const names = Object.keys(beside);
  const rows = cells.map((cell, i) => [
    `Ort ${letters(i)}`,
    cell,
    ...names.map((name) => beside[name]?.[i] ?? ''),
  ]);
  const table = await inspectRows([['Stadtteil', heading, ...names], ...rows]);
  return column(table, heading);
}

function letters(i: number): string {
  return String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26));
}

export function column(table: InspectedTable, name: string): InspectedColumn {
  const found = table.columns.find((it) => it.name === name);
  if (!found) throw new Error(`no column ${name} in ${table.columns.map((it) => it.name).join(', ')}`);
  return found;
}

export function numbers(found: InspectedColumn): NumberFinding {
  if (!found.number) throw new Error(`no numbers in ${found.name}`);
  return found.number;
}

/** All tables of one of the publishers' files, by name of sheet. */
export async function inspectReal(path: string): Promise<readonly InspectedTable[]> {
  const bytes = new Uint8Array(readFileSync(requireRealData(path)));
  const read = await readFile({ path, bytes, companions: new Map() }, {}, undisturbed);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { sheets, layers } = read.value.contents;
  const all = [...sheets, ...layers.map((layer: RawLayer) => attributeSheet(layer))];
  return Promise.all(
    all.map((sheet) => inspectTable(sheet, { id: path, file: path, layer: null }, undisturbed)),
  );
}

export async function inspectOne(path: string, sheet = ''): Promise<InspectedTable> {
  const tables = await inspectReal(path);
  const found = sheet === '' ? tables[0] : tables.find((it) => it.sheet === sheet);
  if (!found) throw new Error(`no sheet ${sheet} in ${path}`);
  return found;
}
