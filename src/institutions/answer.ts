import type { InstitutionKind } from '#model/study.ts';

export interface InstitutionRequest {
  readonly kind: InstitutionKind;
  /** Form id or `all`. */
  readonly form: string;
  readonly provider: 'all' | 'public' | 'independent';
  readonly group: string;
  /** Figures are those of the newest year up to this one; where all are younger, of the first. */
  readonly year: number;
  readonly threshold: {
    readonly method: 'funnel-998' | 'funnel-95' | 'points' | 'sd' | 'absolute';
    readonly value: number;
  };
}

export type Standing = 'above' | 'below' | 'within';

export interface InstitutionRow {
  readonly institution: string;
  readonly total: number;
  readonly count: number;
  readonly share: number;
  /** share − share of all institutions in the selection. */
  readonly deviation: number;
  /** By the chosen threshold. */
  readonly standing: Standing;
  /** Children in preparatory classes, and of them in the group; null when not published. */
  readonly preparatory: number | null;
  readonly preparatoryCount: number | null;
}

export interface InstitutionAnswer {
  readonly request: InstitutionRequest;
  /** Year of the figures shown; NaN when there are none. */
  readonly year: number;
  /** Years with figures for this selection. */
  readonly years: readonly number[];
  readonly rows: readonly InstitutionRow[];
  /** Ids: in the selection but without figures (or without children); with figures but without a position. */
  readonly withoutFigures: readonly string[];
  /** Those of them whose figures are known but may not be shown. */
  readonly withheld: readonly string[];
  readonly withoutPosition: readonly string[];
  readonly children: number;
  /** Share of the group over all rows. */
  readonly share: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** Preparatory classes over all institutions that publish them; null when none does. */
  readonly preparatory: {
    /** Institutions with at least one child in such a class. */
    readonly institutions: number;
    /** Children in these classes. */
    readonly children: number;
    /** Of all children in the institutions that publish their preparatory classes. */
    readonly of: number;
  } | null;
  /** Of 100 children of the group / of the others: how many attend an institution where the group is the majority. */
  readonly majority: { readonly group: number; readonly rest: number };
  readonly indices: {
    readonly D: number;
    /** Expected D if the same children were allocated at random to places of the same size. */
    readonly expectedD: number;
    /** (D − expected)/(1 − expected), below the expected value divided by it (Winship 1977; Carrington & Troske 1997). */
    readonly correctedD: number;
    readonly xPx: number;
  };
  /** The twin group among residents, finest level, newest year ≤ `year`; null where there is none. */
  readonly residents: {
    readonly group: string;
    readonly level: string;
    readonly year: number;
    readonly D: number;
    readonly xPx: number;
    readonly share: number;
  } | null;
  /** Course of D and isolation over `years`. */
  readonly course: readonly {
    readonly year: number;
    readonly D: number;
    readonly xPx: number;
    readonly share: number;
  }[];
  /** Exact binomial limits at a ladder of sizes, for drawing. */
  readonly funnel: {
    readonly sizes: Float64Array;
    readonly low95: Float64Array;
    readonly high95: Float64Array;
    readonly low998: Float64Array;
    readonly high998: Float64Array;
  };
}
