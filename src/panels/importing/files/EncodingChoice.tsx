import type { InspectedFile } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { Chips } from '#ui/Chips.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { decideFile } from '../edits/sourceEdits.ts';
import { usePlanned } from '../wizard.ts';
import { encodingName } from './formatText.ts';

const delimiters = [';', ',', '\t', '|'] as const;

/** How the letters and the columns of a text file were told apart, to be looked at and to be changed. */
export function EncodingChoice({ file }: { readonly file: InspectedFile }) {
  const { t } = useSpeech();
  const { reread } = usePlanned();
  const { encoding, delimiter, path } = file;
  if (!encoding && delimiter === null) return null;
  // Plain ASCII reads the same in every encoding: nothing to choose.
  const hasUmlauts = encoding !== null && encoding.sample !== '';
  return (
    <div class="ql-import-reading">
      {encoding && hasUmlauts && (
        <Chips
          label={t('importing.encoding')}
          value={encoding.encoding}
          options={[{ encoding: encoding.encoding, sample: encoding.sample }, ...encoding.alternatives].map(
            (each) => ({
              value: each.encoding,
              label: (
                <>
                  <span class="ql-import-encoding">{encodingName(each.encoding)}</span>
                  <span class="ql-import-sample">{each.sample}</span>
                </>
              ),
            }),
          )}
          onChange={(chosen) => reread((plan) => decideFile(plan, path, { encoding: chosen }))}
          note={t(`importing.encoding-${encoding.from}`)}
        />
      )}
      {encoding && !hasUmlauts && (
        <p class="ql-note">{t('importing.encoding-plain', { encoding: encodingName(encoding.encoding) })}</p>
      )}
      {delimiter !== null && (
        <div class="ql-import-short">
          <PlainSelect
            label={t('importing.delimiter')}
            value={delimiter}
            options={[...new Set<string>([...delimiters, delimiter])].map((sign) => ({
              value: sign,
              label:
                sign === ';'
                  ? t('importing.delimiter-semicolon')
                  : sign === ','
                    ? t('importing.delimiter-comma')
                    : sign === '\t'
                      ? t('importing.delimiter-tab')
                      : sign === '|'
                        ? t('importing.delimiter-bar')
                        : sign,
            }))}
            onChange={(chosen) => reread((plan) => decideFile(plan, path, { delimiter: chosen }))}
          />
        </div>
      )}
    </div>
  );
}
