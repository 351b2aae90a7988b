import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { place } from './floating.ts';

/**
 * Opens and closes a `popover="manual"` element with `isOpen`, keeps it at its anchor while anything scrolls, and
 * reports a press outside of both.
 */
export function usePopover(
  isOpen: boolean,
  popover: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onOutside: () => void,
  options: { readonly sameWidth?: boolean } = {},
): void {
  const outside = useRef(onOutside);
  outside.current = onOutside;
  const sameWidth = options.sameWidth ?? false;
  useLayoutEffect(() => {
    const element = popover.current;
    const holder = anchor.current;
    if (!isOpen || !element || !holder) return;
    element.showPopover();
    const update = () => place(element, holder, { sameWidth });
    update();
    const press = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!element.contains(target) && !holder.contains(target)) outside.current();
    };
    const scroll = (event: Event) => {
      if (!(event.target instanceof Node && element.contains(event.target))) update();
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('scroll', scroll, true);
    window.addEventListener('resize', update);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('scroll', scroll, true);
      window.removeEventListener('resize', update);
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
    };
  }, [isOpen, sameWidth, popover, anchor]);
}
