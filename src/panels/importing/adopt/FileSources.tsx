import { useRef, useState } from 'preact/hooks';
import { sourceOfFile } from '#import/plan/fileSources.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { assignSource } from '../edits/sourceEdits.ts';
import { usePlanned } from '../wizard.ts';
import { sourceName } from './sourceName.ts';
import type { SourceInUse } from './sourcesInUse.ts';

const another = 'another';

/** Which file comes from which source. */
export function FileSources({ sources }: { readonly sources: readonly SourceInUse[] }) {
  const { t } = useSpeech();
  const { plan, inspection, edit } = usePlanned();
  const summary = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(sources.length > 1);
  const order = new Map(inspection.files.map(({ path }, i) => [path, i]));
  const paths = sources.flatMap((one) => one.paths).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const isShared = sources.length === 1;
  const main = sources.find(({ source }) => source.publisher.trim() !== '') ?? sources[0];
  const assign = (changed: readonly string[], id: string) =>
    edit((now) => assignSource(now, changed, id === another ? null : id));
  const options = [
    ...sources.map(({ source }, i) => ({ value: source.id, label: sourceName(source, i, t) })),
    { value: another, label: t('importing.source-another') },
  ];
  return (
    <details class="ql-import-inner" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>
        {t(isShared ? 'importing.sources-one' : 'importing.sources-many', {
          files: t('importing.n-files', { n: paths.length }),
          n: sources.length,
        })}
      </summary>
      <section
        class="ql-import-source-box"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
        aria-label={t('importing.sources-caption')}
      >
        <table class="ql-import-source-table">
          <thead>
            <tr>
              <th scope="col">{t('importing.source-file')}</th>
              <th scope="col">{t('importing.publisher')}</th>
              <th scope="col">{t('importing.source-date')}</th>
              <th scope="col">{t('importing.licence-short')}</th>
            </tr>
          </thead>
          <tbody>
            {paths.map((path) => {
              const id = sourceOfFile(plan, path);
              const source = sources.find((one) => one.source.id === id)?.source;
              const words = inspection.files.find((file) => file.path === path)?.stated?.words ?? [];
              return (
                <tr key={path}>
                  <th scope="row">
                    {path}
                    {words.length > 0 && (
                      <span class="ql-note">{t('importing.source-words', { words: words.join(' · ') })}</span>
                    )}
                  </th>
                  <td>
                    <PlainSelect
                      small
                      hideLabel
                      label={t('importing.source-of', { file: path })}
                      value={id}
                      options={options}
                      onChange={(chosen) => assign([path], chosen)}
                    />
                  </td>
                  <td>{source?.date || '–'}</td>
                  <td>{source?.licence || '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {!isShared && main && (
        <Button
          small
          onClick={() => {
            assign(paths, main.source.id);
            // The button is gone then.
            summary.current?.focus();
          }}
        >
          {t('importing.source-for-all', { source: sourceName(main.source, sources.indexOf(main), t) })}
        </Button>
      )}
    </details>
  );
}
