import { useSelect, useSpeech } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { CentreControl } from './CentreControl.tsx';
import { IndexCourse } from './IndexCourse.tsx';
import { IndexTable } from './IndexTable.tsx';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';

/** The chosen index over the years, all indices with their doubt, and what the chosen one means. */
export function IndicesPart({ measured }: { readonly measured: Measured }) {
  const { t, find, numbers } = useSpeech();
  const index = useSelect((state) => state.view.index);
  const orientation = find('indices', `${index}.orientation`);
  return (
    <>
      <IndexCourse measured={measured} />
      {indexById(index).dimension === 'centralization' && <CentreControl measured={measured} />}
      <IndexTable measured={measured} />
      <section class="ql-section">
        <h2 class="ql-heading">
          <strong>{find('indices', `${index}.name`) ?? index}</strong>
        </h2>
        <p class="ql-note">{find('indices', `${index}.explanation`)}</p>
        <p class="ql-note">{find('indices', `${index}.caveat`)}</p>
        {indexFigure(numbers, index).scale === 100 && <p class="ql-note">{t('measure.explained')}</p>}
        {orientation && <p class="ql-note">{t('measure.orientation', { text: orientation })}</p>}
        <p class="ql-note">{t('measure.after', { citation: indexById(index).citation })}</p>
      </section>
    </>
  );
}
