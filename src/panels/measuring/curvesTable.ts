import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { concentrationProfile } from '#stats/curves/concentration-profile.ts';
import { lorenzCurve } from '#stats/curves/lorenz.ts';
import type { TableExport } from '../task.ts';
import { knownCounts } from './knownCounts.ts';
import { measuredOf } from './measured.ts';
import { tableHead } from './tableHead.ts';

/** All corners of both curves. */
export function curvesTable(state: AppState): TableExport | null {
  const measured = measuredOf(state);
  if (!measured || measured.answer.refusal) return null;
  const speech = speechOf(state.session.language);
  const { t } = speech;
  const { answer, group } = measured;
  const counts = knownCounts(answer);
  const lorenz = lorenzCurve(...counts);
  const profile = concentrationProfile(...counts);
  return {
    name: `${state.view.city}-${group.id}-${answer.request.year}-${t('measure.file-curves')}`,
    head: tableHead(
      measured,
      [t('measure.lorenz-note'), t('measure.curves-definition'), `D: ${indexById('D').citation}`],
      speech,
    ),
    columns: [{ head: t('measure.column-curve') }, { head: 'x' }, { head: 'y' }],
    rows: [
      ...Array.from(lorenz.x, (x, i) => [t('measure.lorenz'), x, lorenz.y[i] ?? NaN]),
      ...Array.from(profile.threshold, (x, i) => [t('measure.concentration'), x, profile.part[i] ?? NaN]),
    ],
  };
}
