import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import './Sheet.css';

export interface SheetProps {
  readonly title: string;
  /** Where the handle stands on a narrow screen, so that two sheets fit side by side. */
  readonly side: 'start' | 'end';
  /** Only matters on a narrow screen (at most 820 px). */
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ComponentChildren;
}

/** A panel at the side; on a narrow screen a sheet that is drawn up over the map. */
export function Sheet({ title, side, open, onToggle, children }: SheetProps) {
  const { words } = useLanguage();
  const id = useId();
  const handle = useRef<HTMLButtonElement>(null);
  return (
    <section class={`ql-sheet ql-sheet-${side}`} data-open={open} aria-label={title}>
      <button
        ref={handle}
        type="button"
        class="ql-sheet-handle"
        aria-expanded={open}
        aria-controls={id}
        aria-label={words.t(open ? 'ui.close-sheet' : 'ui.open-sheet', { title })}
        onClick={() => onToggle(!open)}
      >
        <svg viewBox="0 0 12 7" width="12" height="7" aria-hidden="true">
          <path
            d={open ? 'M1 1l5 5 5-5' : 'M1 6l5-5 5 5'}
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
          />
        </svg>
        {title}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside */}
      <div
        class="ql-sheet-body"
        id={id}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open || !handle.current?.offsetParent) return;
          event.preventDefault();
          onToggle(false);
          handle.current.focus();
        }}
      >
        {children}
      </div>
    </section>
  );
}
