import { type Speech, useSpeech } from '#state/useApp.ts';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { nameCity } from '../edits/sourceEdits.ts';
import { usePlanned } from '../wizard.ts';
import { FileSources } from './FileSources.tsx';
import { RecipeDownload } from './RecipeDownload.tsx';
import { SourceFields } from './SourceFields.tsx';
import { Summary } from './Summary.tsx';
import { type SourceInUse, sourcesInUse } from './sourcesInUse.ts';

/** What the city is called and where its data come from; then it is taken over. */
export function AdoptStep() {
  const { t } = useSpeech();
  const { plan, inspection, edit } = usePlanned();
  const sources = sourcesInUse(plan, inspection);
  const isShared = sources.length === 1;
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
          </div>
          <section class="ql-import-sources" aria-labelledby={anchor('sources')}>
            <h3 id={anchor('sources')}>{t('importing.sources', { n: sources.length })}</h3>
            {sources.some(({ paths }) => paths.length > 1) || !isShared ? (
              <FileSources sources={sources} />
            ) : null}
            {sources.map((one, i) => (
              <SourceFields
                key={one.source.id}
                one={one}
                legend={
                  isShared ? null : t('importing.source-legend', { number: i + 1, files: namesOf(one, t) })
                }
              />
            ))}
          </section>
        </div>
        <aside class="ql-import-aside">
          <Summary />
          <RecipeDownload />
        </aside>
      </div>
    </>
  );
}

const filesNamed = 2;

function namesOf({ paths }: SourceInUse, t: Speech['t']): string {
  const rest = paths.length - filesNamed;
  const shown = paths.slice(0, filesNamed).join(', ');
  return rest > 0 ? `${shown} ${t('importing.and-more', { n: rest })}` : shown;
}
