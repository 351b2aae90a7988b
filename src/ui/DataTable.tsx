import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import { tableHead } from './tableHead.tsx';
import { itemsOf, nextRow } from './tableItems.ts';
import type { DataTableProps } from './tableProps.ts';
import { rowAt, spacer, tableRow } from './tableRows.tsx';
import { rowHeight, scrollToRow, useVisibleRange, viewHeight } from './tableScrolling.ts';
import { useTableSort } from './useTableSort.ts';
import './DataTable.css';

export type { Column, DataTableProps } from './tableProps.ts';

/** From this many rows on only the visible ones are in the document. */
const virtualFrom = 80;

/**
 * The accessible twin of a map or chart: sortable heads, one tab stop for all rows (arrows, Home, End, page keys,
 * Enter), hundreds of rows without hundreds of elements.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { columns, rows, rowKey, section, selected, onSelect, onHover } = props;
  const { words } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { sort, chooseSort } = useTableSort(props);
  const [focused, setFocused] = useState<string | null>(null);
  const wantsFocus = useRef(false);

  const items = useMemo(
    () => itemsOf(rows, columns, sort, { section, rowKey, language: words.language }),
    [rows, columns, sort?.column, sort?.direction, section, rowKey, words.language],
  );

  const isVirtual = items.length >= virtualFrom;
  const range = useVisibleRange(box, body, items.length, isVirtual);
  const places = useMemo(() => new Map(items.map((item, index) => [item.key, index])), [items]);
  const focusedIndex = focused === null ? -1 : (places.get(focused) ?? -1);
  const selectedIndex = selected == null ? -1 : (places.get(selected) ?? -1);

  const shown: number[] = [];
  for (let i = range.from; i < range.to; i++) shown.push(i);
  // The focused row stays in the document, else scrolling would throw the focus away.
  if (focusedIndex >= 0 && focusedIndex < range.from) shown.unshift(focusedIndex);
  if (focusedIndex >= range.to) shown.push(focusedIndex);
  const firstRow = shown.find((index) => items[index]?.row !== null) ?? -1;
  const tabStop = focusedIndex >= 0 ? focusedIndex : shown.includes(selectedIndex) ? selectedIndex : firstRow;

  const reveal = useCallback((index: number, align: 'nearest' | 'center') => {
    if (box.current && body.current) scrollToRow(box.current, body.current, index, align);
  }, []);

  const hasOwnBox = props.height !== undefined;
  useEffect(() => {
    if (hasOwnBox && selectedIndex >= 0) reveal(selectedIndex, 'center');
  }, [hasOwnBox, selectedIndex, reveal]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || focused === null) return;
    wantsFocus.current = false;
    const row = [...(body.current?.rows ?? [])].find((each) => each.dataset.key === focused);
    row?.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    const item = items[index];
    if (!item || item.row === null) return;
    wantsFocus.current = true;
    setFocused(item.key);
    reveal(index, 'nearest');
  };
  const press = (event: KeyboardEvent) => {
    const row = rowAt(event);
    const index = row ? (places.get(row.dataset.key ?? '') ?? -1) : -1;
    const item = items[index];
    if (!item || item.row === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') onSelect?.(item.key, item.row);
    else {
      const page = Math.max(1, Math.floor(viewHeight(box.current) / rowHeight) - 2);
      const to = nextRow(items, index, event.key, page);
      if (to === null) return;
      moveTo(to);
    }
    event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    const item = items[places.get(rowAt(event)?.dataset.key ?? '') ?? -1];
    if (!item || item.row === null) return;
    setFocused(item.key);
    onSelect?.(item.key, item.row);
  };
  const hoveredKey = useRef<string | null>(null);
  const hover = (key: string | null) => {
    if (key === hoveredKey.current) return;
    hoveredKey.current = key;
    onHover?.(key);
  };

  const isGrid = onSelect !== undefined;
  const rendered: ComponentChildren[] = [];
  let reached = 0;
  for (const index of shown) {
    if (index > reached) rendered.push(spacer(index - reached, reached, columns.length));
    const item = items[index];
    if (item) rendered.push(tableRow(item, index, props, isGrid, index === tabStop));
    reached = index + 1;
  }
  if (items.length > reached) rendered.push(spacer(items.length - reached, reached, columns.length));

  return (
    <div
      ref={box}
      class={`ql-table-box${hasOwnBox ? ' ql-table-scroll' : ''}`}
      style={hasOwnBox ? { '--height': props.height } : undefined}
    >
      <table
        class={`ql-table${isVirtual ? ' ql-table-fixed' : ''}${isGrid ? ' ql-table-grid' : ''}`}
        role={isGrid ? 'grid' : undefined}
        aria-rowcount={isVirtual ? items.length + 1 : undefined}
      >
        <caption class={props.hideCaption ? 'ql-unseen' : 'ql-heading'}>{props.caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={column.width ? { width: column.width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={isVirtual ? 1 : undefined}>
            {columns.map((column) => tableHead(column, sort, () => chooseSort(column)))}
          </tr>
        </thead>
        <tbody
          ref={body}
          onKeyDown={isGrid ? press : undefined}
          onClick={isGrid ? click : undefined}
          onPointerOver={onHover ? (event) => hover(rowAt(event)?.dataset.key ?? null) : undefined}
          onPointerLeave={onHover ? () => hover(null) : undefined}
          onFocusIn={(event) => {
            const key = rowAt(event)?.dataset.key;
            if (key === undefined) return;
            setFocused(key);
            // By keyboard the focus points as the pointer does.
            if (onHover && isByKeyboard(event.target)) hover(key);
          }}
          onFocusOut={() => {
            if (wantsFocus.current) return;
            setFocused(null);
            if (onHover) hover(null);
          }}
        >
          {items.length === 0 ? (
            <tr>
              <td class="ql-table-empty" colSpan={columns.length}>
                {props.empty ?? words.t('ui.table-empty')}
              </td>
            </tr>
          ) : (
            rendered
          )}
        </tbody>
      </table>
      {props.footer ? <div class="ql-table-footer ql-note">{props.footer}</div> : null}
    </div>
  );
}

function isByKeyboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(':focus-visible');
}
