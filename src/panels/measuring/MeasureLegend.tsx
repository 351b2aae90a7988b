import { useMemo } from 'preact/hooks';
import { StepLegend } from '#charts/charts.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { type MeasuredMap, measuredMapOf } from './measured.ts';

export function MeasureLegend() {
  const map = useSelect(measuredMapOf);
  return map && !map.measured.answer.refusal ? <Scale map={map} /> : null;
}

function Scale({ map }: { readonly map: MeasuredMap }) {
  const { t, numbers } = useSpeech();
  const excluded = map.signs.reduce((count, sign) => count + (sign ? 1 : 0), 0);
  const classes = useMemo(() => ({ breaks: map.breaks, colors: map.colors }), [map]);
  const format = useMemo(
    () =>
      map.kind === 'location-quotient'
        ? (value: number) => numbers.decimal(value, 2)
        : map.kind === 'contribution'
          ? (value: number) => numbers.signed(value * 100, 2)
          : (value: number) => numbers.percent(value, 0),
    [map.kind, numbers],
  );
  const missing = useMemo(
    () =>
      excluded > 0 ? [{ kind: 'excluded' as const, count: excluded, label: t('measure.area-excluded') }] : [],
    [excluded, t],
  );
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
