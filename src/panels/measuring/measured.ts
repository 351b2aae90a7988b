import { clusters, type LocalAnswer, type MeasureAnswer } from '#measuring/answer.ts';
import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Group, Level, Study } from '#model/study.ts';
import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import type { MeasureMap } from '#state/view.ts';
import { classBreaks, classesOf, divergingBreaks } from '#symbology/classes.ts';
import { clusterColours, hotspotColours } from '#symbology/clusters.ts';
import { blue, diverging, type Palette, steps } from '#symbology/palettes.ts';
import { isDrawn, localOf } from './answers.ts';
import { roundFigure } from './roundFigure.ts';

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
  /** Empty for clusters, which are kinds and no amounts. */
  readonly breaks: readonly number[];
  readonly colors: readonly string[];
  readonly classes: Uint8Array;
  readonly signs: Uint8Array;
  /** Clusters and spatial concentrations are computed after everything else. */
  readonly isPending: boolean;
}

export const measuredMapOf = memo(
  (state: AppState) => [measuredOf(state), state.view.measureMap, localOf(state)] as const,
  ([measured, kind, local]): MeasuredMap | null => {
    if (!measured) return null;
    const { shares } = measured.answer;
    const isLocal = kind === 'cluster' || kind === 'hotspot';
    const drawn = kind === 'cluster' ? 'clusters' : 'hotspots';
    const known = local && !local.refusal && isDrawn(local, drawn) ? local : null;
    if (kind === 'cluster') {
      const classes = known ? known.cluster : new Uint8Array(shares.length);
      return {
        measured,
        kind,
        values: Float64Array.from(classes),
        breaks: [],
        colors: clusterPalette,
        classes,
        signs: Uint8Array.from(classes, (code, a) =>
          clusters[code] === 'excluded' || Number.isNaN(shares[a]) ? signCode('excluded') : 0,
        ),
        isPending: known === null,
      };
    }
    const values =
      kind === 'hotspot' && !known ? shares.map((one) => one * 0) : valuesOf(kind, measured, known);
    const { breaks, colors } = scaleOf(kind, values);
    return {
      measured,
      kind,
      values,
      breaks,
      colors,
      classes: classesOf(values, breaks),
      signs: Uint8Array.from(values, (value) => (Number.isNaN(value) ? signCode('excluded') : 0)),
      isPending: isLocal && known === null,
    };
  },
);

/** In the order of `clusters`; what is excluded is hatched. */
const clusterPalette: Palette = clusters.map((kind) =>
  kind === 'excluded' ? clusterColours.none : clusterColours[kind],
);

function valuesOf(
  kind: Exclude<MeasureMap, 'cluster'>,
  { answer, surplus }: Measured,
  local: LocalAnswer | null,
): Float64Array {
  switch (kind) {
    case 'contribution':
      return surplus;
    case 'location-quotient':
      return answer.locationQuotients;
    case 'share':
      return answer.shares;
    case 'hotspot':
      return local ? sureness(local) : new Float64Array(answer.shares.length);
  }
}

/** How sure a spatial concentration is: 1, 2, 3 for 90, 95, 99 %, negative where shares are low, 0 where none is. */
function sureness({ hotspot, hotspotP }: LocalAnswer): Float64Array {
  return hotspot.map((z, a) => {
    const p = hotspotP[a] ?? NaN;
    if (Number.isNaN(z) || Number.isNaN(p)) return NaN;
    return Math.sign(z) * (p <= 0.01 ? 3 : p <= 0.05 ? 2 : p <= 0.1 ? 1 : 0);
  });
}

/** Half and double stand equally far from 1. */
const quotientBreaks = [0.5, 0.67, 0.87, 1.15, 1.5, 2];
const surenessBreaks = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5];

/** Deviations in seven classes around their middle; the share, an amount, in the blue of all shares. */
function scaleOf(
  kind: Exclude<MeasureMap, 'cluster'>,
  values: Float64Array,
): { breaks: readonly number[]; colors: Palette } {
  switch (kind) {
    case 'location-quotient':
      return { breaks: quotientBreaks, colors: steps(diverging, 7) };
    case 'hotspot':
      return { breaks: surenessBreaks, colors: hotspotColours };
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
    case 'share': {
      const breaks = classBreaks(values, { method: 'quantile', count: 6, own: [] });
      return { breaks, colors: steps(blue, Math.max(3, breaks.length + 1)).slice(-(breaks.length + 1)) };
    }
  }
}
