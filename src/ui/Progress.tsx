import { useId } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import { Button } from './Button.tsx';
import './Progress.css';

export interface ProgressProps {
  readonly label: string;
  /** 0…1; null while unknown. */
  readonly part: number | null;
  readonly onCancel?: () => void;
}

/** Something takes longer than a moment: how far it is, and a way out. */
export function Progress({ label, part, onCancel }: ProgressProps) {
  const { words } = useLanguage();
  const id = useId();
  return (
    <div class="ql-progress">
      <div class="ql-progress-label">
        <span id={id}>{label}</span>
        {part === null ? null : (
          <span class="ql-progress-part">
            {words.t('ui.progress-part', { part: String(Math.round(part * 100)) })}
          </span>
        )}
      </div>
      <div class="ql-progress-row">
        <progress aria-labelledby={id} max={1} value={part ?? undefined} />
        {onCancel ? (
          <Button small onClick={onCancel}>
            {words.t('ui.cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
