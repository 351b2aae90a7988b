import { useMemo } from 'preact/hooks';
import { ClassLegend, LegendHistogram, StepLegend } from '#charts/charts.ts';
import type { LocalAnswer } from '#measuring/answer.ts';
import { type Speech, useSelect, useSpeech } from '#state/useApp.ts';
import { clusterColours } from '#symbology/clusters.ts';
import { useFigure } from '../useFigure.ts';
import { isDrawn, localOf } from './answers.ts';
import { clusterMembers, listedClusters } from './clusterCounts.ts';
import { type MeasuredMap, measuredMapOf } from './measured.ts';
import { useNextDoor } from './nextDoor.ts';

export function MeasureLegend() {
  const map = useSelect(measuredMapOf);
  if (!map || map.measured.answer.refusal) return null;
  switch (map.kind) {
    case 'share':
      return <Shares map={map} />;
    case 'cluster':
      return <Clusters map={map} />;
    case 'hotspot':
      return <Concentrations map={map} />;
    default:
      return <Deviations map={map} />;
  }
}

function useExcluded(map: MeasuredMap) {
  const { t } = useSpeech();
  return useMemo(() => {
    const count = map.signs.reduce((sum, sign) => sum + (sign ? 1 : 0), 0);
    return count > 0 ? [{ kind: 'excluded' as const, count, label: t('measure.area-excluded') }] : [];
  }, [map, t]);
}

function Deviations({ map }: { readonly map: MeasuredMap }) {
  const { t, numbers } = useSpeech();
  const classes = useMemo(() => ({ breaks: map.breaks, colors: map.colors }), [map]);
  const smallest = Math.min(...map.breaks.map(Math.abs));
  const format = useMemo(
    () =>
      map.kind === 'location-quotient'
        ? (value: number) => numbers.decimal(value, 2)
        : (value: number) => numbers.signed(value, smallest < 1 ? 1 : 0),
    [map.kind, smallest, numbers],
  );
  const missing = useExcluded(map);
  return (
    <StepLegend
      label={t(`measure.map-${map.kind}`)}
      title={t(`measure.map-${map.kind}`)}
      subtitle={`${t(`measure.map-${map.kind}-unit`)}, ${map.measured.answer.request.year}`}
      reserve={70}
      classes={classes}
      format={format}
      lowLabel={t('measure.legend-low')}
      highLabel={t('measure.legend-high')}
      missing={missing}
    />
  );
}

/** Kinds with their numbers; what is sure to no kind is named, too. */
function Clusters({ map }: { readonly map: MeasuredMap }) {
  const { t } = useSpeech();
  const local = useSelect(localOf);
  const second = useNextDoor();
  const members = useMemo(
    () => (local && !local.refusal && isDrawn(local, 'clusters') ? clusterMembers(local) : null),
    [local],
  );
  const excluded = useExcluded(map);
  const items = useMemo(() => {
    const kinds = listedClusters
      .filter((kind) => kind !== 'island' || (members?.island.length ?? 0) > 0)
      .map((kind) => ({
        label: t(`measure.cluster-${kind}`),
        swatch: { color: clusterColours[kind] },
        ...(members ? { count: members[kind].length } : {}),
      }));
    return [
      ...kinds,
      ...excluded.map(({ kind, label, count }) => ({ label, swatch: { missing: kind }, count })),
    ];
  }, [members, excluded, t]);
  return (
    <>
      <ClassLegend
        label={t('measure.map-cluster')}
        title={t('measure.map-cluster')}
        subtitle={`${second ? t('measure.map-cluster-unit-second', { second }) : t('measure.map-cluster-unit')}, ${map.measured.answer.request.year}`}
        reserve={140}
        items={items}
      />
      {map.isPending && <p class="ql-note">{localStateText(local, t)}</p>}
    </>
  );
}

/** Where high or low shares lie closer together than chance would have it, in three degrees of sureness. */
function Concentrations({ map }: { readonly map: MeasuredMap }) {
  const { t } = useSpeech();
  const local = useSelect(localOf);
  const classes = useMemo(() => ({ breaks: map.breaks, colors: map.colors }), [map]);
  const format = useMemo(
    () => (value: number) => ['90\u00a0%', '95\u00a0%', '99\u00a0%'][Math.floor(Math.abs(value))] ?? '',
    [],
  );
  const missing = useExcluded(map);
  return (
    <>
      <StepLegend
        label={t('measure.map-hotspot')}
        title={t('measure.map-hotspot')}
        subtitle={`${t('measure.map-hotspot-unit')}, ${map.measured.answer.request.year}`}
        reserve={70}
        classes={classes}
        format={format}
        lowLabel={t('measure.hotspot-low')}
        highLabel={t('measure.hotspot-high')}
        missing={missing}
      />
      {map.isPending && <p class="ql-note">{localStateText(local, t)}</p>}
    </>
  );
}

function localStateText(local: LocalAnswer | null, t: Speech['t']): string {
  return local?.refusal ? t(`measure.reason-${local.refusal}`) : t('app.computing');
}

/** Shares look as they do while exploring: the histogram in the map's classes, the city's share dashed. */
function Shares({ map }: { readonly map: MeasuredMap }) {
  const { t } = useSpeech();
  const selected = useSelect((state) => state.view.area);
  const { answer, cityShare, level } = map.measured;
  const classes = useMemo(() => ({ breaks: map.breaks, colors: map.colors }), [map]);
  const isFine = map.breaks.some((one, i) => one - (map.breaks[i - 1] ?? 0) < 0.001);
  const figure = useFigure({ unit: 'share', decimals: isFine ? 2 : 1 });
  const missing = useExcluded(map);
  const a = selected === null ? -1 : level.keys.indexOf(selected);
  const value = map.values[a] ?? NaN;
  return (
    <LegendHistogram
      label={t('measure.map-share')}
      title={t('measure.map-share')}
      subtitle={`${t('measure.map-share-unit')}, ${answer.request.year}`}
      reserve={112}
      values={map.values}
      classes={classes}
      format={figure.full}
      formatTick={figure.tick}
      mean={{ value: cityShare, label: t('explore.city-mean') }}
      selected={Number.isNaN(value) ? null : { value, label: level.names[a] ?? '' }}
      missing={missing}
    />
  );
}
