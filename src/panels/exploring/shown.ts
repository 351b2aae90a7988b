import { type IndicatorValues, indicatorValues, variablesOf, yearsOfFamily } from '#model/aggregate.ts';
import { levelFor } from '#model/lookup.ts';
import type { Indicator, Level, Study } from '#model/study.ts';
import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { timelineOf } from '#state/timeline.ts';
import type { Classes } from '#state/view.ts';
import { classBreaks, classesOf, divergingBreaks } from '#symbology/classes.ts';
import { blue, diverging, type Palette, steps } from '#symbology/palettes.ts';

/** Everything the explore task shows of one indicator in one year, computed once for map, legend, charts and table. */
export interface Shown {
  readonly study: Study;
  readonly indicator: Indicator;
  readonly level: Level;
  readonly year: number;
  readonly data: IndicatorValues;
  readonly breaks: readonly number[];
  readonly classes: Uint8Array;
  readonly palette: Palette;
  /** Values of either sign in two colours around zero, always an odd number of classes. */
  readonly isBalance: boolean;
  /** Breaks and colours together, as charts want them. */
  readonly coloured: { readonly breaks: readonly number[]; readonly colors: readonly string[] };
  /** Positions of the areas with a value, highest first. */
  readonly order: Int32Array;
  /** Rank 1… by position; 0 without a value. Equal values share a rank. */
  readonly ranks: Int32Array;
  /** Residents (or what the indicator counts in its denominator), for the last column. */
  readonly base: Float64Array | null;
  /** Change against `since`, the first year of the same vintage with figures; null when there is none before. */
  readonly change: {
    readonly since: number;
    readonly values: Float64Array;
    readonly earlier: IndicatorValues;
  } | null;
  /** Years with figures before this one, but over areas of another vintage: nothing to subtract area by area. */
  readonly isNewVintage: boolean;
}

const noClassNumber = 255;

export const shownOf = memo(
  (state: AppState) =>
    [
      state.study?.study ?? null,
      state.view.task === 'explore' ? 'explore' : 'other',
      state.view.indicator,
      state.view.level,
      state.view.year,
      state.view.classes,
    ] as const,
  ([study, , indicator, level, year, classes]) =>
    study ? show(study, { indicator, level, year, classes }) : null,
);

interface Wish {
  readonly indicator: string;
  readonly level: string;
  readonly year: number;
  readonly classes: Classes;
}

export function show(study: Study, wish: Wish): Shown | null {
  const indicator = study.indicators.find((one) => one.id === wish.indicator);
  if (!indicator) return null;
  const known = yearsOfFamily(study, wish.level, variablesOf(indicator));
  const year = timelineOf(study, { task: 'explore', ...wish } as never).shown;
  const level = known.find((one) => one.year === year)?.level ?? levelFor(study, wish.level, year);
  const data = level ? indicatorValues(study, level.id, indicator.id, year) : null;
  if (!level || !data) return null;
  const { breaks, palette, isBalance } = scaleOf(indicator, data.values, wish.classes);
  const classes = classesOf(data.values, breaks);
  const order = Int32Array.from(data.values.keys())
    .filter((a) => classes[a] !== noClassNumber)
    .sort((a, b) => data.values[b]! - data.values[a]!);
  const ranks = new Int32Array(data.values.length);
  order.forEach((a, i) => {
    const before = i > 0 ? order[i - 1]! : -1;
    ranks[a] = before >= 0 && data.values[before] === data.values[a] ? ranks[before]! : i + 1;
  });
  const since = known.find((one) => one.level === level && one.year < year)?.year;
  const earlier = since === undefined ? null : indicatorValues(study, level.id, indicator.id, since);
  return {
    study,
    indicator,
    level,
    year,
    data,
    breaks,
    classes,
    palette,
    isBalance,
    coloured: { breaks, colors: palette },
    order,
    ranks,
    base: data.denominators,
    change:
      earlier && since !== undefined
        ? { since, earlier, values: data.values.map((value, a) => value - earlier.values[a]!) }
        : null,
    isNewVintage: since === undefined && known.some((one) => one.year < year),
  };
}

/** Amounts get darker upwards; balances of either sign get two colours that part at zero. */
function scaleOf(
  { unit }: Indicator,
  values: Float64Array,
  classes: Classes,
): Pick<Shown, 'breaks' | 'palette' | 'isBalance'> {
  const isBalance = classes.method !== 'own' && unit === 'share-points' && values.some((value) => value < 0);
  if (isBalance) {
    // An odd number, so that "hardly any change" has a class of its own.
    const breaks = divergingBreaks(values, { ...classes, count: classes.count | 1 });
    const most = classes.count | 1;
    const spare = (most - (breaks.length + 1)) / 2;
    return { breaks, palette: steps(diverging, most).slice(spare, most - spare), isBalance };
  }
  const breaks = classBreaks(values, classes);
  const palette = steps(blue, Math.max(3, breaks.length + 1)).slice(-(breaks.length + 1));
  return { breaks, palette, isBalance };
}

/** Values of the second indicator over the same areas, in the year nearest to the one shown. */
export const secondOf = memo(
  (state: AppState) => [shownOf(state), state.view.second] as const,
  ([shown, second]) => {
    if (!shown || !second || second === shown.indicator.id) return null;
    const indicator = shown.study.indicators.find((one) => one.id === second);
    if (!indicator) return null;
    const years = yearsOfFamily(shown.study, shown.level.family, variablesOf(indicator)).filter(
      ({ level }) => level === shown.level,
    );
    let best: number | null = null;
    for (const { year } of years) {
      if (best === null || Math.abs(year - shown.year) < Math.abs(best - shown.year)) best = year;
    }
    const data = best === null ? null : indicatorValues(shown.study, shown.level.id, indicator.id, best);
    return data && best !== null ? { indicator, year: best, data } : null;
  },
);

export type Second = NonNullable<ReturnType<typeof secondOf>>;
