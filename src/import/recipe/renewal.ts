import type { Problem } from '#model/result.ts';
import type { Recipe } from './recipe.ts';

/** A recipe applied to other files, usually those of the next year, with all that is not as it was. */
export interface Renewal {
  readonly recipe: Recipe;
  readonly files: readonly FileMatch[];
  readonly differences: readonly Difference[];
  /** What keeps it from being replayed. */
  readonly problems: readonly Problem[];
}

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
