import type { MeasureAnswer, MeasureRequest, UncertaintyRequest } from '#measuring/answer.ts';
import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Group, Level, Study } from '#model/study.ts';
import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { timelineOf } from '#state/timeline.ts';
import type { MeasureMap } from '#state/view.ts';
import { classBreaks, classesOf, divergingBreaks } from '#symbology/classes.ts';
import { blue, diverging, type Palette, steps } from '#symbology/palettes.ts';
import { roundFigure } from './roundFigure.ts';

/** Enough for p down to 0.001, quick enough for every change of group or year. */
const permutations = 999;
const seed = 20_260_101;

export function measureRequest(state: AppState): MeasureRequest | null {
  const { study, view } = state;
  if (!study || !view.group) return null;
  const year = timelineOf(study.study, view).shown;
  if (Number.isNaN(year)) return null;
  const { group, reference, neighbourhood, radius, kernel } = view;
  return { family: view.level, year, group, reference, neighbourhood, radius, kernel };
}

export function uncertaintyRequest(state: AppState): UncertaintyRequest | null {
  const request = measureRequest(state);
  return request && { ...request, bootstraps: 0, permutations, seed };
}

/** The newest answer, with what it is about; may lag behind the question by a moment. */
export interface Measured {
  readonly study: Study;
  readonly answer: MeasureAnswer;
  readonly level: Level;
  readonly group: Group;
  readonly reference: Group | null;
  /** Share of the group in both groups together, over the used areas. */
  readonly cityShare: number;
  /**
   * What an area contributes to D, as persons: how many of the group live there beyond (or, negative, short of) the
   * number there would be if its share were the same everywhere. With c = (x/X − y/Y)/2 this is x − t·X/T = 2c·XY/T.
   */
  readonly surplus: Float64Array;
}

export const measuredOf = memo(
  (state: AppState) => [state.study?.study ?? null, state.answers.measure?.value ?? null] as const,
  ([study, answer]): Measured | null => {
    if (!study || !answer) return null;
    const group = study.groups.find((one) => one.id === answer.request.group);
    const level = study.levels.find((one) => one.id === answer.level);
    if (!group || !level) return null;
    const { groupTotal, referenceTotal, contributions } = answer;
    const all = groupTotal + referenceTotal;
    return {
      study,
      answer,
      cityShare: groupTotal / all,
      surplus: contributions.map((part) => (2 * part * groupTotal * referenceTotal) / all),
      level: levelById(study, answer.level),
      group,
      reference: study.groups.find((one) => one.id === answer.request.reference) ?? null,
    };
  },
);

/** What the map of this task shows: values per area and the classes they are drawn in. */
export interface MeasuredMap {
  readonly measured: Measured;
  readonly kind: MeasureMap;
  readonly values: Float64Array;
  readonly breaks: readonly number[];
  readonly colors: readonly string[];
  readonly classes: Uint8Array;
  readonly signs: Uint8Array;
}

export const measuredMapOf = memo(
  (state: AppState) => [measuredOf(state), state.view.measureMap] as const,
  ([measured, kind]): MeasuredMap | null => {
    if (!measured) return null;
    const values = valuesOf(kind, measured);
    const { breaks, colors } = scaleOf(kind, values);
    return {
      measured,
      kind,
      values,
      breaks,
      colors,
      classes: classesOf(values, breaks),
      signs: Uint8Array.from(values, (value) => (Number.isNaN(value) ? signCode('excluded') : 0)),
    };
  },
);

function valuesOf(kind: MeasureMap, { answer, surplus }: Measured): Float64Array {
  switch (kind) {
    case 'contribution':
      return surplus;
    case 'location-quotient':
      return answer.locationQuotients;
    case 'share':
    case 'cluster':
    case 'hotspot':
      return answer.shares;
  }
}

/** Half and double stand equally far from 1. */
const quotientBreaks = [0.5, 0.67, 0.87, 1.15, 1.5, 2];

/** Deviations in seven classes around their middle; the share, an amount, in the blue of all shares. */
function scaleOf(kind: MeasureMap, values: Float64Array): { breaks: readonly number[]; colors: Palette } {
  switch (kind) {
    case 'location-quotient':
      return { breaks: quotientBreaks, colors: steps(diverging, 7) };
    case 'contribution': {
      const breaks = divergingBreaks(values, { method: 'quantile', count: 7, own: [] }).map(roundFigure);
      const areDistinct = breaks.every((one, i) => i === 0 || one > breaks[i - 1]!);
      const kept = areDistinct
        ? breaks
        : divergingBreaks(values, { method: 'equal', count: 7, own: [] }, { nice: true });
      const count = kept.length + 1;
      // Fewer classes than colours (all areas alike): those nearest the middle.
      const colors = steps(diverging, 7).slice((7 - count) / 2, (7 + count) / 2);
      return { breaks: kept, colors };
    }
    case 'share':
    case 'cluster':
    case 'hotspot': {
      const breaks = classBreaks(values, { method: 'quantile', count: 6, own: [] });
      return { breaks, colors: steps(blue, Math.max(3, breaks.length + 1)).slice(-(breaks.length + 1)) };
    }
  }
}

/** The permutation's p for the very answer shown, or null. */
export function permutationOf(state: AppState): number | null {
  const { measure, uncertainty } = state.answers;
  const { value } = uncertainty ?? {};
  if (!value || !measure?.value) return null;
  const { bootstraps, permutations: _, seed: __, ...request } = value.request;
  const isSame = JSON.stringify(request) === JSON.stringify(measure.value.request);
  return isSame ? (value.indices.moran?.p ?? null) : null;
}
