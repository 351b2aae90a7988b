import { levelById } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';
import { type CellTable, isHiddenNow, isShown, reasonCode } from './cellTable.ts';
import type { GuardReason } from './report.ts';
import type { YearColumn } from './yearColumns.ts';

/** One hidden figure and, where it has it, its company: to show by it what a profile does. Holds true values. */
export interface GuardExample {
  readonly year: number;
  readonly reason: Exclude<GuardReason, 'secondary'>;
  readonly hidden: ExampleCell;
  /** Hidden with it, as the whole less the others would tell it. */
  readonly company: { readonly cell: ExampleCell; readonly whole: ExampleCell } | null;
}

export interface ExampleCell {
  readonly variable: LocalText;
  readonly area: string;
  /** What areas of its level are called: a district may bear the name of one of its parts. */
  readonly family: LocalText;
  readonly value: number;
}

/** What is easiest to understand first. */
const reasons = ['count', 'complement', 'denominator', 'dominance'] as const;

/** The example that a year has; best one with a second figure hidden beside it. */
export function exampleOf(
  study: Study,
  table: CellTable & { readonly columns: readonly YearColumn[] },
  year: number,
): GuardExample | null {
  const cellOf = (cell: number): ExampleCell | null => {
    const column = table.columns.find(({ base, n }) => cell >= base && cell < base + n);
    // Shares and changes are kept as cases: nobody would find the figure again.
    if (column?.kind !== 'count') return null;
    const level = levelById(study, study.observations[column.observations]!.level);
    const variable = study.variables.find(({ id }) => id === column.variable)!;
    const value = table.values[cell]!;
    const family = study.families.find(({ id }) => id === level.family)!.name;
    return { variable: variable.name, area: level.names[cell - column.base] ?? '', family, value };
  };
  let plain: GuardExample | null = null;
  for (const reason of reasons) {
    for (const { base, n, kind } of table.columns) {
      if (kind !== 'count') continue;
      for (let cell = base; cell < base + n; cell++) {
        if (table.state[cell] !== reasonCode(reason) || !(table.values[cell]! > 0)) continue;
        const hidden = cellOf(cell);
        if (!hidden) continue;
        const company = companyOf(table, cell, cellOf);
        if (company) return { year, reason, hidden, company };
        plain ??= { year, reason, hidden, company: null };
      }
    }
  }
  return plain;
}

/** A sum in which just one other part is hidden, for the company of this one, and the whole is shown. */
function companyOf(
  table: CellTable,
  cell: number,
  cellOf: (cell: number) => ExampleCell | null,
): GuardExample['company'] {
  const { starts, cells, signs, sumStarts, sumsOf } = table.sums;
  for (let i = sumStarts[cell]!; i < sumStarts[cell + 1]!; i++) {
    const sum = sumsOf[i]!;
    const own = [...cells.subarray(starts[sum]!, starts[sum + 1]!)];
    const wholes = own.filter((_, k) => signs[starts[sum]! + k] === -1);
    const others = own.filter((one) => one !== cell && !isShown(table, one));
    const [whole] = wholes;
    const [other] = others;
    if (wholes.length !== 1 || others.length !== 1 || !isShown(table, whole!)) continue;
    if (table.state[other!] !== reasonCode('secondary') || !isHiddenNow(table, other!)) continue;
    const [company, all] = [cellOf(other!), cellOf(whole!)];
    if (company && all) return { cell: company, whole: all };
  }
  return null;
}
