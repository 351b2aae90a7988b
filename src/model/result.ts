import type { LocalText } from './text.ts';

/** A figure, a word of the files, or a name of ours or of the data, which is read in the language of the reader. */
export type ProblemParam = string | number | LocalText;

/**
 * What is wrong (or worth knowing) about user data. Worded by `i18n` under `problems.<code>` with `params`;
 * nothing in here is a sentence.
 */
export interface Problem {
  /** Kebab-case code, the key of the wording. */
  readonly code: string;
  readonly params: Readonly<Record<string, ProblemParam>>;
  readonly where: Place | null;
}

/** Where a problem was found. Rows count from 1 including the header row, as a spreadsheet does. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
}

/** Outcome of reading user data: a value with notes, or problems and no value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function succeed<T>(value: T, notes: readonly Problem[] = []): Result<T> {
  return { ok: true, value, notes };
}

export function fail(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}

export function problem(
  code: string,
  params: Readonly<Record<string, ProblemParam>> = {},
  where: Place | null = null,
): Problem {
  return { code, params, where };
}
