import type { CsvCell } from '#export/csv.ts';
import { signs } from '#model/sign.ts';
import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import { indicatorSources } from '../figureSources.ts';
import type { TableExport } from '../task.ts';
import { changeHead } from './changeHead.ts';
import { shownOf } from './shown.ts';

/** Every area of the ranking with counts behind the share. Shares are given in percent, as on the screen. */
export function exploreTable(state: AppState): TableExport | null {
  const shown = shownOf(state);
  if (!shown) return null;
  const speech = speechOf(state.session.language);
  const { t, text } = speech;
  const { indicator, level, data, year, change } = shown;
  const isShare = indicator.unit === 'share' || indicator.unit === 'share-points';
  const scale = isShare ? 100 : 1;
  const { decimals } = indicator;
  const cell = (a: number): CsvCell => {
    const value = data.values[a]!;
    const sign = signs[data.signs[a]!] ?? 'missing';
    if (Number.isNaN(value)) return { sign: sign === 'present' ? 'missing' : sign };
    return value * scale;
  };
  const order = [
    ...shown.order,
    ...Array.from(level.keys.keys()).filter((a) => Number.isNaN(data.values[a]!)),
  ];
  const name = text(indicator.name) + (isShare ? ' (%)' : '');
  return {
    name: `${state.view.city}-${indicator.id}-${year}`,
    head: [
      `${text(shown.study.title)}: ${text(indicator.name)}, ${year}`,
      text(indicator.definition),
      t('explore.vintage', { vintage: level.vintage }),
      t('app.source', { source: indicatorSources(shown.study, [indicator], level) }),
      ...(shown.study.notice ? [text(shown.study.notice)] : []),
    ],
    columns: [
      { head: t('explore.column-key') },
      { head: t('explore.column-area') },
      { head: t('explore.column-rank') },
      { head: name, decimals },
      ...(change ? [{ head: changeHead(shown, speech), decimals }] : []),
      ...(data.numerators
        ? [{ head: t('explore.column-numerator') }, { head: t('explore.column-denominator') }]
        : []),
      { head: t('explore.column-sign') },
    ],
    rows: order.map((a) => {
      const sign = signs[data.signs[a]!] ?? 'missing';
      return [
        level.keys[a]!,
        level.names[a]!,
        shown.ranks[a] || null,
        cell(a),
        ...(change ? [change.values[a]! * scale] : []),
        ...(data.numerators ? [data.numerators[a]!, data.denominators![a]!] : []),
        sign === 'present' ? '' : t(`explore.sign-${sign}`),
      ];
    }),
  };
}

export function exploreCaption(state: AppState) {
  const shown = shownOf(state);
  const { text } = speechOf(state.session.language);
  if (!shown) return { title: '', subtitle: '', source: '' };
  const family = shown.study.families.find((one) => one.id === shown.level.family);
  return {
    title: `${text(shown.indicator.name)}, ${shown.year}`,
    subtitle: `${text(shown.study.title)} · ${family ? text(family.plural) : ''} (${shown.level.vintage})`,
    source: text(indicatorSources(shown.study, [shown.indicator], shown.level)),
  };
}
