import type { TableReview } from '#import/plan/review.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { joinByHand } from '../edits/repairEdits.ts';
import { usePlanned } from '../wizard.ts';

const none = ' none';

/** Areas with a similar name for rows without one: only when asked for, and every one confirmed by hand. */
export function NameProposals({ one }: { readonly one: TableReview }) {
  const { t, numbers } = useSpeech();
  const { plan, draft, bench, edit } = usePlanned();
  const found = draft.names[one.table];
  const table = plan.tables.find((each) => each.table === one.table);
  if (one.onlyTable.length === 0 && !found) return null;
  if (!found) {
    return (
      <div class="ql-import-names">
        <Button small disabled={draft.job !== null} onClick={() => void bench.findNames(one.table)}>
          {t('importing.names-ask')}
        </Button>
        <p class="ql-note">{t('importing.names-note')}</p>
      </div>
    );
  }
  const possible = found.filter(({ candidates }) => candidates.length > 0);
  if (possible.length === 0) return <p>{t('importing.names-none')}</p>;
  return (
    <section class="ql-import-names" aria-label={t('importing.names')}>
      <h4>{t('importing.names')}</h4>
      <ul class="ql-import-name-list">
        {possible.map(({ cell, row, candidates }) => (
          <li key={`${row} ${cell}`}>
            <span>
              <strong>{cell}</strong> <span class="ql-note">{t('importing.row', { row: String(row) })}</span>
            </span>
            <PlainSelect
              small
              hideLabel
              label={t('importing.names-for', { cell })}
              value={table?.key.map[cell] ?? none}
              options={[
                { value: none, label: t('importing.names-no') },
                ...candidates.map(({ key, name, likeness }) => ({
                  value: key,
                  label: isPart(cell, name)
                    ? t('importing.names-option-part', { name, key })
                    : t('importing.names-option', { name, key, likeness: numbers.percent(likeness, 0) }),
                })),
              ]}
              onChange={(key) => edit((now) => joinByHand(now, one.table, cell, key === none ? null : key))}
            />
          </li>
        ))}
      </ul>
      {possible.some(({ cell, candidates }) => candidates.some(({ name }) => isPart(cell, name))) && (
        <p class="ql-note">{t('importing.names-part-note')}</p>
      )}
    </section>
  );
}

/** `Waltershof` of `Waltershof und Finkenwerder`: the row is of more than this area. */
function isPart(cell: string, name: string): boolean {
  return cell.length > name.length + 2 && cell.toLowerCase().includes(name.toLowerCase());
}
