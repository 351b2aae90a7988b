import type { MeasureAnswer, MeasureRequest } from '#measuring/answer.ts';
import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Group, Level, Study } from '#model/study.ts';
import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { timelineOf } from '#state/timeline.ts';
import type { MeasureMap } from '#state/view.ts';
import { classesOf, divergingBreaks } from '#symbology/classes.ts';
import { diverging, steps } from '#symbology/palettes.ts';

/** Enough for p down to 0.001, quick enough for every change of group or year. */
const permutations = 999;
const seed = 20_260_101;

export function measureRequest(state: AppState): MeasureRequest | null {
  const { study, view } = state;
  if (!study || !view.group) return null;
  const year = timelineOf(study.study, view).shown;
  if (Number.isNaN(year)) return null;
  return { family: view.level, year, group: view.group, reference: view.reference, permutations, seed };
}

/** The newest answer, with what it is about; may lag behind the question by a moment. */
export interface Measured {
  readonly study: Study;
  readonly answer: MeasureAnswer;
  readonly level: Level;
  readonly group: Group;
  readonly reference: Group | null;
}

export const measuredOf = memo(
  (state: AppState) => [state.study?.study ?? null, state.answers.measure?.value ?? null] as const,
  ([study, answer]): Measured | null => {
    if (!study || !answer) return null;
    const group = study.groups.find((one) => one.id === answer.request.group);
    const level = study.levels.find((one) => one.id === answer.level);
    if (!group || !level) return null;
    return {
      study,
      answer,
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
    const { answer } = measured;
    const values =
      kind === 'contribution'
        ? answer.contributions
        : kind === 'location-quotient'
          ? answer.locationQuotients
          : answer.shares;
    const { breaks, scale } = breaksOf(kind, measured, values);
    return {
      measured,
      kind,
      values,
      breaks,
      colors: steps(diverging, 7),
      classes: classesOf(scale, breaks),
      signs: Uint8Array.from(values, (value) => (Number.isNaN(value) ? signCode('excluded') : 0)),
    };
  },
);

/**
 * Seven classes around the middle: no contribution, a location quotient of 1, the city's own share. Quotients are
 * classed on a logarithmic scale, so that half and double stand equally far from 1.
 */
function breaksOf(kind: MeasureMap, { answer }: Measured, values: Float64Array) {
  if (kind === 'location-quotient') return { breaks: [0.5, 0.67, 0.87, 1.15, 1.5, 2], scale: values };
  if (kind === 'contribution') {
    return { breaks: divergingBreaks(values, { method: 'quantile', count: 7, own: [] }), scale: values };
  }
  const city = answer.groupTotal / (answer.groupTotal + answer.referenceTotal);
  const deviations = values.map((value) => value - city);
  return {
    breaks: divergingBreaks(deviations, { method: 'quantile', count: 7, own: [] }).map((one) => one + city),
    scale: values,
  };
}

/** The permutation's p for the very answer shown, or null. */
export function permutationOf(state: AppState): number | null {
  const { measure, permutation } = state.answers;
  if (!permutation?.value || permutation.valueKey !== measure?.valueKey) return null;
  return permutation.value.p.moran ?? null;
}
