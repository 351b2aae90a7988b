import type { DisclosureProfile } from './profile.ts';

/**
 * Why a figure was hidden. `count`: fewer cases than the minimum; `complement`: fewer others; `dominance`: nearly
 * everybody; `denominator`: too few people for a share; `secondary`: a hidden one could be found by subtracting.
 */
export const guardReasons = ['count', 'complement', 'dominance', 'denominator', 'secondary'] as const;
export type GuardReason = (typeof guardReasons)[number];

export type HiddenByReason = Readonly<Record<GuardReason, number>>;

/**
 * What a profile does to a study, for whoever decides about it: how many figures are hidden for which reason says
 * something about their values. `toldReport` is what stays with the study.
 */
export interface GuardReport {
  readonly profile: DisclosureProfile;
  /** Figures about people that were there before, of areas; how many of them are hidden and why. */
  readonly cells: number;
  readonly hidden: HiddenByReason;
  /** Figures shown as multiples of the base, whether or not they were before: that would tell which are exact. */
  readonly rounded: number;
  /** The same year by year: figures there, hidden for themselves and for the company of others. */
  readonly years: readonly {
    readonly year: number;
    readonly cells: number;
    readonly hidden: number;
    readonly secondary: number;
  }[];
  /** Variables and years with hidden figures, most first. */
  readonly columns: readonly {
    readonly variable: string;
    readonly level: string;
    readonly year: number;
    readonly hidden: number;
    readonly of: number;
  }[];
  /**
   * Areas of the finest level with a hidden figure in the newest year; residents there and in all, of figures shown;
   * null: none known.
   */
  readonly areas: {
    readonly level: string;
    readonly year: number;
    readonly areas: number;
    readonly of: number;
    readonly residents: number;
    readonly ofResidents: number;
  } | null;
  /**
   * Hidden figures of areas and institutions that can be told nevertheless to within fewer cases than the minimum less 1,
   * as nothing is left to be hidden with them; the first of areas by name.
   */
  readonly beyondHelp: { readonly cells: number; readonly named: readonly CellName[] };
  /** The same of institutions. */
  readonly institutions: {
    readonly cells: number;
    readonly hidden: HiddenByReason;
    /** Institutions with at least one hidden figure. */
    readonly institutions: number;
  };
}

export interface CellName {
  readonly variable: string;
  readonly level: string;
  readonly area: string;
  readonly year: number;
}

/**
 * What is told of a study as it may be shown: nothing that could not be counted in it. Two hidden counts that make 4
 * would be 2 and 2 if it were known that both are too small by themselves.
 */
export interface ToldReport
  extends Pick<GuardReport, 'profile' | 'cells' | 'rounded' | 'columns' | 'areas' | 'beyondHelp'> {
  readonly hidden: number;
  readonly years: readonly Pick<GuardReport['years'][number], 'year' | 'cells' | 'hidden'>[];
  readonly institutions: Omit<GuardReport['institutions'], 'hidden'> & { readonly hidden: number };
}

/** The report without what it tells about hidden values. */
export function toldReport(report: GuardReport): ToldReport {
  const { profile, cells, rounded, columns, areas, beyondHelp, institutions } = report;
  return {
    profile,
    cells,
    rounded,
    columns,
    areas,
    beyondHelp,
    hidden: sumOf(report.hidden),
    years: report.years.map((one) => ({
      year: one.year,
      cells: one.cells,
      hidden: one.hidden + one.secondary,
    })),
    institutions: { ...institutions, hidden: sumOf(institutions.hidden) },
  };
}

/** A part of the report while it is counted. */
export type Told<T> = { -readonly [K in keyof T]: T[K] };

/** Counts in one more hidden figure that belongs to no sum; only those hidden count as figures that were there. */
export function countDerived(
  columns: Told<GuardReport['columns'][number]>[],
  years: readonly Told<GuardReport['years'][number]>[],
  {
    reason,
    ...where
  }: { readonly reason: GuardReason } & Pick<GuardReport['columns'][number], 'variable' | 'level' | 'year'>,
): void {
  const { variable, level, year } = where;
  const own = years.find((one) => one.year === year)!;
  own.cells++;
  if (reason === 'secondary') own.secondary++;
  else own.hidden++;
  const known = columns.find((one) => one.variable === variable && one.level === level && one.year === year);
  if (!known) columns.push({ ...where, hidden: 1, of: 1 });
  else {
    known.hidden++;
    // A published change is counted there already.
    known.of = Math.max(known.of, known.hidden);
  }
}

/** All hidden figures of a report. */
export function hiddenCells({ hidden, institutions }: GuardReport | ToldReport): number {
  return sumOf(hidden) + sumOf(institutions.hidden);
}

function sumOf(hidden: HiddenByReason | number): number {
  return typeof hidden === 'number' ? hidden : guardReasons.reduce((sum, reason) => sum + hidden[reason], 0);
}
