import { useRef } from 'preact/hooks';
import { describeProblem } from '#i18n/problemText.ts';
import { sessionChanged } from '#state/actions/session.ts';
import { useAllWords, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import type { ImportFile } from '#worker/jobs.ts';
import { useServices } from '../services.ts';
import { openProject } from './openProject.ts';

/** Asks for the data of a project that were not saved with it. They are known by their contents. */
export function WantingDialog() {
  const { t, words, numbers, text } = useSpeech();
  const store = useStore();
  const { client } = useServices();
  const wanting = useSelect((state) => state.session.wanting);
  const hasWords = useAllWords(wanting !== null);
  const input = useRef<HTMLInputElement>(null);
  if (!wanting || !hasWords) return null;
  const give = (files: readonly ImportFile[]) =>
    void openProject(store, client, wanting.name, wanting.content, [...wanting.files, ...files]);
  return (
    <Dialog
      open
      wide
      title={t('project.wanting-title', { title: text(wanting.project.title) })}
      onClose={() => store.setState((state) => sessionChanged(state, { wanting: null }))}
      footer={
        <Button kind="primary" onClick={() => input.current?.click()}>
          {t('project.wanting-choose')}
        </Button>
      }
    >
      <p>{t('project.wanting-text', { n: wanting.missing.length })}</p>
      <ul class="ql-source-list">
        {wanting.missing.map(({ path, bytes }) => (
          <li key={path}>
            <strong>{path}</strong>,{' '}
            {t('project.wanting-size', { kilobytes: numbers.integer(Math.ceil(bytes / 1024)) })}
          </li>
        ))}
      </ul>
      {wanting.notes.length > 0 && (
        <ul class="ql-source-list" role="status">
          {wanting.notes.map((note, i) => (
            <li key={i}>{describeProblem(words, note)}</li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) give(files.map((file) => ({ path: file.name, content: file })));
        }}
      />
    </Dialog>
  );
}
