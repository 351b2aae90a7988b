import { useId, useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { addGroup } from '../edits/indicatorEdits.ts';
import { countsOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';
import { GroupItem } from './GroupItem.tsx';
import { IncludedFirst } from './IncludedFirst.tsx';

/** The groups whose segregation can be measured. */
export function GroupList() {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const heading = useId();
  const [count, setCount] = useState('');
  const used = new Set(plan.groups.filter(({ scope }) => scope === 'residents').map((group) => group.count));
  const free = countsOf(plan).filter(({ id }) => !used.has(id));
  return (
    <section aria-labelledby={heading}>
      <header class="ql-import-section-head">
        <h3 id={heading}>{t('importing.groups')}</h3>
      </header>
      <p class="ql-note">{t('importing.groups-note')}</p>
      {plan.groups.length === 0 && <p>{t('importing.groups-none')}</p>}
      <IncludedFirst list={plan.groups} render={(one) => <GroupItem key={one.id} one={one} />} />
      {free.length > 0 && (
        <div class="ql-import-row ql-import-row-tight">
          <PlainSelect
            label={t('importing.group-new')}
            value={count}
            placeholder={t('importing.choose')}
            options={free.map(({ id, name }) => ({ value: id, label: say(name) }))}
            onChange={setCount}
          />
          <Button
            small
            disabled={count === ''}
            onClick={() => {
              edit((now) => addGroup(now, count));
              setCount('');
            }}
          >
            {t('importing.group-add')}
          </Button>
        </div>
      )}
    </section>
  );
}
