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
  return isAboutShown(state, value?.request) ? value : null;
}

export function localOf(state: AppState): LocalAnswer | null {
  const value = state.answers.local?.value ?? null;
  const isSame = isAboutShown(state, value?.request) && value?.request.discovery === state.view.discovery;
  return isSame ? value : null;
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
  return isNewest && value.request.other === other && isAboutShown(state, value.request.left) ? value : null;
}

function isAboutShown(state: AppState, request: MeasureRequest | undefined): boolean {
  const shown = state.answers.measure?.value?.request;
  return Boolean(shown && request && isAbout(request, shown));
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
