import type { Inspection } from '#import/inspect/inspection.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import type { ImportFile } from '#worker/jobs.ts';
import { emptyDraft, type ImportDraft } from '../draft.ts';
import type { AppState } from '../state.ts';

/** Opens the wizard, or adds the files to the import that is open already. */
export function filesHandedIn(state: AppState, files: readonly ImportFile[]): AppState {
  const draft = state.draft ?? emptyDraft;
  return { ...state, draft: { ...draft, incoming: [...draft.incoming, ...files] } };
}

/** Opens the wizard with the files and decisions a study was made of; the study stays as it is. */
export function importReopened(state: AppState, study: string): AppState {
  const session = { ...state.session, message: null };
  return { ...state, session, draft: { ...emptyDraft, reopening: study, reopened: true } };
}

export function importLeft(state: AppState): AppState {
  return { ...state, draft: null };
}

/** Nothing happens when the import has been left meanwhile. */
export function draftChanged(state: AppState, change: Partial<ImportDraft>): AppState {
  return state.draft ? { ...state, draft: { ...state.draft, ...change } } : state;
}

const remembered = 100;

/**
 * A change of the plan that can be undone.
 *
 * @param about changes in a row about the same thing are undone together; null: each for itself.
 */
export function planChanged(state: AppState, plan: ImportPlan, about: string | null = null): AppState {
  const { draft } = state;
  if (!draft?.plan || draft.plan === plan) return state;
  const goesOn = about !== null && about === draft.lastEdit;
  const past = goesOn ? draft.past : [...draft.past, draft.plan].slice(-remembered);
  return draftChanged(state, { plan, past, future: [], lastEdit: about });
}

export function planUndone(state: AppState): AppState {
  const { draft } = state;
  const plan = draft?.past.at(-1);
  if (!draft?.plan || !plan) return state;
  return draftChanged(state, {
    plan,
    past: draft.past.slice(0, -1),
    future: [...draft.future, draft.plan],
    lastEdit: null,
  });
}

export function planRedone(state: AppState): AppState {
  const { draft } = state;
  const plan = draft?.future.at(-1);
  if (!draft?.plan || !plan) return state;
  return draftChanged(state, {
    plan,
    past: [...draft.past, draft.plan],
    future: draft.future.slice(0, -1),
    lastEdit: null,
  });
}

/** What the worker has found. Plans from before are about other columns: there is no way back to them. */
export function filesInspected(
  state: AppState,
  found: { readonly key: string; readonly inspection: Inspection; readonly plan: ImportPlan },
): AppState {
  return draftChanged(state, {
    ...found,
    past: [],
    future: [],
    lastEdit: null,
    review: null,
    protection: null,
    names: {},
    renewal: null,
  });
}
