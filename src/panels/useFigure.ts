import { useMemo } from 'preact/hooks';
import { type FigureFormat, figureOf } from '#i18n/figure.ts';
import type { Unit } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';

/** How an indicator's figures are written; the same object while nothing changes, as the charts want it. */
export function useFigure({
  unit,
  decimals,
}: {
  readonly unit: Unit;
  readonly decimals: number;
}): FigureFormat {
  const { numbers, language } = useSpeech();
  return useMemo(() => figureOf(numbers, language, unit, decimals), [numbers, language, unit, decimals]);
}
