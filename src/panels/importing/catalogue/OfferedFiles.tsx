import { useSpeech } from '#state/useApp.ts';
import { layerAddress } from './catalogue.ts';
import type { FileState } from './offeredFiles.ts';

/** The files of a recipe: from whom, under which licence, whether they are there, and where they are offered. */
export function OfferedFiles({ states }: { readonly states: readonly FileState[] }) {
  const { t, text } = useSpeech();
  return (
    <table class="ql-import-offered">
      <caption>{t('importing.renewal-files')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importing.offered-file')}</th>
          <th scope="col">{t('importing.offered-from')}</th>
          <th scope="col">{t('importing.offered-state')}</th>
        </tr>
      </thead>
      <tbody>
        {states.map(({ file, now }) => (
          <tr key={file.path}>
            <th scope="row">
              {file.path}
              {now !== null && now !== file.path && (
                <span class="ql-note"> {t('importing.offered-as', { now })}</span>
              )}
            </th>
            <td>
              {text(file.publisher)}
              <span class="ql-note"> {text(file.licence)}</span>
            </td>
            <td>{now !== null ? t('importing.offered-there') : <Missing state={{ file, now }} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where to get a file that is not there: links that open beside the app and tell nobody where they were pressed. */
function Missing({ state: { file } }: { readonly state: FileState }) {
  const { t } = useSpeech();
  const layer = layerAddress(file);
  return (
    <>
      <span class={file.optional ? undefined : 'ql-import-caution'}>
        {t(file.optional ? 'importing.offered-optional' : 'importing.offered-missing')}
      </span>
      {file.offered !== null && (
        <a href={file.offered} target="_blank" rel="noopener noreferrer">
          {t('importing.offered-page')}
          <span class="ql-unseen">: {file.path}</span>
        </a>
      )}
      {layer !== null && (
        <a href={layer} target="_blank" rel="noopener noreferrer">
          {t('importing.offered-layer')}
          <span class="ql-unseen">: {file.path}</span>
        </a>
      )}
    </>
  );
}
