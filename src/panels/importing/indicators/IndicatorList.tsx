import { useId, useState } from 'preact/hooks';
import { themes } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { addIndicator, includeIndicators } from '../edits/indicatorEdits.ts';
import { unreadOf } from '../edits/pruneUnread.ts';
import { variablesOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';
import { IncludedFirst } from './IncludedFirst.tsx';
import { IndicatorItem } from './IndicatorItem.tsx';

/** The indicators by theme, each to be taken over or not. */
export function IndicatorList() {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const heading = useId();
  const [variable, setVariable] = useState('');
  const possible = plan.indicators.filter((one) => unreadOf(plan, one).length === 0).map(({ id }) => id);
  const variables = variablesOf(plan);
  return (
    <section aria-labelledby={heading}>
      <header class="ql-import-section-head">
        <h3 id={heading}>{t('importing.indicators')}</h3>
        <Button kind="quiet" small onClick={() => edit((now) => includeIndicators(now, possible, true))}>
          {t('importing.include-all')}
        </Button>
        <Button kind="quiet" small onClick={() => edit((now) => includeIndicators(now, possible, false))}>
          {t('importing.include-none')}
        </Button>
      </header>
      {themes.map((theme) => {
        const members = plan.indicators.filter((one) => one.theme === theme);
        return (
          members.length > 0 && (
            <div key={theme} class="ql-import-theme">
              <h4>{t(`importing.theme-${theme}`)}</h4>
              <IncludedFirst list={members} render={(one) => <IndicatorItem key={one.id} one={one} />} />
            </div>
          )
        );
      })}
      {variables.length > 0 && (
        <div class="ql-import-row ql-import-row-tight">
          <PlainSelect
            label={t('importing.indicator-new')}
            value={variable}
            placeholder={t('importing.choose')}
            options={variables.map(({ id, name }) => ({ value: id, label: say(name) }))}
            onChange={setVariable}
          />
          <Button
            small
            disabled={variable === ''}
            onClick={() => {
              edit((now) => addIndicator(now, variable));
              setVariable('');
            }}
          >
            {t('importing.indicator-add')}
          </Button>
        </div>
      )}
    </section>
  );
}
