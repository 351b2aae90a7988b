import type { Sort } from './sortRows.ts';
import type { Column } from './tableProps.ts';

/** One head cell, a button where the column can be sorted. */
export function tableHead<R>(column: Column<R>, sort: Sort | null, choose: () => void) {
  const isSorted = sort?.column === column.id;
  const title = (
    <>
      {column.title}
      {column.unit ? <span class="ql-table-unit"> {column.unit}</span> : null}
    </>
  );
  return (
    <th
      key={column.id}
      scope="col"
      class={column.align === 'end' ? 'ql-end' : undefined}
      aria-sort={isSorted ? sort.direction : undefined}
      title={column.hint}
    >
      {column.sortable === false ? (
        title
      ) : (
        <button type="button" class="ql-table-sort" onClick={choose}>
          {title}
          <svg class="ql-table-arrow" viewBox="0 0 8 5" width="8" height="5" aria-hidden="true">
            <path d="M0 5h8L4 0z" fill="currentColor" />
          </svg>
        </button>
      )}
    </th>
  );
}
