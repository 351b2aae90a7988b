import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Escape, the close button or a press beside the dialog. */
  readonly onClose: () => void;
  /** Buttons, the main one last. */
  readonly footer?: ComponentChildren;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A question or task that stands before everything else: the browser's own modal dialog. */
export function Dialog({ title, open, onClose, footer, wide, children }: DialogProps) {
  const { words } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  // Taken out of the page while open, it would not give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for the same
    <dialog
      ref={dialog}
      class={`ql-dialog${wide ? ' ql-dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open ? (
        <div class="ql-dialog-inside">
          <header class="ql-dialog-head">
            <h2 id={id}>{title}</h2>
            <button type="button" class="ql-close" aria-label={words.t('ui.close')} onClick={onClose}>
              <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d="M1 1l10 10M11 1L1 11" fill="none" stroke="currentColor" stroke-width="1.5" />
              </svg>
            </button>
          </header>
          <div class="ql-dialog-body">{children}</div>
          {footer ? <footer class="ql-dialog-foot">{footer}</footer> : null}
        </div>
      ) : null}
    </dialog>
  );
}
