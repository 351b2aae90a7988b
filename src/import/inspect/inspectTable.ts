import type { ReadContext, Sheet } from '../formats/driver.ts';
import { type HeadRows, headJoint, headNames } from '../tables/headNames.ts';
import { isBlank, isBlankRow, widthOf, withMergedRows } from '../tables/sheetTable.ts';
import { decideFormat } from './decideFormat.ts';
import { distinctOf } from './distinctOf.ts';
import { findShape } from './findShape.ts';
import { guessColumn, guessHeading, type HeadingGuess, tableWords } from './guess.ts';
import type { InspectedColumn, InspectedTable, KeyFinding } from './inspection.ts';
import { findKey, findKeyParts } from './keys.ts';
import { longColumns } from './longColumns.ts';
import { findLong } from './longTable.ts';
import { isPlainSign, markOf } from './marks.ts';
import { readColumn } from './readColumn.ts';
import { type ColumnScan, chooseFormats, habitOf, scanColumn } from './scanColumn.ts';
import { findTotals, type TotalsContext } from './totals.ts';
import type { Turn } from './turns.ts';
import { headingWords, saysPercent, yearInHeading } from './words.ts';

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
const mostExamples = 6;
const mostDistinct = 1000;

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
  const drafts: Draft[] = [];
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
      await finished(sheet, rows, areas, draft, {
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

interface Draft {
  readonly position: number;
  readonly name: string;
  readonly scan: ColumnScan;
  readonly heading: HeadingGuess;
  type: InspectedColumn['type'];
  readonly choice: ReturnType<typeof chooseFormats>;
  key: KeyFinding | null;
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

const dateCell =
  /^(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d(?:-\d\d.*)?|(?:19|20)\d\d\/(?:\d\d|(?:19|20)\d\d))$/;

/** What most cells of a column are. */
function typeOf(scan: ColumnScan, heading: HeadingGuess): InspectedColumn['type'] {
  if (scan.filled === 0) return 'empty';
  let marks = 0;
  let plainSigns = 0;
  let dates = 0;
  for (const [word, { count }] of scan.words) {
    if (markOf(word) !== null) marks += count;
    if (isPlainSign(word)) plainSigns += count;
    if (dateCell.test(word)) dates += count;
  }
  const words = scan.wordCells - marks;
  if (dates > 0 && dates >= scan.filled * 0.8) return 'date';
  if (scan.numbers === 0) return plainSigns === scan.filled ? 'number' : 'text';
  if (scan.numbers < (scan.numbers + words) * 0.8) return 'text';
  if (heading.rule?.role === 'word') return 'text';
  if (scan.leadingZeros > 0 && scan.leadingZeros * 100 >= scan.numbers) return 'text';
  return timeType(scan, heading) ?? 'number';
}

/** Years, and times such as `202312`: all cells, and not under the heading of a figure. */
function timeType(scan: ColumnScan, { concept, rule }: HeadingGuess): 'year' | 'date' | null {
  if (concept) return null;
  const called = rule?.role === 'year';
  if (scan.years === scan.filled && (called || (rule === null && scan.filled > 1))) return 'year';
  return called && scan.months === scan.filled ? 'date' : null;
}

/** A list of schools or kitas: says so by its keys and names, or tells forms, providers or places beside a name. */
function isOfInstitutions(headings: readonly HeadingGuess[]): boolean {
  const about = new Set(headings.map(({ concept, rule }) => rule?.concept ?? concept?.id));
  const roles = new Set(headings.map(({ rule }) => rule?.role));
  const sure = ['school-number', 'school-name', 'kita-number'];
  const beside = ['school-form', 'school-type', 'provider', 'startchancen', 'pupils', 'ndh', 'places'];
  if (sure.some((it) => about.has(it))) return true;
  return beside.some((it) => about.has(it)) && (roles.has('name') || roles.has('x'));
}

/** Columns in which totals are named: those of keys and names, or the first columns that are no figures. */
function labelsOf(drafts: readonly Draft[], by: readonly string[]): readonly number[] {
  const named = drafts.filter(({ heading, key, name }) => {
    const role = heading.rule?.role;
    return (
      !by.includes(name) && (key !== null || role === 'area-key' || role === 'area-name' || role === 'name')
    );
  });
  const first = drafts.filter((draft) => draft.type === 'text' && !by.includes(draft.name)).slice(0, 3);
  return [...new Set([...named, ...first].map((draft) => draft.position))].sort((a, b) => a - b).slice(0, 8);
}

function mayCount({ type, heading, key, scan }: Draft): boolean {
  if (type !== 'number' || key || heading.share || scan.percents > 0) return false;
  const { concept, rule, average } = heading;
  return (concept ? concept.kind === 'count' : !average) && rule === null;
}

/** Keys are text, also where a spreadsheet made numbers of them. */
function isCalledKey({ rule }: HeadingGuess): boolean {
  return (
    rule !== null && (rule.role.endsWith('-key') || rule.role === 'area-name' || rule.concept === 'code')
  );
}

function isFigure({ heading, type }: Draft): boolean {
  return (
    heading.concept !== null ||
    (heading.average && heading.rule === null) ||
    type === 'year' ||
    type === 'date'
  );
}

/** Could a column be one part of a key? Short codes of one length, or digits called a key. */
function isPartOfKey(draft: Draft, column: InspectedColumn | undefined): boolean {
  if (!column || draft.scan.filled === 0 || draft.heading.concept) return false;
  const lengths = column.key?.lengths ?? [];
  return column.key !== null && lengths.length === 1 && (lengths[0]?.length ?? 99) <= 6;
}

interface FinishContext {
  readonly habit: ReturnType<typeof habitOf>;
  readonly hasNativeNumbers: boolean;
  readonly totalRows: ReadonlySet<number>;
  readonly ofInstitutions: boolean;
  readonly turn: Turn;
}

async function finished(
  sheet: Sheet,
  rows: Int32Array,
  areas: Int32Array,
  draft: Draft,
  context: FinishContext,
): Promise<InspectedColumn> {
  const { position, name, scan, heading, type, choice } = draft;
  const percent = scan.percents * 2 > scan.numbers || (heading.share && saysPercent(name));
  const number =
    type !== 'number'
      ? null
      : readColumn(sheet, rows, position, scan, {
          format: decideFormat(scan, choice, {
            habit: context.habit,
            hasNativeNumbers: context.hasNativeNumbers,
            counts: heading.concept?.kind === 'count' && !heading.share,
          }),
          percent,
          totals: context.totalRows,
          neverZero: heading.concept?.neverZero ?? false,
          signed: heading.concept?.signed ?? differences.test(headingWords(name)),
        });
  const values = await distinctOf(sheet, areas, position, mostDistinct, context.turn);
  const filled = areas.length === rows.length ? scan.filled : filledOf(sheet, areas, position);
  const key =
    draft.key && areas.length < rows.length
      ? await findKey(
          sheet,
          areas,
          position,
          scanColumn(sheet, areas, position),
          { words: headingWords(name), rule: heading.rule, isFigure: isFigure(draft) },
          context.turn,
        )
      : draft.key;
  const guess = guessColumn(heading, {
    type,
    isKey: key !== null,
    isUnique: key?.unique ?? false,
    variety: filled === 0 ? 0 : values.size / Math.min(filled, mostDistinct),
    whole: number?.whole ?? false,
    percent,
    min: number?.min ?? NaN,
    max: number?.max ?? NaN,
    differences: heading.concept?.signed ?? differences.test(headingWords(name)),
    ofInstitutions: context.ofInstitutions,
  });
  return {
    name,
    position,
    type,
    filled,
    distinct: values.size,
    examples: [...values].slice(0, mostExamples),
    number,
    key,
    year: guess.role.endsWith('key')
      ? null
      : (yearInHeading(name) ?? (type === 'date' ? yearOfDates(values) : null)),
    guess,
  };
}

const differences =
  /saldo|veraenderung|aenderung|differenz|entwicklung|change|abweichung|\bz ?(?:wert|s\d|d\d)|index|summe|dyn/;

/** The one year in which all dates lie; of school years the one in which they begin. */
function yearOfDates(dates: ReadonlySet<string>): number | null {
  const years = new Set<number>();
  for (const date of dates) {
    const found = /(?:^|\.)((?:19|20)\d\d)(?:$|-|\/|(?=\d\d$))/.exec(date);
    years.add(Number(found?.[1] ?? Number.NaN));
  }
  const [year] = years;
  return years.size === 1 && year !== undefined && !Number.isNaN(year) ? year : null;
}

function filledOf(sheet: Sheet, rows: Int32Array, position: number): number {
  let filled = 0;
  for (let i = 0; i < rows.length; i++) if (!isBlank(sheet.rows[rows[i] ?? 0]?.[position])) filled++;
  return filled;
}

function sampleOf(sheet: Sheet, rows: Int32Array, width: number): readonly (readonly string[])[] {
  return [...rows.subarray(0, sampleRows)].map((r) => {
    const cells = sheet.rows[r] ?? [];
    return Array.from({ length: width }, (_, c) => (cells[c] ?? '').trim());
  });
}
