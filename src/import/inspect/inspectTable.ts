import type { ReadContext, Sheet } from '../formats/driver.ts';
import { type HeadRows, headJoint, headNames } from '../tables/headNames.ts';
import { isBlankRow, widthOf, withMergedRows } from '../tables/sheetTable.ts';
import {
  type ColumnDraft,
  isCalledKey,
  isFigure,
  isOfInstitutions,
  isPartOfKey,
  labelsOf,
  mayCount,
  typeOf,
} from './columnDraft.ts';
import { decideFormat } from './decideFormat.ts';
import { findShape } from './findShape.ts';
import { finishedColumn } from './finishedColumn.ts';
import { guessHeading, tableWords } from './guess.ts';
import type { InspectedColumn, InspectedTable } from './inspection.ts';
import { findKey, findKeyParts } from './keys.ts';
import { longColumns } from './longColumns.ts';
import { findLong } from './longTable.ts';
import { chooseFormats, habitOf, scanColumn } from './scanColumn.ts';
import { findTotals, type TotalsContext } from './totals.ts';
import { headingWords } from './words.ts';

export interface TableOrigin {
  /** `<path>`, or `<path>#<sheet or layer>`. */
  readonly id: string;
  readonly file: string;
  /** Id of the layer whose attributes these are. */
  readonly layer: string | null;
  /** The head where a person has said it. */
  readonly head?: HeadRows;
}

const sampleRows = 20;

/** Cells that are looked at before others have their turn. */
const cellsAtOnce = 10_000;

/** What stands in a sheet and what it means. One pass over its cells for every question asked, linear in their number. */
export async function inspectTable(
  given: Sheet,
  origin: TableOrigin,
  context: ReadContext,
): Promise<InspectedTable> {
  const shape = await findShape(given, context, origin.head ?? null);
  const sheet = withMergedRows(given, shape.head);
  const width = widthOf(sheet, shape.head);
  const names = headNames(sheet, shape.head, width);
  const aside = new Set(shape.aside.map((row) => row.row));
  const rows = dataRows(sheet, shape.head, aside);
  const title = shape.aside
    .filter((row) => row.kind === 'title')
    .map((row) => row.text)
    .join(' ');
  const words = tableWords(
    names.map((name) => name.split(headJoint).at(-1) ?? name),
    title,
  );

  // Letting others have their turn takes as long as a column of a short table, and there may be ten thousand.
  const atOnce = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, rows.length)));
  const steps = width * 3;
  const drafts: ColumnDraft[] = [];
  for (let position = 0; position < width; position++) {
    if (position % atOnce === 0) await context.pause(position, steps);
    const name = names[position] ?? '';
    const scan = scanColumn(sheet, rows, position);
    const heading = guessHeading(name.split(headJoint), words);
    const type = typeOf(scan, heading);
    drafts.push({ position, name, scan, heading, type, choice: chooseFormats(scan), key: null });
  }
  const habit = habitOf(drafts.filter((it) => it.type === 'number').map((it) => it.choice));
  for (const draft of drafts) {
    const { position, scan, heading } = draft;
    if (position % atOnce === 0) await context.pause(width + position, steps);
    const keyContext = {
      words: headingWords(draft.name),
      rule: heading.rule,
      isFigure: isFigure(draft),
    };
    const turn = (): Promise<void> => context.pause(width + position, steps);
    draft.key = await findKey(sheet, rows, position, scan, keyContext, turn);
    if (draft.key && draft.type === 'number' && isCalledKey(heading)) draft.type = 'text';
  }

  const turn = (): Promise<void> => context.pause(width * 2, steps);
  const long = await findLong(sheet, rows, await longColumns(sheet, rows, drafts, turn), title, turn);
  const ofInstitutions = isOfInstitutions(drafts.map((draft) => draft.heading));
  const found: TotalsContext = {
    labels: labelsOf(drafts, long?.by ?? []),
    key: drafts.find((it) => it.key?.digitsOnly && it.heading.rule?.role === 'area-key')?.position ?? null,
    counts: drafts
      .filter((draft) => mayCount(draft))
      .map((draft) => ({
        position: draft.position,
        decimal: decideFormat(draft.scan, draft.choice, {
          habit,
          hasNativeNumbers: sheet.hasNativeNumbers,
          counts: true,
        }).decimal,
      })),
    rowsAre: long ? 'figures' : ofInstitutions ? 'institutions' : 'areas',
  };
  const totals = await findTotals(sheet, rows, found, turn);
  const totalRows = new Set(totals.map((total) => total.row));
  const areas = totals.length === 0 ? rows : rows.filter((r) => !totalRows.has(r + 1));

  const columns: InspectedColumn[] = [];
  for (const draft of drafts) {
    const done = (): Promise<void> => context.pause(width * 2 + draft.position, steps);
    if (draft.position % atOnce === 0) await done();
    columns.push(
      await finishedColumn(sheet, rows, areas, draft, {
        habit,
        hasNativeNumbers: sheet.hasNativeNumbers,
        totalRows,
        ofInstitutions,
        turn: done,
      }),
    );
  }
  keepConceptsOnce(columns);
  const hasSingleKey = columns.some(
    (column) => column.key?.unique && (column.key.lengths[0]?.length ?? 0) > 3,
  );
  const parts =
    hasSingleKey || long
      ? null
      : await findKeyParts(
          sheet,
          areas,
          drafts.map((draft) => ({ ...draft, steady: isPartOfKey(draft, columns[draft.position]) })),
          turn,
        );
  return {
    id: origin.id,
    file: origin.file,
    sheet: sheet.name,
    layer: origin.layer,
    shape: {
      headFirst: shape.head.first,
      headLast: shape.head.last,
      dataFirst: shape.dataFirst,
      dataLast: shape.dataLast,
      aside: shape.aside,
      totals,
    },
    columns,
    rows: rows.length,
    sample: sampleOf(sheet, rows, width),
    long,
    keyParts: parts?.map((position) => names[position] ?? '') ?? null,
  };
}

/** Two columns of one year cannot be the same thing: the one with the shorter name keeps the meaning. */
function keepConceptsOnce(columns: InspectedColumn[]): void {
  const best = new Map<string, InspectedColumn>();
  const meaning = ({ guess, year }: InspectedColumn) => `${guess.concept} ${year ?? ''}`;
  const isFigureRole = ({ guess }: InspectedColumn) => /^(?:count|share|value)$/.test(guess.role);
  for (const column of columns) {
    if (column.guess.concept === null || !isFigureRole(column)) continue;
    const other = best.get(meaning(column));
    if (!other || column.name.length < other.name.length) best.set(meaning(column), column);
  }
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c];
    if (!column || column.guess.concept === null || !isFigureRole(column)) continue;
    if (best.get(meaning(column)) !== column)
      columns[c] = { ...column, guess: { ...column.guess, concept: null } };
  }
}

/** Zero-based positions of the data rows. */
function dataRows(sheet: Sheet, head: HeadRows, aside: ReadonlySet<number>): Int32Array {
  const rows = new Int32Array(sheet.rows.length);
  let count = 0;
  for (let r = Math.max(head.last, 0); r < sheet.rows.length; r++) {
    if (aside.has(r + 1) || isBlankRow(sheet.rows[r] ?? [])) continue;
    rows[count++] = r;
  }
  return rows.slice(0, count);
}

function sampleOf(sheet: Sheet, rows: Int32Array, width: number): readonly (readonly string[])[] {
  return [...rows.subarray(0, sampleRows)].map((r) => {
    const cells = sheet.rows[r] ?? [];
    return Array.from({ length: width }, (_, c) => (cells[c] ?? '').trim());
  });
}
