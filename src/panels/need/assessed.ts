import { signCode } from '#model/sign.ts';
import type { Level, Study } from '#model/study.ts';
import {
  type AreaNeed,
  type AreaStability,
  type NeedAnswer,
  type NeedRequest,
  statusClasses,
  type Verdict,
  verdicts,
} from '#monitoring/answer.ts';
import { memo } from '#state/memo.ts';
import { profileFor } from '#state/needProfile.ts';
import type { AppState } from '#state/state.ts';
import { timelineOf } from '#state/timeline.ts';
import { noClass } from '#symbology/classes.ts';
import { standing } from '#symbology/palettes.ts';

export function needRequest(state: AppState): NeedRequest | null {
  const { study, view } = state;
  if (!study) return null;
  const profile = profileFor(study.study, view);
  const edition = timelineOf(study.study, { ...view, task: 'need' }).shown;
  if (!profile || Number.isNaN(edition)) return null;
  return { profile: profile.id, edition, thresholds: {} };
}

/** From most to least to do; the map's and every list's order. */
export const verdictOrder: readonly Verdict[] = [
  'long-term',
  'entrenched',
  'emerging',
  'phase-out',
  'watch',
  'no-need',
  'not-rated',
];

/** Ochre is for need only; what is about the end of funding is blue; the rest is quiet. */
export const verdictColours: Readonly<Record<Verdict, string>> = {
  'long-term': '#a8610f',
  entrenched: '#dca45c',
  emerging: '#f1d6a8',
  'phase-out': '#4978b2',
  watch: '#8fadd6',
  'no-need': '#cbd5e4',
  'not-rated': '#ffffff',
};

export interface Assessed {
  readonly study: Study;
  readonly answer: NeedAnswer;
  readonly level: Level;
}

export const needOf = memo(
  (state: AppState) => [state.study?.study ?? null, state.answers.need?.value ?? null] as const,
  ([study, result]): Assessed | null => {
    if (!study || !result?.ok) return null;
    const level = study.levels.find((one) => one.id === result.value.level);
    return level && level.keys.length === result.value.areas.length
      ? { study, answer: result.value, level }
      : null;
  },
);

/** Stability of one area, if it belongs to the very answer shown. */
export function stabilityOf(state: AppState, position: number): AreaStability | null {
  const { need, stability } = state.answers;
  if (!stability?.value?.ok || stability.valueKey !== need?.valueKey) return null;
  return stability.value.value.areas[position] ?? null;
}

/** Draws behind the certainty shown; NaN while there is none. */
export function drawsOf({ answers }: AppState): number {
  return answers.stability?.value?.ok ? answers.stability.value.value.settings.draws : NaN;
}

export const needColoursOf = memo(
  (state: AppState) => [needOf(state), state.view.needMap] as const,
  ([assessed, kind]) => {
    if (!assessed) return null;
    const { areas } = assessed.answer;
    const classes =
      kind === 'verdict'
        ? Uint8Array.from(areas, (area) =>
            area.verdict === 'not-rated' ? noClass : verdicts.indexOf(area.verdict),
          )
        : Uint8Array.from(areas, (area) =>
            area.statusClass === null ? noClass : statusClasses.indexOf(area.statusClass),
          );
    return {
      classes,
      palette: kind === 'verdict' ? verdicts.map((verdict) => verdictColours[verdict]) : standing,
      signs: Uint8Array.from(areas, signOf),
    };
  },
);

function signOf({ excluded }: AreaNeed): number {
  if (excluded === null) return 0;
  return signCode(
    excluded === 'under-minimum' ? 'too-small' : excluded === 'missing-values' ? 'missing' : 'excluded',
  );
}
