import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeBeside } from './floating.ts';
import './HoverCard.css';

export interface HoverCardProps {
  /** The point it belongs to, px from the top left of the positioned parent. */
  readonly x: number;
  readonly y: number;
  readonly children: ComponentChildren;
}

/** A card beside the pointer, always inside its parent; it says what the selection says elsewhere, so it is unspoken. */
export function HoverCard({ x, y, children }: HoverCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly left: number; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const parent = element?.offsetParent;
    if (!element || !parent) return;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    setAt(placeBeside({ x, y }, size, { width: parent.clientWidth, height: parent.clientHeight }));
  }, [x, y, children]);
  return (
    <div
      ref={card}
      class="ql-hover-card"
      aria-hidden="true"
      style={{ left: `${at?.left ?? 0}px`, top: `${at?.top ?? 0}px`, visibility: at ? undefined : 'hidden' }}
    >
      {children}
    </div>
  );
}
