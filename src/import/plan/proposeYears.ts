import type { TablePlan } from './plan.ts';
import { type PlanValues, placeOf, yearOfPlace } from './planValues.ts';

/** Fewer areas than these may all be zero by chance. */
const fewest = 5;

/**
 * Years in which every area of a figure is zero or empty, while other years have numbers: nothing was asked then. They
 * are proposed to be left out.
 */
export function emptyYears(variable: string, level: string, values: PlanValues): readonly number[] {
  const empty: number[] = [];
  let filled = 0;
  for (const [place, byArea] of values.of(variable)) {
    const year = yearOfPlace(place);
    if (year === null || place !== placeOf(level, year)) continue;
    const isEmpty = [...byArea.values()].every((value) => value === 0 || Number.isNaN(value));
    if (!isEmpty) filled++;
    else if (byArea.size >= fewest) empty.push(year);
  }
  return filled > 0 ? empty.sort((a, b) => a - b) : [];
}

/** Tables with the empty years of their figures left out; only those with years in a column can lose single years. */
export function withoutEmptyYears(
  tables: readonly TablePlan[],
  fresh: ReadonlySet<string>,
  values: PlanValues,
): readonly TablePlan[] {
  return tables.map((table) => {
    if (!fresh.has(table.table) || table.use !== 'areas') return table;
    const without = <
      T extends {
        readonly role: string;
        readonly variable: string;
        readonly year?: number | null;
        readonly withoutYears?: readonly number[];
      },
    >(
      one: T,
    ): T => {
      if (one.role === 'ignore' || one.withoutYears) return one;
      const years = emptyYears(one.variable, table.level, values).filter(
        (year) => table.year.kind !== 'columns' || one.year === year,
      );
      return years.length > 0 ? { ...one, emptyYears: years, withoutYears: years } : one;
    };
    if (table.year.kind === 'fixed') return table;
    return {
      ...table,
      columns: table.columns.map(without),
      pivot: table.pivot && { ...table.pivot, figures: table.pivot.figures.map(without) },
    };
  });
}
