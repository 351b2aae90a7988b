import type { ReadContext, Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { isNumberLike, isYear } from './rowLooks.ts';
import { isTurnOfColumn } from './turns.ts';

/** More rows above a table than this are not expected. */
export const highestHead = 400;

const sampled = 1500;

export interface SheetProfile {
  readonly width: number;
  /** Positions of the columns that hold numbers in most of the rows looked at. */
  readonly numeric: readonly number[];
  readonly yearly: ReadonlySet<number>;
  /** Filled cells of a usual row. */
  readonly filled: number;
  readonly hasMerges: boolean;
}

export async function sheetProfile(sheet: Sheet, context: ReadContext): Promise<SheetProfile> {
  const picked = sampleRows(sheet.rows.length);
  const numbers: number[] = [];
  const texts: number[] = [];
  const years: number[] = [];
  const filledCounts: number[] = [];
  let width = 0;
  for (const [i, r] of picked.entries()) {
    const cells = sheet.rows[r] ?? [];
    if (isTurnOfColumn(i, cells.length)) await context.pause(0, sheet.rows.length);
    let filled = 0;
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c] ?? '';
      if (isBlank(cell)) continue;
      filled++;
      if (c >= width) width = c + 1;
      if (isNumberLike(cell)) {
        numbers[c] = (numbers[c] ?? 0) + 1;
        if (isYear(cell)) years[c] = (years[c] ?? 0) + 1;
      } else texts[c] = (texts[c] ?? 0) + 1;
    }
    if (filled > 0) filledCounts.push(filled);
  }
  filledCounts.sort((a, b) => a - b);
  const numeric: number[] = [];
  const yearly = new Set<number>();
  for (let c = 0; c < width; c++) {
    const n = numbers[c] ?? 0;
    if (n < 1 || n < (texts[c] ?? 0)) continue;
    numeric.push(c);
    if ((years[c] ?? 0) > n / 2 && n > 1) yearly.add(c);
  }
  return {
    width,
    numeric,
    yearly,
    filled: filledCounts[Math.floor(filledCounts.length * 0.6)] ?? 0,
    hasMerges: sheet.merges.length > 0,
  };
}

function sampleRows(count: number): readonly number[] {
  if (count <= sampled) return Array.from({ length: count }, (_, r) => r);
  const step = (count - highestHead) / (sampled - highestHead);
  const rows: number[] = [];
  for (let r = 0; r < highestHead; r++) rows.push(r);
  for (let i = 0; i < sampled - highestHead; i++) rows.push(highestHead + Math.floor(i * step));
  return rows;
}
