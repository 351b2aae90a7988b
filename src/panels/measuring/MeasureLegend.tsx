import { useMemo } from 'preact/hooks';
import { LegendHistogram, StepLegend } from '#charts/charts.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { useFigure } from '../useFigure.ts';
import { type MeasuredMap, measuredMapOf } from './measured.ts';

export function MeasureLegend() {
  const map = useSelect(measuredMapOf);
  if (!map || map.measured.answer.refusal) return null;
  return map.kind === 'share' ? <Shares map={map} /> : <Deviations map={map} />;
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
