import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import './Dialog.css';
import './StatusMessage.css';

export interface StatusMessageProps {
  /** null: nothing to say. The element stays in the page, else screen readers would miss the next message. */
  readonly message: ComponentChildren | null;
  readonly kind?: 'plain' | 'good' | 'caution';
  readonly onClose?: () => void;
  /** Milliseconds until it closes by itself; never while it has the pointer or a control in focus. */
  readonly lasts?: number;
  readonly action?: ComponentChildren;
  /** Floats below the head of the page instead of standing in the text. */
  readonly floating?: boolean;
}

/** Says that something happened, without taking the focus. */
export function StatusMessage(props: StatusMessageProps) {
  const { message, kind = 'plain', onClose, lasts, action, floating } = props;
  const { words } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (message === null || lasts === undefined) return;
    const timer = setInterval(() => {
      if (box.current?.matches(':hover, :focus-within')) return;
      clearInterval(timer);
      close.current?.();
    }, lasts);
    return () => clearInterval(timer);
  }, [message, lasts]);
  return (
    <div ref={box} role="status" class={`ql-status${floating ? ' ql-status-floating' : ''}`}>
      {message === null ? null : (
        <div class={`ql-status-box ql-status-${kind}`}>
          <div class="ql-status-text">{message}</div>
          {action}
          {onClose ? (
            <button type="button" class="ql-close" aria-label={words.t('ui.close')} onClick={onClose}>
              <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
                <path d="M1 1l10 10M11 1L1 11" fill="none" stroke="currentColor" stroke-width="1.5" />
              </svg>
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}
