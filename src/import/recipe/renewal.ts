import type { Problem } from '#model/result.ts';
import type { Statement } from '#model/text.ts';
import type { Recipe } from './recipe.ts';

/** A recipe applied to other files, usually those of the next year, with all that is not as it was. */
export interface Renewal {
  readonly recipe: Recipe;
  readonly files: readonly FileMatch[];
  readonly differences: readonly Difference[];
  /** Columns that are called otherwise now, as proposed or chosen; to be confirmed where more than the year differs. */
  readonly columns: readonly RenewedColumn[];
  /** Sources with new files: their dates as proposed, already in the recipe. */
  readonly sources: readonly RenewedSource[];
  /** What keeps it from being replayed. */
  readonly problems: readonly Problem[];
}

/** What is cited of a source, before and now. */
export interface RenewedSource {
  readonly id: string;
  readonly publisher: Statement;
  readonly title: { readonly before: Statement; readonly now: Statement };
  readonly date: { readonly before: Statement; readonly now: Statement };
  /** What the date is taken from: a new file itself, or the years in the names of the files; null: nothing tells. */
  readonly from: 'file' | 'years' | null;
}

export interface RenewedColumn {
  /** Path of the new file. */
  readonly file: string;
  readonly before: string;
  /** Null: it is not there any more. */
  readonly now: string | null;
  /** 0…1; 1 where only the year differs, or a person chose it. */
  readonly likeness: number;
  /** Columns of the new file it could be. */
  readonly candidates: readonly string[];
}

/** By path of the new file and name of the column before: its name now, null where it is not there any more. */
export type ChosenColumns = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** By id of the source: what a person wrote in the place of what is proposed. */
export type CitedSources = Readonly<Record<string, { readonly title?: string; readonly date?: string }>>;

export interface FileMatch {
  /** Id of the file in the recipe. */
  readonly file: string;
  readonly before: string;
  /** Null: none of the new files fits; the old one is kept where it is there. */
  readonly now: string | null;
  readonly year: number | null;
}

export interface Difference {
  readonly kind:
    | 'column-gone'
    | 'column-new'
    | 'column-renamed'
    | 'areas-gone'
    | 'areas-new'
    | 'rows'
    | 'sign-new'
    | 'format'
    | 'city-value';
  readonly file: string;
  readonly params: Readonly<Record<string, string | number>>;
}
