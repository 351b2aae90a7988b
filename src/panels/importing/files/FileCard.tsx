import { describeProblem, problemSentence } from '#i18n/problemText.ts';
import type { InspectedFile } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { InfoLine } from '#ui/InfoLine.tsx';
import { anchor } from '../anchor.ts';
import { usePlanned } from '../wizard.ts';
import { EncodingChoice } from './EncodingChoice.tsx';
import { formatNames, sizeText } from './formatText.ts';
import { LayerFacts } from './LayerFacts.tsx';
import { TableFacts } from './TableFacts.tsx';

export interface FileCardProps {
  readonly file: InspectedFile;
  readonly isOpen: boolean;
}

/** One file: what it was taken for, what is in it, what is wrong with it. */
export function FileCard({ file, isOpen }: FileCardProps) {
  const { t, words, numbers } = useSpeech();
  const { inspection, draft, bench } = usePlanned();
  const tables = inspection.tables.filter((table) => table.file === file.path && table.layer === null);
  const layers = inspection.layers.filter((layer) => layer.file === file.path);
  const mark =
    file.format === null
      ? t('importing.file-unknown')
      : file.problems.length > 0
        ? t('importing.file-problems', { n: file.problems.length })
        : null;
  return (
    <details class="ql-import-card" id={anchor('file', file.path)} open={isOpen}>
      <summary>
        <h3>{file.path}</h3>
        <InfoLine
          items={[
            file.format ? formatNames[file.format] : null,
            sizeText(file.bytes, numbers, t),
            tables.length > 0 ? t('importing.n-tables', { n: tables.length }) : null,
            layers.length > 0
              ? t('importing.n-polygons', { n: layers.reduce((sum, { features }) => sum + features, 0) })
              : null,
            mark && <strong class="ql-import-caution">{mark}</strong>,
          ]}
        />
      </summary>
      <div class="ql-import-card-body">
        {file.problems.length > 0 && (
          <ul class="ql-import-problems">
            {file.problems.map((one, i) => (
              <li key={i}>
                {one.where?.row !== undefined || one.where?.column !== undefined
                  ? describeProblem(words, one)
                  : problemSentence(words, one)}
              </li>
            ))}
          </ul>
        )}
        {file.notes.length > 0 && (
          <ul class="ql-import-file-notes">
            {file.notes.map((one, i) => (
              <li key={i}>{problemSentence(words, one)}</li>
            ))}
          </ul>
        )}
        <EncodingChoice file={file} />
        {tables.map((table) => (
          <TableFacts key={table.id} table={table} isAlone={tables.length === 1} />
        ))}
        {layers.map((layer) => (
          <LayerFacts key={layer.id} layer={layer} />
        ))}
        <div class="ql-import-card-end">
          <Button
            kind="quiet"
            small
            disabled={draft.job !== null}
            onClick={() => void bench.remove([file.path])}
          >
            {t('importing.file-remove')}
            <span class="ql-unseen">: {file.path}</span>
          </Button>
        </div>
      </div>
    </details>
  );
}
