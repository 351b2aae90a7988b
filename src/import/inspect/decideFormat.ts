import { formatAt } from './cellMask.ts';
import type { NumberFinding, NumberReading } from './inspection.ts';
import { type ColumnScan, type FormatChoice, settle, type TableHabit, valueIn } from './scanColumn.ts';

export interface DecidedFormat {
  readonly decimal: string;
  readonly thousands: string;
  readonly ambiguous: NumberFinding['ambiguous'];
}

/** What speaks for a reading besides the cells of the column. */
export interface FormatEvidence {
  readonly habit: TableHabit;
  /** Cells that were numbers in the file are written with a point. */
  readonly hasNativeNumbers: boolean;
  /** By its heading the column counts something. */
  readonly counts: boolean;
}

/**
 * How the numbers of a column are written. Where its own cells leave two readings (`3.419`), the rest of the table or
 * the heading makes one likely, but it stays a question.
 */
export function decideFormat(
  scan: ColumnScan,
  choice: FormatChoice,
  evidence: FormatEvidence,
): DecidedFormat {
  const { habit, hasNativeNumbers, counts } = evidence;
  const { dispute } = choice;
  if (!dispute) return { ...formatAt(settle(choice.best, habit)), ambiguous: null };
  if (hasNativeNumbers && (habit.decimal ?? '.') === '.' && habit.thousands === null) {
    return { ...formatAt(settle(choice.best, { decimal: '.', thousands: null })), ambiguous: null };
  }
  const says = (habitOfTable: TableHabit) =>
    dispute.formats.filter((f) => agrees(formatAt(f), dispute.example, habitOfTable));
  const byTable = habit.decimal !== null || habit.thousands !== null ? says(habit) : [];
  const byHeading =
    counts && scan.longDigits === 0
      ? dispute.formats.filter((f) => Number.isInteger(valueIn(dispute.example, formatAt(f).decimal)))
      : [];
  const [likely] =
    byTable.length === 1 ? byTable : byTable.length === 0 && byHeading.length === 1 ? byHeading : [];
  const chosen =
    likely === undefined
      ? settle(choice.best, { decimal: ',', thousands: null })
      : settle(choice.best, formatAt(likely));
  const reading = (f: number): NumberReading => {
    const { decimal, thousands } = formatAt(f);
    return { decimal, thousands, value: valueIn(dispute.example, decimal) };
  };
  return {
    ...formatAt(chosen),
    ambiguous: {
      example: dispute.example,
      readings: dispute.formats.map(reading),
      likely: likely === undefined ? null : reading(likely),
    },
  };
}

/** Would a table with this habit write the example so? */
function agrees(
  { decimal, thousands }: { readonly decimal: string; readonly thousands: string },
  example: string,
  habit: TableHabit,
): boolean {
  const point = [...example].find((char) => char === '.' || char === ',');
  if (point === decimal)
    return habit.decimal === decimal || (habit.decimal === null && habit.thousands !== point);
  return (
    thousands === point && (habit.thousands === point || (habit.decimal !== null && habit.decimal !== point))
  );
}
