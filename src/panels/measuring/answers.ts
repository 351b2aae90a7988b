import type {
  ComparisonAnswer,
  DecompositionAnswer,
  LocalAnswer,
  MeasureRequest,
  ProfileAnswer,
  UncertaintyAnswer,
} from '#measuring/answer.ts';
import type { AppState } from '#state/state.ts';

/**
 * Answers of the longer jobs as far as they are about what is shown: while a new one is computed, figures about another
 * group or year must not stand beside it.
 */
export function uncertaintyOf(state: AppState): UncertaintyAnswer | null {
  const value = state.answers.uncertainty?.value ?? null;
  return isAboutShown(state, value?.request, 'centre') ? value : null;
}

export function localOf(state: AppState): LocalAnswer | null {
  const value = state.answers.local?.value ?? null;
  const { discovery, nextDoor } = state.view;
  const isSame = value?.request.discovery === discovery && value.request.second === nextDoor;
  return isSame && isAboutShown(state, value.request) ? value : null;
}

/** Which clusters there are is not known before all permutations are drawn; so for the spatial concentrations. */
export function isDrawn({ drawn, request }: LocalAnswer, what: 'clusters' | 'hotspots'): boolean {
  return drawn[what] >= request.permutations;
}

export function profileOf(state: AppState): ProfileAnswer | null {
  const value = state.answers.profile?.value ?? null;
  const shown = state.answers.measure?.value?.request;
  return value && shown && isAbout(value.request, { ...shown, radius: value.request.radius }) ? value : null;
}

export function decompositionOf(state: AppState): DecompositionAnswer | null {
  const value = state.answers.decomposition?.value ?? null;
  return isAboutShown(state, value?.request) ? value : null;
}

export function comparedOf(state: AppState): ComparisonAnswer | null {
  const value = state.answers.comparison?.value ?? null;
  if (state.view.compare === 'none' || !value) return null;
  const other = state.view.compare === 'city' ? (state.other?.loaded?.key ?? null) : null;
  // The newest one asked about may still be under way: the right side must be the one chosen.
  const isNewest = state.answers.comparison?.valueKey === state.answers.comparison?.key;
  return isNewest && value.request.other === other && isAboutShown(state, value.request.left, 'centre')
    ? value
    : null;
}

/** @param also `centre`: answers that hold indices of centralization; to the others the centre makes no difference. */
function isAboutShown(state: AppState, request: MeasureRequest | undefined, also?: 'centre'): boolean {
  const shown = state.answers.measure?.value?.request;
  if (!shown || !request) return false;
  const isCentre = also !== 'centre' || (request.centre ?? null) === (shown.centre ?? null);
  return isCentre && isAbout(request, shown);
}

function isAbout(request: MeasureRequest, shown: MeasureRequest): boolean {
  return (
    request.family === shown.family &&
    request.year === shown.year &&
    request.group === shown.group &&
    request.reference === shown.reference &&
    request.neighbourhood === shown.neighbourhood &&
    request.radius === shown.radius &&
    request.kernel === shown.kernel
  );
}
