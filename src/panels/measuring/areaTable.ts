import type { CsvCell } from '#export/csv.ts';
import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import { sourceText } from '../sourceText.ts';
import type { TableExport } from '../task.ts';
import { measuredOf } from './measured.ts';
import { shareText } from './shareText.ts';

/** Every area with share, quotient, surplus in persons and signed contribution to D. */
export function areaTable(state: AppState): TableExport | null {
  const measured = measuredOf(state);
  if (!measured || measured.answer.refusal) return null;
  const speech = speechOf(state.session.language);
  const { t, text } = speech;
  const { answer, study, group, reference, level, surplus } = measured;
  const cell = (value: number | undefined, scale = 1): CsvCell =>
    value === undefined || Number.isNaN(value) ? { sign: 'excluded' } : value * scale;
  return {
    name: `${state.view.city}-${group.id}-${level.family}-${answer.request.year}`,
    head: [
      `${text(study.title)}: ${text(group.name)} – ${text(reference ? reference.name : group.restName)}, ${answer.request.year}`,
      t('measure.areas-note'),
      t('explore.vintage', { vintage: level.vintage }),
      t('measure.used', { used: answer.used, excluded: answer.excluded }),
      t('app.source', {
        source: sourceText(study, study.variables.find((one) => one.id === group.count)?.source ?? ''),
      }),
      ...(study.notice ? [text(study.notice)] : []),
    ],
    columns: [
      { head: t('explore.column-key') },
      { head: t('explore.column-area') },
      { head: `${shareText(measured, speech)} (%)`, decimals: 2 },
      { head: t('measure.map-location-quotient'), decimals: 3 },
      { head: t('measure.column-surplus-long'), decimals: 1 },
      { head: t('measure.column-contribution-long'), decimals: 4 },
    ],
    rows: level.keys.map((key, a) => [
      key,
      level.names[a] ?? '',
      cell(answer.shares[a], 100),
      cell(answer.locationQuotients[a]),
      cell(surplus[a]),
      cell(answer.contributions[a], 100),
    ]),
  };
}
