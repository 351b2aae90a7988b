import { useRef } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { anchor } from '../anchor.ts';
import { useWizard } from '../wizard.ts';

export interface DropZoneProps {
  /** While there is nothing else on the page. */
  readonly large?: boolean;
}

/** Where files come in. The whole window takes drops; this says so, and opens the browser's own windows. */
export function DropZone({ large }: DropZoneProps) {
  const { t } = useSpeech();
  const { bench } = useWizard();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    bench.add(
      [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, content: file })),
    );
    input.value = '';
  };
  return (
    <div class={`ql-import-drop${large ? ' ql-import-drop-large' : ''}`} id={anchor('drop')}>
      <p class="ql-import-drop-title">{t(large ? 'importing.drop' : 'importing.drop-more')}</p>
      {large && <p class="ql-note">{t('importing.drop-formats')}</p>}
      <div class="ql-import-buttons">
        <Button kind={large ? 'primary' : 'plain'} onClick={() => files.current?.click()}>
          {t('importing.choose-files')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('importing.choose-folder')}</Button>
      </div>
      <input ref={files} type="file" multiple hidden onChange={(event) => take(event.currentTarget)} />
      <input
        ref={folder}
        type="file"
        hidden
        // Not in the typings: chooses a whole folder.
        {...{ webkitdirectory: true }}
        onChange={(event) => take(event.currentTarget)}
      />
      <p class="ql-note">{t('importing.stays-here')}</p>
    </div>
  );
}
