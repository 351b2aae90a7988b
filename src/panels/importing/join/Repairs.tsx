import type { TextKey } from '#i18n/i18n.ts';
import type { KeyRepair, TableReview } from '#import/plan/review.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { applyRepair } from '../edits/repairEdits.ts';
import { usePlanned } from '../wizard.ts';

const texts: Readonly<Record<KeyRepair['kind'], TextKey>> = {
  pad: 'importing.repair-pad',
  'strip-end': 'importing.repair-strip-end',
  'pad-end': 'importing.repair-pad-end',
  prefix: 'importing.repair-prefix',
  'other-level': 'importing.repair-other-level',
  'other-column': 'importing.repair-other-column',
  'other-property': 'importing.repair-other-property',
};

/** Ways to match more rows, each with how many more; nothing is repaired without being asked. */
export function Repairs({ one }: { readonly one: TableReview }) {
  const { t } = useSpeech();
  const { plan, edit, draft, sayAreas } = usePlanned();
  if (one.repairs.length === 0) return null;
  const from = plan.levels.find(({ id }) => id === one.level)?.from;
  const textOf = ({ kind, to }: KeyRepair): TextKey =>
    kind === 'other-property' && from?.kind === 'layer' && from.name === to
      ? 'importing.repair-by-name'
      : texts[kind];
  const nameOf = ({ kind, to }: KeyRepair) =>
    kind === 'other-level' ? sayAreas(plan.levels.find(({ id }) => id === to)?.familyPlural ?? to) : to;
  return (
    <section class="ql-import-ask" aria-label={t('importing.repairs')} data-open>
      <h4>{t('importing.repairs')}</h4>
      <ul class="ql-import-list">
        {one.repairs.map((repair, i) => (
          <li key={i}>
            <div>
              {t(textOf(repair), { to: nameOf(repair) })}{' '}
              <span class="ql-note">
                {repair.example[0]} → {repair.example[1]}
              </span>
              <br />
              <strong>{t('importing.repair-more', { n: repair.more })}</strong>
            </div>
            <Button
              small
              disabled={draft.reviewing}
              onClick={({ currentTarget }) => {
                // The button is gone then: the card stays.
                currentTarget.closest<HTMLElement>('.ql-import-card')?.focus({ preventScroll: true });
                edit((now) => applyRepair(now, one.table, repair));
              }}
            >
              {t('importing.repair-apply')}
              <span class="ql-unseen">: {t(textOf(repair), { to: nameOf(repair) })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
