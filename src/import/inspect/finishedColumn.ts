import type { Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { type ColumnDraft, isFigure } from './columnDraft.ts';
import { decideFormat } from './decideFormat.ts';
import { distinctOf } from './distinctOf.ts';
import { guessColumn } from './guess.ts';
import type { InspectedColumn } from './inspection.ts';
import { findKey } from './keys.ts';
import { readColumn } from './readColumn.ts';
import { type habitOf, scanColumn } from './scanColumn.ts';
import type { Turn } from './turns.ts';
import { headingWords, saysPercent, yearInHeading } from './words.ts';

const mostExamples = 6;

const mostDistinct = 1000;

interface FinishContext {
  readonly habit: ReturnType<typeof habitOf>;
  readonly hasNativeNumbers: boolean;
  readonly totalRows: ReadonlySet<number>;
  readonly ofInstitutions: boolean;
  readonly turn: Turn;
}

export async function finishedColumn(
  sheet: Sheet,
  rows: Int32Array,
  areas: Int32Array,
  draft: ColumnDraft,
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
