import type { Problem } from '#model/result.ts';
import type { GeometryReport } from '../inspect/inspection.ts';

/** What a plan would lead to, before it is taken over: the join, the figures of the whole city, what is missing. */
export interface Review {
  readonly levels: readonly LevelReview[];
  readonly tables: readonly TableReview[];
  readonly institutions: readonly InstitutionReview[];
  readonly catchments: readonly CatchmentReview[];
  readonly indicators: readonly IndicatorReview[];
  /** What keeps the plan from being taken over. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

export interface LevelReview {
  readonly level: string;
  readonly areas: number;
  readonly geometry: GeometryReport | null;
  readonly crosswalkMissing: boolean;
}

export interface TableReview {
  readonly table: string;
  readonly level: string;
  readonly years: readonly number[];
  readonly matched: number;
  /** Keys with their row that no area has. */
  readonly onlyTable: readonly {
    readonly row: number;
    readonly key: string;
    readonly name: string | null;
    readonly residents: number | null;
  }[];
  /** Areas without a row. */
  readonly onlyGeometry: readonly { readonly key: string; readonly name: string }[];
  /** Rows that come twice for the same area and year. */
  readonly repeated: readonly { readonly key: string; readonly rows: readonly number[] }[];
  /** Residents in rows without an area, and in all rows, in the newest year; null where no column counts residents. */
  readonly residents: { readonly lost: number; readonly all: number } | null;
  /** Ways to match more, best first. */
  readonly repairs: readonly KeyRepair[];
  readonly columns: readonly ColumnReview[];
}

export interface KeyRepair {
  readonly kind:
    | 'pad'
    | 'strip-end'
    | 'pad-end'
    | 'prefix'
    | 'other-level'
    | 'other-column'
    | 'other-property';
  /** Length, level or column, by kind. */
  readonly to: string;
  readonly more: number;
  /** A key before and after. */
  readonly example: readonly [string, string];
  /** Cell → key of the area, where cells are written differently in a way that only a list can say. */
  readonly map?: Readonly<Record<string, string>>;
}

/** Names that resemble each other: proposals for rows without an area, only on request. */
export interface NameProposal {
  readonly cell: string;
  readonly row: number;
  /** Best first; several of the same name are all listed. */
  readonly candidates: readonly { readonly key: string; readonly name: string; readonly likeness: number }[];
}

export interface ColumnReview {
  readonly column: string;
  readonly variable: string;
  readonly year: number | null;
  /** Sum of counts or mean of values over the areas joined. */
  readonly city: number;
  readonly histogram: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly signs: Readonly<Record<string, number>>;
  /** Estimated from shares. */
  readonly estimated: boolean;
}

export interface InstitutionReview {
  readonly table: string;
  /** Those that are taken over; the counts below are of these, but for `outside`. */
  readonly institutions: number;
  readonly placed: number;
  /** Outside the areas, whether they are taken over or not. */
  readonly outside: number;
  /** Of those outside: not taken over. */
  readonly leftOut: number;
  readonly withFigures: number;
  readonly repeated: number;
  readonly forms: readonly { readonly name: string; readonly count: number }[];
  /** All words of the form column, before rare ones are summed up. */
  readonly words: readonly { readonly name: string; readonly count: number }[];
}

export interface CatchmentReview {
  readonly layer: string;
  readonly areas: number;
  /** Areas in which an institution lies that takes their children. */
  readonly withInstitution: number;
  /** Institutions of these forms and providers, and how many of them lie in none of the areas. */
  readonly institutions: number;
  readonly outside: number;
}

export interface IndicatorReview {
  readonly indicator: string;
  readonly year: number | null;
  readonly city: number;
  readonly areas: number;
}
