import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import { type Sort, type SortValue, sortRows } from './sortRows.ts';
import './DataTable.css';

export interface Column<R> {
  readonly id: string;
  readonly title: string;
  /** Stands in the head, once. */
  readonly unit?: string;
  /** `end` for figures. */
  readonly align?: 'start' | 'end';
  /** What the column sorts by. */
  readonly value: (row: R) => SortValue;
  /** What the cell shows; the value itself when left out. */
  readonly render?: (row: R) => ComponentChildren;
  readonly sortable?: boolean;
  /** CSS width; the first column takes what is left. */
  readonly width?: string;
  /** Longer explanation of the head. */
  readonly hint?: string;
  readonly weight?: 'strong' | 'muted';
}

export interface DataTableProps<R> {
  /** What the table holds; read out, and shown unless hidden. */
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Left out: the table sorts by itself, beginning with `initialSort`. null: as the rows come. */
  readonly sort?: Sort | null;
  readonly initialSort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
  /** Rows of one section stand together under its name; sorting stays inside. */
  readonly section?: (row: R) => string;
  readonly selected?: string | null;
  readonly onSelect?: (key: string, row: R) => void;
  readonly hovered?: string | null;
  readonly onHover?: (key: string | null) => void;
  /** Rows that hold no figure worth comparing. */
  readonly isMuted?: (row: R) => boolean;
  /** CSS height of an own scroll box that follows the selection; without it the table scrolls with its panel. */
  readonly height?: string;
  readonly footer?: ComponentChildren;
  readonly empty?: ComponentChildren;
}

/** From this many rows on only the visible ones are in the document. */
const virtualFrom = 80;
const rowHeight = 30;
const spare = 8;

type Item<R> =
  | { readonly section: string; readonly row: null; readonly key: string }
  | { readonly section: null; readonly row: R; readonly key: string };

/**
 * The accessible twin of a map or chart: sortable heads, one tab stop for all rows (arrows, Home, End, page keys,
 * Enter), hundreds of rows without hundreds of elements.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { columns, rows, rowKey, section, selected, onSelect, onHover } = props;
  const { words } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [ownSort, setOwnSort] = useState<Sort | null>(props.initialSort ?? null);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const [focused, setFocused] = useState<string | null>(null);
  const wantsFocus = useRef(false);

  const items = useMemo((): readonly Item<R>[] => {
    const column = sort && columns.find((each) => each.id === sort.column);
    const sorted = column ? sortRows(rows, column.value, sort.direction, words.language) : rows;
    const plain = (row: R): Item<R> => ({ section: null, row, key: rowKey(row) });
    if (!section) return sorted.map(plain);
    const bySection = new Map<string, R[]>(rows.map((row) => [section(row), []]));
    for (const row of sorted) bySection.get(section(row))?.push(row);
    return [...bySection].flatMap(([name, members]) => [
      { section: name, row: null, key: `section ${name}` },
      ...members.map(plain),
    ]);
  }, [rows, columns, sort?.column, sort?.direction, section, rowKey, words.language]);

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
      const to = step(items, index, event.key, page);
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

  const chooseSort = (column: Column<R>) => {
    const first = column.align === 'end' ? 'descending' : 'ascending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const direction = sort?.column === column.id && sort.direction === first ? other : first;
    const chosen: Sort = { column: column.id, direction };
    if (props.sort === undefined) setOwnSort(chosen);
    props.onSort?.(chosen);
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
            {columns.map((column) => head(column, sort, () => chooseSort(column)))}
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

function head<R>(column: Column<R>, sort: Sort | null, choose: () => void) {
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

function tableRow<R>(
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

function spacer(rows: number, from: number, columns: number) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is only focusable with a tabindex, and this one has none
    <tr key={`spacer ${from}`} aria-hidden="true" class="ql-table-spacer">
      <td colSpan={columns} style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );
}

function rowAt(event: Event): HTMLTableRowElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLTableRowElement>('tr[data-key]') : null;
}

function step<R>(items: readonly Item<R>[], from: number, key: string, page: number): number | null {
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

/** The element whose scrolling moves the table: its own box, or the panel it stands in. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (overflowY === 'auto' || overflowY === 'scroll') return each;
  }
  return document.documentElement;
}

function viewHeight(box: HTMLElement | null): number {
  return box ? scrollerOf(box).clientHeight : 0;
}

function scrollToRow(
  box: HTMLElement,
  body: HTMLTableSectionElement,
  index: number,
  align: 'nearest' | 'center',
): void {
  const scroller = scrollerOf(box);
  const port = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
  const shown = body.querySelector<HTMLTableRowElement>(`tr[aria-rowindex="${index + 2}"]`);
  const top = shown
    ? shown.getBoundingClientRect().top - port
    : body.getBoundingClientRect().top - port + index * rowHeight;
  const height = shown?.offsetHeight ?? rowHeight;
  const headHeight = body.parentElement?.querySelector('thead')?.offsetHeight ?? 0;
  const view = scroller.clientHeight;
  if (top >= headHeight && top + height <= view) return;
  const offset =
    align === 'center'
      ? top - (view + headHeight - height) / 2
      : top < headHeight
        ? top - headHeight
        : top + height - view;
  scroller.scrollTop += offset;
}

/** First and last (exclusive) row in sight, with some to spare; all of them in a short table. */
function useVisibleRange(
  box: { readonly current: HTMLDivElement | null },
  body: { readonly current: HTMLTableSectionElement | null },
  count: number,
  isVirtual: boolean,
): { readonly from: number; readonly to: number } {
  const [range, setRange] = useState({ from: 0, to: 40 });
  useLayoutEffect(() => {
    if (!isVirtual || !box.current) return;
    const scroller = scrollerOf(box.current);
    const measure = () => {
      if (!body.current) return;
      const port = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
      const above = port - body.current.getBoundingClientRect().top;
      // Steps of `spare` rows: most scroll events then change nothing.
      const first = Math.floor(above / rowHeight / spare) * spare;
      const rowsInView = Math.ceil(scroller.clientHeight / rowHeight / spare) * spare;
      const from = Math.max(0, Math.min(first - spare, count - 1));
      const to = Math.max(from, Math.min(count, first + rowsInView + 2 * spare));
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    measure();
    const target: EventTarget = scroller === document.documentElement ? document : scroller;
    target.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => {
      target.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [isVirtual, count, box, body]);
  return isVirtual
    ? { from: Math.min(range.from, count), to: Math.min(range.to, count) }
    : { from: 0, to: count };
}

function isByKeyboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(':focus-visible');
}
