import { useState } from 'preact/hooks';
import { describeProblem } from '#i18n/problemText.ts';
import { useAllWords, useSelect, useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { lazily } from '#ui/lazily.tsx';
import { useServices } from './services.ts';

const Disclosure = lazily(
  async () => (await import('#panels/disclosure/DisclosureSection.tsx')).DisclosureSection,
);

/** Where the data come from and what was noticed on reading them. */
export function About() {
  const { t, text, words } = useSpeech();
  const { client } = useServices();
  const loaded = useSelect((state) => state.study);
  const [isOpen, setOpen] = useState(false);
  const hasWords = useAllWords(isOpen);
  if (!loaded) return null;
  const { study, notes } = loaded;
  return (
    <footer class="ql-about">
      {study.notice && <p class="ql-note">{text(study.notice)}</p>}
      <Button kind="quiet" small onClick={() => setOpen(true)}>
        {t('app.about-open')}
        {notes.length > 0 && ` · ${t('app.notes-open', { n: notes.length })}`}
      </Button>
      <Dialog
        open={isOpen}
        wide
        title={`${t('app.about-title')}: ${text(study.title)}`}
        onClose={() => setOpen(false)}
      >
        {study.notice && <p>{text(study.notice)}</p>}
        <ul class="ql-source-list">
          {study.sources.map((source) => (
            <li key={source.id}>
              {source.title && (
                <>
                  <strong>{text(source.title)}</strong>
                  <br />
                </>
              )}
              {[
                text(source.publisher),
                source.date && `${t('app.about-date')} ${text(source.date)}`,
                source.licence && `${t('app.about-licence')} ${text(source.licence)}`,
              ]
                .filter(Boolean)
                .join(', ')}
              {source.url && (
                <>
                  <br />
                  <Address url={source.url} />
                </>
              )}
            </li>
          ))}
        </ul>
        <Disclosure client={client} />
        {hasWords && notes.length > 0 && (
          <>
            <h3>{t('app.notes-title')}</h3>
            <ul class="ql-source-list">
              {notes.map((note, i) => (
                <li key={i}>{describeProblem(words, note)}</li>
              ))}
            </ul>
          </>
        )}
      </Dialog>
    </footer>
  );
}

/** A link only where it leads to the web, whatever a pack writes there; followed by hand alone. */
function Address({ url }: { readonly url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span class="ql-note">{url}</span>;
  return (
    <a class="ql-note" href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </a>
  );
}
