import { useState } from 'preact/hooks';
import type { Sort } from './sortRows.ts';
import type { Column, DataTableProps } from './tableProps.ts';

/** What the table is sorted by, and what a click on a head does: figures begin with the largest, names with A. */
export function useTableSort<R>(props: DataTableProps<R>): {
  readonly sort: Sort | null;
  readonly chooseSort: (column: Column<R>) => void;
} {
  const [ownSort, setOwnSort] = useState<Sort | null>(props.initialSort ?? null);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const chooseSort = (column: Column<R>) => {
    const first = column.align === 'end' ? 'descending' : 'ascending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const direction = sort?.column === column.id && sort.direction === first ? other : first;
    const chosen: Sort = { column: column.id, direction };
    if (props.sort === undefined) setOwnSort(chosen);
    props.onSort?.(chosen);
  };
  return { sort, chooseSort };
}
