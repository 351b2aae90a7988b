import type {
  ComparisonRequest,
  DecompositionRequest,
  LocalRequest,
  MeasureRequest,
  ProfileRequest,
  UncertaintyRequest,
} from '#measuring/answer.ts';
import type { Study } from '#model/study.ts';
import { defaultView } from '#state/defaults.ts';
import type { AppState } from '#state/state.ts';
import { groupYears, timelineOf } from '#state/timeline.ts';

/** Intervals at 95 % need a few hundred draws; 999 permutations give p down to 0.001. */
const draws = { bootstraps: 400, permutations: 999, seed: 20_260_101 } as const;

/** Local patterns test every area at once: with 999 draws none of hundreds of areas could stand out by itself. */
export const localDraws = { permutations: 9999, seed: draws.seed } as const;

/** Radii offered, metres: about half and double, with steps between where most cities change most. */
export const radii: readonly number[] = [250, 500, 750, 1000, 1500, 2000, 3000, 4000, 6000, 8000];

export function measureRequest(state: Pick<AppState, 'study' | 'view'>): MeasureRequest | null {
  const { study, view } = state;
  if (!study || !view.group) return null;
  const year = timelineOf(study.study, view).shown;
  if (Number.isNaN(year)) return null;
  const { group, reference, neighbourhood, radius, kernel, centre } = view;
  return { family: view.level, year, group, reference, neighbourhood, radius, kernel, centre };
}

/** While two sides are compared their difference comes first: the table then shows no other intervals. */
export function uncertaintyRequest(state: AppState): UncertaintyRequest | null {
  const isComparing = comparisonRequest(state) !== null && state.answers.comparison?.status !== 'ready';
  const request = isComparing ? null : measureRequest(state);
  return request && { ...request, ...draws };
}

/** Asked only where it is seen: on the map of clusters or beside the neighbours. No centre matters to it. */
export function localRequest(state: AppState): LocalRequest | null {
  const { measureMap, measurePart, discovery, nextDoor } = state.view;
  const isSeen = measurePart === 'neighbours' || measureMap === 'cluster' || measureMap === 'hotspot';
  const request = isSeen ? measureRequest(state) : null;
  return request && { ...request, centre: null, second: nextDoor, ...localDraws, discovery };
}

/** The profile has every radius at once, whichever is chosen: moving the slider asks nothing new. */
export function profileRequest(state: AppState): ProfileRequest | null {
  const request = state.view.measurePart === 'radius' ? measureRequest(state) : null;
  return request && { ...request, centre: null, radius: 1000, radii };
}

export function decompositionRequest(state: AppState): DecompositionRequest | null {
  const { measurePart, compare, compareWith } = state.view;
  const request = measurePart === 'decomposition' ? measureRequest(state) : null;
  if (!request) return null;
  const year = compare === 'year' ? Number(compareWith) : NaN;
  return { ...request, centre: null, from: year < request.year ? year : null };
}

export function comparisonRequest(state: AppState): ComparisonRequest | null {
  const left = measureRequest(state);
  const right = left && rightRequest(state, left);
  const other = state.view.compare === 'city' ? (state.other?.loaded?.key ?? null) : null;
  return left && right && { left, right, other, ...draws };
}

/** The same question with one thing changed; null while there is none, or the other city is still being opened. */
function rightRequest({ study, other, view }: AppState, left: MeasureRequest): MeasureRequest | null {
  const { compare, compareWith } = view;
  if (!study || compareWith === '') return null;
  switch (compare) {
    case 'none':
      return null;
    case 'group':
      return withYear(study.study, {
        ...left,
        group: compareWith,
        reference: left.reference === compareWith ? 'rest' : left.reference,
      });
    case 'year':
      return withYear(study.study, { ...left, year: Number(compareWith) });
    case 'level':
      return withYear(study.study, { ...left, family: compareWith });
    case 'city':
      return other?.loaded ? inCity(other.loaded.study, left) : null;
  }
}

/** The same group where the other city has it, at its finest level; each city around its own population. */
function inCity(study: Study, left: MeasureRequest): MeasureRequest | null {
  const has = (id: string) => study.groups.some((one) => one.scope === 'residents' && one.id === id);
  const { level, group } = defaultView(study);
  const family = study.families.some((one) => one.id === left.family) ? left.family : level;
  return withYear(study, {
    ...left,
    family,
    centre: null,
    group: has(left.group) ? left.group : group,
    reference: has(left.reference) ? left.reference : 'rest',
  });
}

/** The nearest year with figures; null where there is none. */
function withYear(study: Study, request: MeasureRequest): MeasureRequest | null {
  const years = groupYears(study, request.family, request.group, request.reference);
  const [first] = years;
  if (first === undefined) return null;
  const distance = (year: number) => Math.abs(year - request.year);
  return {
    ...request,
    year: years.reduce((best, one) => (distance(one) < distance(best) ? one : best), first),
  };
}
