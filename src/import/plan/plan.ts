import type { InstitutionKind, Theme, Unit } from '#model/study.ts';
import type { MarkLabel } from '../columns/parseNumber.ts';
import type { ServiceDescription } from '../formats/services/service.ts';
import type { Condition } from '../recipe/recipe.ts';
import type { PlanText } from './planText.ts';

/**
 * What a person has decided about an import: the state of the wizard. Everything in it was proposed (`proposePlan`) and
 * may be changed. `recipeOf` turns it into a recipe, which is what is kept. Ids are those of the inspection for files,
 * tables and layers, and those of the recipe for the rest.
 */
export interface ImportPlan {
  /** Id and name of the city. */
  readonly id: string;
  readonly title: string;
  /** Projected CRS for distances and areas. */
  readonly crs: string;
  /** Of all files that name no other. */
  readonly source: PlanSource;
  /** Further sources, for files that come from elsewhere. */
  readonly sources?: readonly NamedSource[];
  /** How files are read where evidence was overruled, by path. */
  readonly files: Readonly<Record<string, FileDecision>>;
  readonly levels: readonly LevelPlan[];
  readonly tables: readonly TablePlan[];
  readonly institutions: readonly InstitutionPlan[];
  /** Layers whose areas say which school takes the children who live there; absent in plans of before. */
  readonly catchments?: readonly CatchmentPlan[];
  readonly crosswalks: readonly CrosswalkPlan[];
  readonly indicators: readonly IndicatorPlan[];
  readonly groups: readonly GroupPlan[];
}

export interface FileDecision {
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The service it was loaded from, so that it can be loaded again. */
  readonly from?: ServiceOrigin;
  /** Id of the source it comes from; the shared one without it. */
  readonly source?: string;
}

export interface ServiceOrigin {
  readonly service: ServiceDescription['kind'];
  readonly address: string;
  readonly layer: string;
}

export interface PlanSource {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly licence: string;
  readonly url: string | null;
}

export interface NamedSource extends PlanSource {
  readonly id: string;
}

/** A set of areas made of a layer of polygons, or of another level by the first characters of its keys. */
export interface LevelPlan {
  readonly id: string;
  /** Singular and plural, e.g. Stadtteil, Stadtteile. Levels of one family are vintages of each other. */
  readonly family: string;
  readonly familyName: string;
  readonly familyPlural: string;
  /** Gebietsstand; empty until it has been said. */
  readonly vintage: string;
  readonly validFrom: number | null;
  readonly validTo: number | null;
  /** The coarser level whose keys are the first characters of these; levels made by `prefix` need not be said. */
  readonly parent?: { readonly level: string; readonly keyLength: number } | null;
  readonly from:
    | {
        readonly kind: 'layer';
        readonly layer: string;
        readonly crs: string;
        readonly swapped: boolean;
        readonly key: string;
        readonly name: string;
        readonly pad: number | null;
      }
    | {
        readonly kind: 'prefix';
        readonly level: string;
        readonly keyLength: number;
        /** Names of the coarser areas, by key. */
        readonly names: Readonly<Record<string, string>>;
      };
}

/** A table of areas: which rows, which key, which year, what its columns mean. */
export interface TablePlan {
  /** Id of the inspected table. */
  readonly table: string;
  readonly use: 'areas' | 'ignore';
  readonly level: string;
  readonly head: { readonly first: number; readonly last: number };
  /** Data rows that are left out, by their row number: notes, sub-headings, totals. */
  readonly withoutRows: readonly number[];
  readonly where: readonly Condition[];
  readonly key: KeyPlan;
  readonly year: YearPlan;
  readonly columns: readonly ColumnPlan[];
  readonly pivot: PivotPlan | null;
}

export interface KeyPlan {
  /** Cells put together; usually one. */
  readonly columns: readonly string[];
  /** Length to fill up with zeros in front; null: as it stands. */
  readonly pad: number | null;
  /** Is it a key, or the name of the area (only after asking)? */
  readonly by: 'key' | 'name';
  /** Cell → key of the area, for those joined by hand. */
  readonly map: Readonly<Record<string, string>>;
}

export type YearPlan =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'fixed'; readonly year: number | null }
  /** Every column says its own year. */
  | { readonly kind: 'columns' };

export type ColumnRole = 'ignore' | 'count' | 'share' | 'value';

export interface ColumnPlan {
  readonly column: string;
  readonly role: ColumnRole;
  readonly variable: string;
  readonly name: PlanText;
  readonly unit: Unit;
  readonly decimal: string;
  readonly thousands: string;
  readonly percent: boolean;
  readonly marks: readonly { readonly value: string; readonly label: MarkLabel }[];
  /** Of shares: the variable whose counts they are shares of; counts are estimated from it. Null: shown as published only. */
  readonly base: string | null;
  /** Of values and shares without a base: the count that weights them where areas are put together; undefined: none. */
  readonly weight?: string | null;
  /** Of shares: the count of the same thing, which tells its whole; null: no value of the city, whatever weights it. */
  readonly averagedBy?: string | null;
  /** Years in which every area has zero or nothing: found in the table, where other years have numbers. */
  readonly emptyYears?: readonly number[];
  /** Those of them that are left out: nothing was asked then. */
  readonly withoutYears?: readonly number[];
  /** Of shares with a base: half a unit of the last digit given, in points of 0…1; the estimate lies within it. */
  readonly rounding: number | null;
  readonly year: number | null;
}

/** Of long tables: which combination of cells becomes which variable. */
export interface PivotPlan {
  readonly by: readonly string[];
  readonly value: string;
  readonly figures: readonly (Omit<ColumnPlan, 'column' | 'year'> & { readonly is: readonly string[] })[];
}

export interface IndicatorPlan {
  readonly id: string;
  readonly name: PlanText;
  readonly definition: PlanText;
  readonly theme: Theme;
  readonly unit: Unit;
  readonly direction: 'need' | 'resource' | 'neutral';
  readonly measure:
    | {
        readonly kind: 'share' | 'ratio';
        readonly numerator: readonly string[];
        readonly denominator: readonly string[];
      }
    | { readonly kind: 'value'; readonly variable: string };
  readonly included: boolean;
}

export interface GroupPlan {
  readonly id: string;
  readonly scope: 'residents' | 'institutions';
  readonly name: PlanText;
  /** "Kindern nichtdeutscher Herkunftssprache": after "von 100". */
  readonly ofName: PlanText;
  readonly restName: PlanText;
  readonly count: string;
  readonly universe: string;
  readonly included: boolean;
}

export interface InstitutionPlan {
  readonly table: string;
  readonly use: 'institutions' | 'ignore';
  readonly kind: InstitutionKind;
  readonly head: { readonly first: number; readonly last: number };
  readonly where: readonly Condition[];
  readonly id: string;
  readonly name: string;
  /** A column with words, each becoming a form; null: all are of one form called `formName`. */
  readonly form: string | null;
  readonly formName: string;
  /** Words of the form column; each becomes a form, all other words together one called `formName`. */
  readonly formWords?: readonly string[];
  /** Words of several forms at once, and the form under which they are shown. */
  readonly formOf?: Readonly<Record<string, string>>;
  /** Where the words stand when the form column holds codes; undefined: nobody has looked yet. */
  readonly formNames?: WordTable | null;
  readonly provider: string | null;
  readonly providerNames?: WordTable | null;
  /** Words of the provider column that mean a public one. */
  readonly publicWords: readonly string[];
  readonly position:
    | { readonly kind: 'coordinates'; readonly x: string; readonly y: string; readonly crs: string }
    /** Coordinates stand in another table under the same id. */
    | {
        readonly kind: 'table';
        readonly table: string;
        readonly on: string;
        readonly key: string;
        readonly x: string;
        readonly y: string;
        readonly crs: string;
      }
    /** Only the area is known: a point inside it stands for the place. */
    | { readonly kind: 'area'; readonly level: string; readonly column: string; readonly pad: number | null }
    | { readonly kind: 'none' };
  /** Only those inside the areas of the city (`cityLevel`); undefined: all of the list. */
  readonly within?: boolean;
  /** Rows that agree in all these columns are one institution listed several times. */
  readonly sameBy?: readonly string[];
  readonly capacity: string | null;
  readonly address: string | null;
  readonly year: number | null;
  readonly total: string | null;
  /** Column of each group (`GroupPlan.count`). */
  readonly counts: Readonly<Record<string, string>>;
  readonly decimal: string;
  readonly thousands: string;
  readonly marks: readonly { readonly value: string; readonly label: MarkLabel }[];
}

/** Another table with a word for every code, or a statement about every number, of a column. */
export interface WordTable {
  readonly table: string;
  /** Its column with the codes. */
  readonly key: string;
  readonly name: string;
}

/** A layer of polygons in each of which live the children one school takes. */
export interface CatchmentPlan {
  readonly layer: string;
  readonly crs: string;
  readonly swapped: boolean;
  readonly key: string;
  readonly pad: number | null;
  /** Names of the forms of institutions that take them; the catchments are said to be of the first. */
  readonly forms: readonly string[];
  /** Only schools run by the public take whoever lives there. */
  readonly publicOnly: boolean;
  readonly year: number | null;
}

/** How figures get from one vintage to another. */
export interface CrosswalkPlan {
  readonly from: string;
  readonly to: string;
  readonly by:
    | {
        readonly kind: 'table';
        readonly table: string;
        readonly fromColumn: string;
        readonly toColumn: string;
        readonly weightColumn: string;
      }
    /** By overlap of the areas; `weights` names a table of grid cells with residents where there is one. */
    | {
        readonly kind: 'overlap';
        readonly grid: {
          readonly table: string;
          readonly x: string;
          readonly y: string;
          readonly crs: string;
          readonly residents: string;
        } | null;
      };
}
