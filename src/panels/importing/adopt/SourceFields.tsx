import { usualLicences } from '#import/inspect/licences.ts';
import type { PlanSource } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { changeSource } from '../edits/sourceEdits.ts';
import { usePlanned } from '../wizard.ts';
import type { SourceInUse } from './sourcesInUse.ts';

export interface SourceFieldsProps {
  readonly one: SourceInUse;
  /** Heading, where there are several. */
  readonly legend: string | null;
}

/** Who published some of the files, of which day, and what one may do with them. */
export function SourceFields({ one: { source }, legend }: SourceFieldsProps) {
  const { t } = useSpeech();
  const { edit } = usePlanned();
  const { id } = source;
  const set = (change: Partial<PlanSource>) =>
    edit((now) => changeSource(now, id, change), `source ${id} ${Object.keys(change).join()}`);
  return (
    <fieldset class="ql-import-source">
      <legend class={legend === null ? 'ql-unseen' : undefined}>{legend ?? t('importing.source-one')}</legend>
      <div class="ql-import-row">
        <TextField
          id={anchor('publisher', id)}
          label={t('importing.publisher')}
          value={source.publisher}
          error={source.publisher.trim() === '' ? t('importing.publisher-missing') : null}
          onChange={(publisher) => set({ publisher })}
        />
        <TextField
          label={t('importing.source-title')}
          value={source.title}
          onChange={(title) => set({ title })}
        />
        <TextField
          label={t('importing.source-date')}
          value={source.date}
          placeholder={t('importing.source-date-example')}
          onChange={(date) => set({ date })}
        />
        <TextField
          label={t('importing.licence')}
          value={source.licence}
          suggestions={usualLicences}
          onChange={(licence) => set({ licence })}
        />
        <TextField
          label={t('importing.source-url')}
          type="url"
          value={source.url ?? ''}
          onChange={(url) => set({ url: url.trim() === '' ? null : url })}
        />
      </div>
    </fieldset>
  );
}
