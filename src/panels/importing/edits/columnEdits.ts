import type { MarkLabel } from '#import/columns/parseNumber.ts';
import type { NumberReading } from '#import/inspect/inspection.ts';
import { Ids } from '#import/plan/ids.ts';
import type { ColumnPlan, ColumnRole, ImportPlan, IndicatorPlan, PivotPlan } from '#import/plan/plan.ts';
import { spoken } from '#import/plan/planText.ts';
import { proposeMore } from './proposeMore.ts';
import { pruneUnread } from './pruneUnread.ts';
import { variablesOf } from './variables.ts';

type Figure = PivotPlan['figures'][number];
/** What columns and figures of long tables have in common. */
export type FigureChange = Partial<Omit<Figure, 'is'>>;

/** Changes some columns of a table; of a long table, those figures whose cells are joined by `figureKey`. */
export function changeColumns(
  plan: ImportPlan,
  table: string,
  columns: readonly string[],
  change: FigureChange & { readonly year?: number | null },
): ImportPlan {
  return pruneUnread(mapFigures(plan, table, columns, (one) => ({ ...one, ...change })));
}

export const figureKey = (figure: Pick<Figure, 'is'>): string => figure.is.join(' · ');

/** Reads columns as something else; those read for the first time become variables. */
export function readColumnsAs(
  plan: ImportPlan,
  table: string,
  columns: readonly string[],
  role: ColumnRole,
): ImportPlan {
  const ids = new Ids(variablesOf(plan).map(({ id }) => id));
  return proposeMore(
    plan,
    mapFigures(plan, table, columns, (one) => ({
      ...one,
      role,
      unit: role === 'share' ? 'share' : role !== 'ignore' && one.unit === 'share' ? 'persons' : one.unit,
      percent: role === 'share' ? (one.role === 'share' ? one.percent : true) : one.percent,
      base: role === 'share' ? one.base : null,
      rounding: role === 'share' ? one.rounding : null,
      variable:
        role === 'ignore' || one.variable !== '' ? one.variable : ids.take(spoken(one.name, 'de'), 'merkmal'),
    })),
  );
}

/** How numbers such as `3.419` are meant. */
export function readNumbersAs(
  plan: ImportPlan,
  table: string,
  columns: readonly string[],
  { decimal, thousands }: Pick<NumberReading, 'decimal' | 'thousands'>,
): ImportPlan {
  return mapFigures(plan, table, columns, (one) => ({ ...one, decimal, thousands }));
}

/** What a sign or word in cells stands for; null: it is no sign. */
export function changeMark(
  plan: ImportPlan,
  table: string,
  columns: readonly string[],
  value: string,
  label: MarkLabel | null,
): ImportPlan {
  return mapFigures(plan, table, columns, (one) => {
    const others = one.marks.filter((mark) => mark.value !== value);
    return { ...one, marks: label === null ? others : [...others, { value, label }] };
  });
}

/** The whole of shares, and how finely they were rounded. */
export function changeBase(
  plan: ImportPlan,
  table: string,
  columns: readonly string[],
  base: string | null,
  rounding: number | null,
): ImportPlan {
  const changed = new Set<string>();
  const related = mapFigures(plan, table, columns, (one) => {
    if (one.role !== 'share') return one;
    changed.add(one.variable);
    const how = { weight: null, averagedBy: undefined };
    return { ...one, ...how, base, rounding: base === null ? null : rounding };
  });
  return pruneUnread({
    ...related,
    indicators: related.indicators.map((one) => measuredBy(one, changed, base)),
  });
}

/** An indicator of just one of these shares is one of the estimated numbers, or of the share as it was published. */
function measuredBy(one: IndicatorPlan, shares: ReadonlySet<string>, base: string | null): IndicatorPlan {
  const { measure } = one;
  const top = measure.kind === 'value' ? [measure.variable] : measure.numerator;
  const [variable = ''] = top;
  if (top.length !== 1 || !shares.has(variable) || measure.kind === 'ratio') return one;
  return {
    ...one,
    measure:
      base === null
        ? { kind: 'value', variable }
        : { kind: 'share', numerator: [variable], denominator: [base] },
  };
}

/** The count that weights a value where areas are put together. */
export function changeWeight(
  plan: ImportPlan,
  table: string,
  columns: readonly string[],
  weight: string | null,
): ImportPlan {
  return mapFigures(plan, table, columns, (one) => ({ ...one, weight, averagedBy: undefined }));
}

/** Years of a figure that are left out, because nothing was asked then. */
export function changeYearsLeftOut(
  plan: ImportPlan,
  table: string,
  columns: readonly string[],
  withoutYears: readonly number[],
): ImportPlan {
  return mapFigures(plan, table, columns, (one) => ({ ...one, withoutYears }));
}

function mapFigures(
  plan: ImportPlan,
  table: string,
  wanted: readonly string[],
  change: <T extends ColumnPlan | Figure>(one: T) => T,
): ImportPlan {
  const names = new Set(wanted);
  return {
    ...plan,
    tables: plan.tables.map((one) =>
      one.table !== table
        ? one
        : one.pivot
          ? {
              ...one,
              pivot: {
                ...one.pivot,
                figures: one.pivot.figures.map((figure) =>
                  names.has(figureKey(figure)) ? change(figure) : figure,
                ),
              },
            }
          : {
              ...one,
              columns: one.columns.map((column) => (names.has(column.column) ? change(column) : column)),
            },
    ),
  };
}
