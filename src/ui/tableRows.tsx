import type { Item } from './tableItems.ts';
import type { DataTableProps } from './tableProps.ts';
import { rowHeight } from './tableScrolling.ts';

/** One line: the row, or the head of a section. */
export function tableRow<R>(
  item: Item<R>,
  index: number,
  props: DataTableProps<R>,
  isGrid: boolean,
  isTabStop: boolean,
) {
  const { columns } = props;
  if (item.row === null) {
    return (
      <tr key={item.key} class="ql-table-section" aria-rowindex={index + 2}>
        <th scope="colgroup" colSpan={columns.length}>
          {item.section}
        </th>
      </tr>
    );
  }
  const row = item.row;
  const isSelected = item.key === props.selected;
  const classes = [
    isSelected ? 'ql-selected' : '',
    item.key === props.hovered ? 'ql-hovered' : '',
    props.isMuted?.(row) ? 'ql-muted' : '',
  ];
  return (
    <tr
      key={item.key}
      data-key={item.key}
      class={classes.filter(Boolean).join(' ') || undefined}
      aria-rowindex={index + 2}
      aria-selected={isGrid ? isSelected : undefined}
      tabIndex={isGrid ? (isTabStop ? 0 : -1) : undefined}
    >
      {columns.map((column, place) => {
        const value = column.render ? column.render(row) : column.value(row);
        const look = `${column.align === 'end' ? 'ql-end' : ''}${column.weight ? ` ql-${column.weight}` : ''}`;
        return place === 0 ? (
          <th
            key={column.id}
            scope="row"
            class={look || undefined}
            title={typeof value === 'string' ? value : undefined}
          >
            {value}
          </th>
        ) : (
          <td key={column.id} class={look || undefined}>
            {value}
          </td>
        );
      })}
    </tr>
  );
}

/** Stands for the rows that are not in the document. */
export function spacer(rows: number, from: number, columns: number) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is only focusable with a tabindex, and this one has none
    <tr key={`spacer ${from}`} aria-hidden="true" class="ql-table-spacer">
      <td colSpan={columns} style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );
}

/** The row that an event happened in. */
export function rowAt(event: Event): HTMLTableRowElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLTableRowElement>('tr[data-key]') : null;
}
