import { useMemo } from 'preact/hooks';
import { Scatter } from '#charts/charts.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Select } from '#ui/Select.tsx';
import { useFigure } from '../useFigure.ts';
import { type Second, type Shown, secondOf, shownOf } from './shown.ts';

/** A second indicator over the same areas, and both in one chart. */
export function SecondIndicator() {
  const { t, text } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const { second: wished, indicator: first } = useSelect((state) => state.view);
  const chosen = wished === first ? null : wished;
  const shown = useSelect(shownOf);
  const second = useSelect(secondOf);
  const change = useChange();
  if (!study) return null;
  return (
    <>
      <Select
        label={t('explore.second')}
        value={chosen ?? 'none'}
        options={[
          { value: 'none', label: t('explore.second-none') },
          ...study.indicators
            .filter((one) => one.id !== first)
            .map((one) => ({
              value: one.id,
              label: text(one.name),
              group: t(`explore.theme-${one.theme}`),
            })),
        ]}
        onChange={(id) => change.view({ second: id === 'none' ? null : id })}
        note={
          chosen && shown && !second
            ? t('explore.second-missing')
            : second && shown && second.year !== shown.year
              ? t('explore.second-year', { year: String(second.year) })
              : null
        }
      />
      {shown && second && <Both shown={shown} second={second} />}
    </>
  );
}

function Both({ shown, second }: { readonly shown: Shown; readonly second: Second }) {
  const { t, text } = useSpeech();
  const selected = useSelect((state) => state.view.area);
  const hovered = useSelect((state) => state.session.hovered);
  const change = useChange();
  const figureX = useFigure({ unit: second.indicator.unit, decimals: 0 });
  const figureY = useFigure({ unit: shown.indicator.unit, decimals: 0 });
  const points = useMemo(
    () =>
      shown.level.keys.map((key, a) => ({
        key,
        label: shown.level.names[a]!,
        x: second.data.values[a]!,
        y: shown.data.values[a]!,
      })),
    [shown, second],
  );
  const axis = (indicator: Shown['indicator'], figure: typeof figureX) => ({
    label: [text(indicator.short), figure.unit].filter(Boolean).join(' '),
    format: figure.value,
  });
  const x = useMemo(() => axis(second.indicator, figureX), [second.indicator, figureX, text]);
  const y = useMemo(() => axis(shown.indicator, figureY), [shown.indicator, figureY, text]);
  return (
    <Scatter
      label={t('explore.scatter-of', { x: text(second.indicator.name), y: text(shown.indicator.name) })}
      reserve={190}
      points={points}
      x={x}
      y={y}
      classes={shown.coloured}
      selected={selected}
      hovered={hovered}
      onSelect={(key) => change.view({ area: key === selected ? null : key })}
      onHover={(key) => change.session({ hovered: key })}
    />
  );
}
