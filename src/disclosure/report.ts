import type { DisclosureProfile } from './profile.ts';

/**
 * Why a figure was hidden. `count`: fewer cases than the minimum; `complement`: fewer others; `dominance`: nearly
 * everybody; `denominator`: too few people for a share; `secondary`: a hidden one could be found by subtracting.
 */
export const guardReasons = ['count', 'complement', 'dominance', 'denominator', 'secondary'] as const;
export type GuardReason = (typeof guardReasons)[number];

export type HiddenByReason = Readonly<Record<GuardReason, number>>;

/** What a profile did to a study. */
export interface GuardReport {
  readonly profile: DisclosureProfile;
  /** Figures about people that were there before, of areas; how many of them are hidden and why; how many rounded. */
  readonly cells: number;
  readonly hidden: HiddenByReason;
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
  /** Areas of the finest level with a hidden figure in the newest year; residents there and in all; null: none known. */
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

/** All hidden figures of a report. */
export function hiddenCells({ hidden, institutions }: GuardReport): number {
  return guardReasons.reduce((sum, reason) => sum + hidden[reason] + institutions.hidden[reason], 0);
}
