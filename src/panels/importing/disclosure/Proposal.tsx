import type { ComponentChildren } from 'preact';
import type { SmallNumbers } from '#disclosure/smallNumbers.ts';
import { useSpeech } from '#state/useApp.ts';

/** What was found of small numbers, and what is proposed for it. */
export function Proposal({ found }: { readonly found: SmallNumbers | null }) {
  const { t, text } = useSpeech();
  if (!found) return <Said lead="" />;
  const { counts, small, secret, multipleOf, most } = found;
  if (counts === 0) return <Said lead={t('importing.protection-nothing')} />;
  if (small > 0) {
    return (
      <Said lead={t('importing.protection-small', { n: small, of: counts })}>
        {most && `${t('importing.protection-most', { variable: text(most.variable), n: most.small })} `}
        {secret > 0 && `${t('importing.protection-also-secret', { n: secret })} `}
        {t('importing.protection-usual')}
      </Said>
    );
  }
  return (
    <Said
      lead={
        multipleOf !== null
          ? t('importing.protection-rounded', { base: multipleOf })
          : secret > 0
            ? t('importing.protection-secret', { n: secret })
            : t('importing.protection-none')
      }
    >
      {t('importing.protection-delivered')}
    </Said>
  );
}

/** Has its place before it is known: the choice below stays where it is. */
function Said({ lead, children }: { readonly lead: string; readonly children?: ComponentChildren }) {
  return (
    <div class="ql-import-proposal" role="status">
      <p class="ql-lead">{lead}</p>
      {children && <p>{children}</p>}
    </div>
  );
}
