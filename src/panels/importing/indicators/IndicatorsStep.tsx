import { useSpeech } from '#state/useApp.ts';
import { anchor } from '../anchor.ts';
import { useOf } from '../edits/assignTable.ts';
import { NoFigures } from '../NoFigures.tsx';
import { usePlanned } from '../wizard.ts';
import { GroupList } from './GroupList.tsx';
import { IndicatorList } from './IndicatorList.tsx';

/** What is shown of the figures: indicators for the map, groups for the measures of segregation. */
export function IndicatorsStep() {
  const { t } = useSpeech();
  const { plan, inspection } = usePlanned();
  const hasTables = inspection.tables.some(({ id }) => useOf(plan, id) !== 'ignore');
  if (!hasTables)
    return (
      <div id={anchor('indicators')} tabIndex={-1}>
        <NoFigures />
      </div>
    );
  return (
    <>
      <p class="ql-lead">
        {t('importing.indicators-lead', {
          indicators: t('importing.n-indicators', {
            n: plan.indicators.filter((one) => one.included).length,
          }),
          groups: t('importing.n-groups', { n: plan.groups.filter((one) => one.included).length }),
        })}
      </p>
      <div id={anchor('indicators')}>
        <IndicatorList />
      </div>
      <GroupList />
    </>
  );
}
