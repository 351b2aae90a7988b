import type { Params } from '../case.ts';

/** The column of a reference table that names its rows: `group`, `race`, `district` …; the only one of texts. */
export function labelColumn(value: unknown): {
  readonly key: string;
  readonly labels: readonly string[] | null;
} {
  for (const [key, column] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (Array.isArray(column) && typeof column[0] === 'string') return { key, labels: column as string[] };
  }
  return { key: 'group', labels: null };
}

/** Nats in the base that `params.base` asks for. */
export function inBase(values: ArrayLike<number>, params: Params): readonly number[] {
  const unit = Math.log(typeof params.base === 'number' ? params.base : Math.E);
  return Array.from(values, (value) => value / unit);
}
