import type { SmallNumbers } from '#disclosure/smallNumbers.ts';
import { useSpeech } from '#state/useApp.ts';

/** What was found of small numbers, and what is proposed for it. */
export function Proposal({ found }: { readonly found: SmallNumbers }) {
  const { t, text } = useSpeech();
  const { counts, small, secret, multipleOf, most } = found;
  if (counts === 0) return <p class="ql-import-proposal">{t('importing.protection-nothing')}</p>;
  if (small > 0) {
    return (
      <div class="ql-import-proposal">
        <p>
          <strong>{t('importing.protection-small', { n: small, of: counts })}</strong>{' '}
          {most && t('importing.protection-most', { variable: text(most.variable), n: most.small })}
        </p>
        {secret > 0 && <p>{t('importing.protection-also-secret', { n: secret })}</p>}
        <p>{t('importing.protection-usual')}</p>
      </div>
    );
  }
  return (
    <div class="ql-import-proposal">
      <p>
        <strong>
          {multipleOf !== null
            ? t('importing.protection-rounded', { base: multipleOf })
            : secret > 0
              ? t('importing.protection-secret', { n: secret })
              : t('importing.protection-none')}
        </strong>
      </p>
      <p>{t('importing.protection-delivered')}</p>
    </div>
  );
}
