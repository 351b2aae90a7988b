import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import { usePopover } from './usePopover.ts';
import './popover.css';
import './Term.css';

export interface TermProps {
  readonly term: string;
  /** What it means, in plain words. */
  readonly children: ComponentChildren;
}

/** A word that explains itself when pressed. */
export function Term({ term, children }: TermProps) {
  const { words } = useLanguage();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  usePopover(isOpen, popover, button, () => setOpen(false));
  return (
    <>
      <button
        ref={button}
        type="button"
        class="ql-term"
        aria-expanded={isOpen}
        aria-controls={id}
        title={words.t('ui.explain-term', { term })}
        onClick={() => setOpen(!isOpen)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {term}
      </button>
      <div
        ref={popover}
        id={id}
        class="ql-popover ql-term-text"
        popover="manual"
        role="note"
        // Selecting the text must not close it.
        onMouseDown={(event) => event.preventDefault()}
      >
        {isOpen ? children : null}
      </div>
    </>
  );
}
