import { useId } from 'preact/hooks';
import type { CrosswalkPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { setCrosswalk } from '../edits/crosswalkEdits.ts';
import { gridIn } from '../edits/gridIn.ts';
import { tableName } from '../tableName.ts';
import { usePlanned } from '../wizard.ts';

export interface CrosswalkCardProps {
  readonly from: string;
  readonly to: string;
}

type Choice = 'none' | 'overlap' | 'grid' | 'table';

/** Two vintages of the same kind of area: how figures get from the one to the other, or that they do not. */
export function CrosswalkCard({ from, to }: CrosswalkCardProps) {
  const { t } = useSpeech();
  const { plan, inspection, review, edit, sayAreas } = usePlanned();
  const heading = useId();
  const [older, newer] = [from, to].map((id) => plan.levels.find((level) => level.id === id));
  const crosswalk = plan.crosswalks.find((one) => one.from === from && one.to === to);
  const grid = gridIn(inspection);
  const table =
    crosswalk?.by.kind === 'table'
      ? inspection.tables.find(({ id }) => crosswalk.by.kind === 'table' && id === crosswalk.by.table)
      : undefined;
  const isMissing = review?.levels.some((level) => level.level === from && level.crosswalkMissing);
  const choice = choiceOf(crosswalk);
  const set = (chosen: Choice) => {
    if (chosen === 'table') return;
    edit((now) =>
      setCrosswalk(
        now,
        from,
        to,
        chosen === 'none' ? null : { kind: 'overlap', grid: chosen === 'grid' ? grid : null },
      ),
    );
  };
  if (!older || !newer) return null;
  return (
    <section class="ql-import-card" aria-labelledby={heading}>
      <header class="ql-import-card-head">
        <h3 id={heading}>
          {t('importing.crosswalk-title', {
            family: sayAreas(newer.familyPlural),
            from: older.vintage || '–',
            to: newer.vintage || '–',
          })}
        </h3>
      </header>
      <div class="ql-import-card-body">
        <p>{t(isMissing ? 'importing.crosswalk-missing' : 'importing.crosswalk-why')}</p>
        <PlainSelect
          label={t('importing.crosswalk-how')}
          value={choice}
          options={[
            { value: 'none', label: t('importing.crosswalk-none') },
            { value: 'overlap', label: t('importing.crosswalk-overlap') },
            { value: 'grid', label: t('importing.crosswalk-grid'), disabled: grid === null },
            {
              value: 'table',
              label: table
                ? t('importing.crosswalk-table', { table: tableName(table) })
                : t('importing.crosswalk-table-none'),
              disabled: table === undefined,
            },
          ]}
          onChange={set}
        />
        <p class="ql-note">{t(`importing.crosswalk-${choice}-note`)}</p>
      </div>
    </section>
  );
}

function choiceOf(crosswalk: CrosswalkPlan | undefined): Choice {
  if (!crosswalk) return 'none';
  if (crosswalk.by.kind === 'table') return 'table';
  return crosswalk.by.grid ? 'grid' : 'overlap';
}
