import type { CsvCell } from '#export/csv.ts';
import { type Cluster, clusters } from '#measuring/answer.ts';
import type { AppState } from '#state/state.ts';
import { type Speech, speechOf } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import type { TableExport } from '../task.ts';
import { isDrawn, localOf } from './answers.ts';
import { measuredOf } from './measured.ts';
import { nextDoorName } from './nextDoor.ts';
import { shareText } from './shareText.ts';
import { tableHead } from './tableHead.ts';

/** Every area with share, quotient, surplus, contribution to D, and cluster where one is known. */
export function areaTable(state: AppState): TableExport | null {
  const measured = measuredOf(state);
  if (!measured || measured.answer.refusal) return null;
  const speech = speechOf(state.session.language);
  const { t, numbers } = speech;
  const { answer, group, level, surplus } = measured;
  const cell = (value: number | undefined, scale = 1): CsvCell =>
    value === undefined || Number.isNaN(value) ? { sign: 'excluded' } : value * scale;
  const local = localOf(state);
  const isKnown = local && !local.refusal && isDrawn(local, 'clusters') && isDrawn(local, 'hotspots');
  const known = isKnown ? local : null;
  const second = nextDoorName(state, speech);
  return {
    name: `${state.view.city}-${group.id}-${level.family}-${answer.request.year}`,
    head: tableHead(
      measured,
      [
        t('measure.areas-note'),
        `${t('measure.map-contribution')}: ${indexById('D').citation}`,
        ...(known
          ? [
              t('measure.local-definition', { permutations: known.request.permutations }),
              ...(second ? [t('measure.local-definition-second', { second })] : []),
              t(second ? 'measure.moran-head-second' : 'measure.moran-head', {
                second: second ?? '',
                value: numbers.decimal(known.global.value, 4),
                expected: numbers.decimal(known.global.expected, 4),
                p: numbers.decimal(known.global.p, 4),
              }),
              ...(known.request.discovery ? [t('measure.discovery-note')] : []),
            ]
          : []),
      ],
      speech,
    ),
    columns: [
      { head: t('explore.column-key') },
      { head: t('explore.column-area') },
      { head: `${shareText(measured, speech)} (%)`, decimals: 2 },
      { head: t('measure.map-location-quotient'), decimals: 3 },
      { head: t('measure.column-surplus-long'), decimals: 1 },
      { head: t('measure.column-contribution-long'), decimals: 4 },
      ...(known
        ? [
            { head: t('measure.moran-x'), decimals: 4 },
            { head: second ? t('measure.moran-y-second', { second }) : t('measure.moran-y'), decimals: 4 },
            {
              head: t(second ? 'measure.column-local-moran-second' : 'measure.column-local-moran'),
              decimals: 4,
            },
            { head: t('measure.column-local-p'), decimals: 4 },
            { head: t('measure.column-cluster') },
            { head: t('measure.column-hotspot'), decimals: 4 },
            { head: t('measure.column-hotspot-p'), decimals: 4 },
          ]
        : []),
    ],
    rows: level.keys.map((key, a) => [
      key,
      level.names[a] ?? '',
      cell(answer.shares[a], 100),
      cell(answer.locationQuotients[a]),
      cell(surplus[a]),
      cell(answer.contributions[a], 100),
      ...(known
        ? [
            cell(known.z[a]),
            cell(known.lag[a]),
            cell(known.moran[a]),
            cell(known.p[a]),
            clusterText(clusters[known.cluster[a] ?? 0] ?? 'none', speech),
            cell(known.hotspot[a]),
            cell(known.hotspotP[a]),
          ]
        : []),
    ]),
  };
}

function clusterText(kind: Cluster, { t }: Speech): string {
  return kind === 'excluded' ? t('measure.area-excluded') : t(`measure.cluster-${kind}`);
}
