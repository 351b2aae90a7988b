import { useMemo } from 'preact/hooks';
import { LegendHistogram } from '#charts/charts.ts';
import { signCode, signs } from '#model/sign.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { useFigure } from '../useFigure.ts';
import { type Shown, shownOf } from './shown.ts';

/** The legend is a chart: the histogram in the map's own classes. */
export function ExploreLegend() {
  const shown = useSelect(shownOf);
  return shown && <Histogram shown={shown} />;
}

function Histogram({ shown }: { readonly shown: Shown }) {
  const { t, text } = useSpeech();
  const selected = useSelect((state) => state.view.area);
  const figure = useFigure(shown.indicator);
  const a = selected === null ? -1 : shown.level.keys.indexOf(selected);
  const missing = useMemo(
    () =>
      signs.flatMap((kind, code) => {
        // An unreliable figure has a class like any other.
        if (kind === 'present' || kind === 'unreliable') return [];
        const count = shown.data.signs.filter(
          (one, i) => one === code && Number.isNaN(shown.data.values[i]!),
        ).length;
        return count > 0 ? [{ kind, count, label: t(`explore.sign-${kind}`) }] : [];
      }),
    [shown, t],
  );
  // Dots lie over the class colour on the map; they are no kind of missing, but must be explained as well.
  const hasDots = shown.data.signs.includes(signCode('unreliable'));
  const unit =
    shown.indicator.unit === 'share-points'
      ? t('explore.in-percentage-points')
      : figure.unit && t('explore.in-unit', { unit: figure.unit });
  const { city } = shown.data;
  return (
    <LegendHistogram
      label={`${text(shown.indicator.name)}, ${shown.year}`}
      title={text(shown.indicator.name)}
      subtitle={[unit, String(shown.year)]
        .filter(Boolean)
        .join(', ')
        .concat(
          hasDots
            ? ` · ${t(shown.data.estimated ? 'explore.dots-estimated' : 'explore.dots-unreliable')}`
            : '',
        )}
      reserve={112}
      values={shown.data.values}
      classes={shown.coloured}
      format={figure.unit.length > 1 ? figure.value : figure.full}
      formatTick={figure.tick}
      mean={Number.isFinite(city) ? { value: city, label: t('explore.city-mean') } : undefined}
      selected={
        a < 0 || Number.isNaN(shown.data.values[a]!)
          ? null
          : { value: shown.data.values[a]!, label: shown.level.names[a]! }
      }
      missing={missing}
    />
  );
}
