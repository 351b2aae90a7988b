import { useLayoutEffect, useState } from 'preact/hooks';

/** In a long table, where rows come and go; in CSS pixels. */
export const rowHeight = 30;
/** Rows beyond both edges that are in the document, too. */
const spare = 8;

/** The element whose scrolling moves the table: its own box, or the panel it stands in. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (overflowY === 'auto' || overflowY === 'scroll') return each;
  }
  return document.documentElement;
}

/** Height of what is in sight of the table. */
export function viewHeight(box: HTMLElement | null): number {
  return box ? scrollerOf(box).clientHeight : 0;
}

/** Scrolls no further than it takes to see a row, in a long table also one that is not in the document. */
export function scrollToRow(
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
export function useVisibleRange(
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
