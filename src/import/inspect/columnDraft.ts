import type { HeadingGuess } from './guess.ts';
import type { InspectedColumn, KeyFinding } from './inspection.ts';
import { isPlainSign, markOf } from './marks.ts';
import type { ColumnScan, chooseFormats } from './scanColumn.ts';

export interface ColumnDraft {
  readonly position: number;
  readonly name: string;
  readonly scan: ColumnScan;
  readonly heading: HeadingGuess;
  type: InspectedColumn['type'];
  readonly choice: ReturnType<typeof chooseFormats>;
  key: KeyFinding | null;
}

const dateCell =
  /^(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d(?:-\d\d.*)?|(?:19|20)\d\d\/(?:\d\d|(?:19|20)\d\d))$/;

/** What most cells of a column are. */
export function typeOf(scan: ColumnScan, heading: HeadingGuess): InspectedColumn['type'] {
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
export function isOfInstitutions(headings: readonly HeadingGuess[]): boolean {
  const about = new Set(headings.map(({ concept, rule }) => rule?.concept ?? concept?.id));
  const roles = new Set(headings.map(({ rule }) => rule?.role));
  const sure = ['school-number', 'school-name', 'kita-number'];
  const beside = ['school-form', 'school-type', 'provider', 'startchancen', 'pupils', 'ndh', 'places'];
  if (sure.some((it) => about.has(it))) return true;
  return beside.some((it) => about.has(it)) && (roles.has('name') || roles.has('x'));
}

/** Columns in which totals are named: those of keys and names, or the first columns that are no figures. */
export function labelsOf(drafts: readonly ColumnDraft[], by: readonly string[]): readonly number[] {
  const named = drafts.filter(({ heading, key, name }) => {
    const role = heading.rule?.role;
    return (
      !by.includes(name) && (key !== null || role === 'area-key' || role === 'area-name' || role === 'name')
    );
  });
  const first = drafts.filter((draft) => draft.type === 'text' && !by.includes(draft.name)).slice(0, 3);
  return [...new Set([...named, ...first].map((draft) => draft.position))].sort((a, b) => a - b).slice(0, 8);
}

export function mayCount({ type, heading, key, scan }: ColumnDraft): boolean {
  if (type !== 'number' || key || heading.share || scan.percents > 0) return false;
  const { concept, rule, average } = heading;
  return (concept ? concept.kind === 'count' : !average) && rule === null;
}

/** Keys are text, also where a spreadsheet made numbers of them. */
export function isCalledKey({ rule }: HeadingGuess): boolean {
  return (
    rule !== null && (rule.role.endsWith('-key') || rule.role === 'area-name' || rule.concept === 'code')
  );
}

export function isFigure({ heading, type }: ColumnDraft): boolean {
  return (
    heading.concept !== null ||
    (heading.average && heading.rule === null) ||
    type === 'year' ||
    type === 'date'
  );
}

/** Could a column be one part of a key? Short codes of one length, or digits called a key. */
export function isPartOfKey(draft: ColumnDraft, column: InspectedColumn | undefined): boolean {
  if (!column || draft.scan.filled === 0 || draft.heading.concept) return false;
  const lengths = column.key?.lengths ?? [];
  return column.key !== null && lengths.length === 1 && (lengths[0]?.length ?? 99) <= 6;
}
