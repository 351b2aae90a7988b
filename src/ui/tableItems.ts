import type { Language } from '#i18n/i18n.ts';
import { type Sort, sortRows } from './sortRows.ts';
import type { Column } from './tableProps.ts';

/** A line of the table: a row, or the name of the section that begins. */
export type Item<R> =
  | { readonly section: string; readonly row: null; readonly key: string }
  | { readonly section: null; readonly row: R; readonly key: string };

/** The lines in the order they are shown. Sections keep the order of the rows as they come. */
export function itemsOf<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  sort: Sort | null,
  {
    section,
    rowKey,
    language,
  }: {
    readonly section: ((row: R) => string) | undefined;
    readonly rowKey: (row: R) => string;
    readonly language: Language;
  },
): readonly Item<R>[] {
  const column = sort && columns.find((each) => each.id === sort.column);
  const sorted = column ? sortRows(rows, column.value, sort.direction, language) : rows;
  const plain = (row: R): Item<R> => ({ section: null, row, key: rowKey(row) });
  if (!section) return sorted.map(plain);
  const bySection = new Map<string, R[]>(rows.map((row) => [section(row), []]));
  for (const row of sorted) bySection.get(section(row))?.push(row);
  return [...bySection].flatMap(([name, members]) => [
    { section: name, row: null, key: `section ${name}` },
    ...members.map(plain),
  ]);
}

/** The row that a key leads to from another; null when the key is none of the table's. */
export function nextRow<R>(
  items: readonly Item<R>[],
  from: number,
  key: string,
  page: number,
): number | null {
  const walk = (start: number, direction: 1 | -1): number => {
    for (let i = start; i >= 0 && i < items.length; i += direction) if (items[i]?.row !== null) return i;
    return from;
  };
  switch (key) {
    case 'ArrowDown':
      return walk(from + 1, 1);
    case 'ArrowUp':
      return walk(from - 1, -1);
    case 'PageDown':
      return walk(Math.min(items.length - 1, from + page), from + page >= items.length ? -1 : 1);
    case 'PageUp':
      return walk(Math.max(0, from - page), from - page < 0 ? 1 : -1);
    case 'Home':
      return walk(0, 1);
    case 'End':
      return walk(items.length - 1, -1);
    default:
      return null;
  }
}
