import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import { createDecoder } from '../../columns/createDecoder.ts';
import { findEncoding } from '../../columns/findEncoding.ts';
import { isZip, zipDirectory } from '../containers/zipDirectory.ts';
import type { FileContents, FormatFile, Merge, ReadContext, Sheet } from '../driver.ts';
import { isMarkup } from '../isMarkup.ts';
import { aboutWorkbook } from './aboutWorkbook.ts';
import { cellText, isPercentFormat, type NumberFormats, type WorkbookCell } from './cellText.ts';
import { checkWorkbook, mostCells } from './checkWorkbook.ts';
import { isSoundCompound } from './isSoundCompound.ts';
import { mostColumns, mostRows } from './sheetLimits.ts';

/** The visible sheets of a workbook. */
export async function readWorkbook(
  { path, bytes }: Pick<FormatFile, 'path' | 'bytes'>,
  context: ReadContext,
): Promise<Result<FileContents>> {
  const where = { file: path };
  const check = await checkWorkbook(bytes, path, context);
  if (!check.ok) return check;
  if (isCompound(bytes) && !isSoundCompound(bytes)) return fail(problem('workbook-broken', {}, where));
  const { read, SSF } = await import('@e965/xlsx');
  await context.pause(1, 3);
  let workbook: import('@e965/xlsx').WorkBook;
  try {
    workbook = read(isMarkup(bytes) ? textOf(bytes) : bytes, {
      type: isMarkup(bytes) ? 'string' : 'array',
      dense: true,
      raw: true,
      cellNF: true,
      // What a cell displays: stored in OpenDocument files, of use nowhere else.
      cellText: isOpenDocument(bytes),
      cellHTML: false,
      // Without, a formula that was never computed is no cell; with, it would be a zero.
      cellFormula: false,
      // Rows that are hidden are told with the styles alone. In OpenDocument files these blow up repeated empty cells,
      // and where a workbook has no fills each cell costs an exception: 25 times as long for all.
      cellStyles: check.value.mayHideRows && !isOpenDocument(bytes),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) return fail(problem('workbook-encrypted', {}, where));
    return fail(problem('workbook-unreadable', { reason }, where));
  }
  const notes: Problem[] = [...check.notes];
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const hidden: string[] = [];
  const sheets: Sheet[] = [];
  for (const [position, name] of workbook.SheetNames.entries()) {
    if ((workbook.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0) {
      hidden.push(name);
      continue;
    }
    // The library keeps sheets in a plain object: one called `__proto__` is found, though not as its own.
    const raw = workbook.Sheets[name];
    await context.pause(2, 3);
    const sheet = raw && (await sheetOf(name, raw, SSF as NumberFormats, date1904, context));
    if (sheet === 'damaged') notes.push(problem('sheet-damaged', { sheet: name }, where));
    else if (sheet === 'too-large')
      notes.push(problem('sheet-too-large', { sheet: name, cells: mostCells }, where));
    else if (sheet) {
      sheets.push(sheet);
      const n = sheet.hiddenRows?.length ?? 0;
      if (n > 0) notes.push(problem('rows-hidden', { n, sheet: name }, where));
    }
  }
  if (hidden.length > 0) {
    notes.push(problem('sheets-hidden', { n: hidden.length, sheets: hidden.join(', ') }, where));
  }
  const about = aboutWorkbook(workbook.Props);
  return succeed({ encoding: null, delimiter: null, sheets, layers: [], ...(about ? { about } : {}) }, notes);
}

async function sheetOf(
  name: string,
  raw: import('@e965/xlsx').WorkSheet,
  formats: NumberFormats,
  date1904: boolean,
  context: ReadContext,
): Promise<Sheet | 'damaged' | 'too-large'> {
  // What the sheet says about its own size is often wrong: only the cells that are there count.
  const data: readonly (readonly (WorkbookCell | undefined)[] | undefined)[] = Array.isArray(raw['!data'])
    ? raw['!data']
    : [];
  // Counting up to a row that a broken number names would take for ever.
  if (data.length > mostRows) return 'damaged';
  const rows: (readonly string[])[] = [];
  const numbers = new Map<number, { all: number; percent: number }>();
  let cells = 0;
  for (let r = 0; r < data.length; r++) {
    if (r % 2_000 === 1_999) await context.pause(2, 3);
    const row: string[] = [];
    const source = data[r] ?? [];
    if (source.length > mostColumns) return 'damaged';
    // Sparse: `forEach` passes over what is not there.
    source.forEach((cell, c) => {
      if (!cell) return;
      const text = cellText(cell, formats, date1904);
      if (text === '') return;
      cells += c + 1 - row.length;
      if (cells > mostCells) return;
      while (row.length < c) row.push('');
      row[c] = text;
      if (cell.t === 'n') {
        const count = numbers.get(c) ?? { all: 0, percent: 0 };
        count.all++;
        if (isPercentFormat(cell.z)) count.percent++;
        numbers.set(c, count);
      }
    });
    if (cells > mostCells) return 'too-large';
    rows.push(row.length === 0 ? nothing : row);
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return {
    name,
    rows,
    merges: (raw['!merges'] ?? []).flatMap(({ s, e }) => {
      const merge: Merge = {
        top: s.r,
        left: s.c,
        bottom: Math.min(e.r, mostRows - 1),
        right: Math.min(e.c, mostColumns - 1),
      };
      return merge.top <= merge.bottom && merge.left <= merge.right ? [merge] : [];
    }),
    hasNativeNumbers: numbers.size > 0,
    percentColumns: [...numbers]
      .filter(([, { all, percent }]) => percent * 2 > all)
      .map(([column]) => column),
    hiddenRows: hiddenRows(raw, rows),
  };
}

function hiddenRows(raw: import('@e965/xlsx').WorkSheet, rows: readonly (readonly string[])[]): number[] {
  // What is said of rows may go far beyond those with cells.
  return rows.flatMap((row, r) => (row.length > 0 && raw['!rows']?.[r]?.hidden ? [r] : []));
}

function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function isOpenDocument(bytes: Uint8Array): boolean {
  return isZip(bytes) && (zipDirectory(bytes)?.some(({ name }) => name === 'content.xml') ?? false);
}

/** Tables of portals that are a web page or XML: the encoding has to be found as for any text. */
function textOf(bytes: Uint8Array): string {
  return createDecoder(findEncoding(bytes).encoding, false)?.decode(bytes, true) ?? '';
}

const nothing: readonly string[] = [];
