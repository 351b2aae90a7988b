export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where something as large as `size` stands at `anchor` inside a viewport, in CSS pixels: below it when there is room,
 * else above, else wherever there is more room; never beyond the edges.
 */
export function placeAt(anchor: Box, size: Size, viewport: Size, gap = 4, margin = 8): Placement {
  const below = viewport.height - (anchor.top + anchor.height) - gap - margin;
  const above = anchor.top - gap - margin;
  const isBelow = size.height <= below || below >= above;
  const room = Math.max(0, isBelow ? below : above);
  const height = Math.min(size.height, room);
  const rightmost = viewport.width - margin - size.width;
  return {
    left: Math.max(margin, Math.min(anchor.left, rightmost)),
    top: isBelow ? anchor.top + anchor.height + gap : anchor.top - gap - height,
    maxHeight: room,
  };
}

/**
 * Beside a point (a pointer, an area on the map): right below it, flipping to the other side at an edge.
 * `left`/`top` are relative to the same origin as the point.
 */
export function placeBeside(
  point: { readonly x: number; readonly y: number },
  size: Size,
  within: Size,
  gap = 14,
) {
  const right = point.x + gap;
  const below = point.y + gap;
  return {
    left: Math.max(0, right + size.width <= within.width ? right : point.x - gap - size.width),
    top: Math.max(0, below + size.height <= within.height ? below : point.y - gap - size.height),
  };
}

/** Puts an open popover at its anchor. A popover lives in the top layer: no scrolling panel cuts it off. */
export function place(
  popover: HTMLElement,
  anchor: Element,
  options: { readonly sameWidth?: boolean } = {},
): void {
  const box = anchor.getBoundingClientRect();
  if (options.sameWidth) popover.style.minWidth = `${box.width}px`;
  popover.style.maxHeight = '';
  const size = { width: popover.offsetWidth, height: popover.offsetHeight };
  const viewport = { width: window.innerWidth, height: window.innerHeight };
  const placement = placeAt(box, size, viewport);
  popover.style.left = `${placement.left}px`;
  popover.style.top = `${placement.top}px`;
  popover.style.maxHeight = `${placement.maxHeight}px`;
}
