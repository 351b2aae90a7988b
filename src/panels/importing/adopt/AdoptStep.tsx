import { useSpeech } from '#state/useApp.ts';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { changeSource, nameCity } from '../edits/sourceEdits.ts';
import { usePlanned } from '../wizard.ts';
import { RecipeDownload } from './RecipeDownload.tsx';
import { Summary } from './Summary.tsx';

const licences = [
  'Datenlizenz Deutschland – Namensnennung – 2.0',
  'Datenlizenz Deutschland – Zero – 2.0',
  'CC BY 4.0',
  'CC BY 3.0 DE',
  'CC0 1.0',
  'ODbL 1.0',
] as const;

/** What the city is called and where its data come from; then it is taken over. */
export function AdoptStep() {
  const { t } = useSpeech();
  const { plan, edit } = usePlanned();
  const { source } = plan;
  const set = (change: Partial<typeof source>) =>
    edit((now) => changeSource(now, change), `source ${Object.keys(change).join()}`);
  return (
    <>
      <p class="ql-lead">{t('importing.adopt-lead')}</p>
      <div class="ql-import-columns">
        <div class="ql-import-main">
          <div class="ql-import-row">
            <TextField
              id={anchor('title')}
              label={t('importing.city-name')}
              value={plan.title}
              error={plan.title.trim() === '' ? t('importing.city-name-missing') : null}
              onChange={(title) => edit((now) => nameCity(now, title), 'title')}
            />
            <TextField
              label={t('importing.source-title')}
              value={source.title}
              onChange={(title) => set({ title })}
            />
          </div>
          <div class="ql-import-row">
            <TextField
              id={anchor('publisher')}
              label={t('importing.publisher')}
              value={source.publisher}
              error={source.publisher.trim() === '' ? t('importing.publisher-missing') : null}
              onChange={(publisher) => set({ publisher })}
            />
            <TextField
              label={t('importing.source-date')}
              value={source.date}
              placeholder={t('importing.source-date-example')}
              onChange={(date) => set({ date })}
            />
          </div>
          <div class="ql-import-row">
            <TextField
              label={t('importing.licence')}
              value={source.licence}
              suggestions={licences}
              note={t('importing.licence-note')}
              onChange={(licence) => set({ licence })}
            />
            <TextField
              label={t('importing.source-url')}
              type="url"
              value={source.url ?? ''}
              onChange={(url) => set({ url: url.trim() === '' ? null : url })}
            />
          </div>
        </div>
        <aside class="ql-import-aside">
          <Summary />
          <RecipeDownload />
        </aside>
      </div>
    </>
  );
}
