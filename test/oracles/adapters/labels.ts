import type { Label, Params } from '../case.ts';

/** Columns of a reference table that hold figures. */
const figures = ['M', 'p', 'H', 'ent_ratio', 'ls', 'isolation', 'exposure', 'est', 'se'];

/** The column of a reference table that names its rows: `group`, `race`, `district` …; the only one without figures. */
export function labelColumn(value: unknown): {
  readonly key: string;
  readonly labels: readonly Label[] | null;
} {
  for (const [key, column] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (Array.isArray(column) && !figures.includes(key)) return { key, labels: column as Label[] };
  }
  return { key: 'group', labels: null };
}

/** Nats in the base that `params.base` asks for. */
export function inBase(values: ArrayLike<number>, params: Params): readonly number[] {
  const unit = Math.log(typeof params.base === 'number' ? params.base : Math.E);
  return Array.from(values, (value) => value / unit);
}
