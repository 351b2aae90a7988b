export type SortValue = number | string | null;
export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/**
 * Rows in the order of one column; equal ones stay in the order they came. Missing figures (null, NaN) stand at the
 * end in both directions: they are neither the smallest nor the largest.
 */
export function sortRows<R>(
  rows: readonly R[],
  value: (row: R) => SortValue,
  direction: Sort['direction'],
  language: string,
): readonly R[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row, index) => ({ row, index, value: value(row) }))
    .sort((a, b) => {
      const lacking = Number(isMissing(a.value)) - Number(isMissing(b.value));
      if (lacking !== 0 || isMissing(a.value)) return lacking || a.index - b.index;
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : collator.compare(String(a.value), String(b.value));
      return order * sign || a.index - b.index;
    })
    .map((entry) => entry.row);
}

function isMissing(value: SortValue): boolean {
  return value === null || (typeof value === 'number' && Number.isNaN(value));
}
