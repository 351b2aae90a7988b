import type { ImportPlan } from '#import/plan/plan.ts';
import type { ImportDraft } from '#state/draft.ts';
import type { Store } from '#state/store.ts';

export function draftIn(store: Store): ImportDraft {
  const { draft } = store.getState();
  if (!draft) throw new Error('no import');
  return draft;
}

export function planIn(store: Store): ImportPlan {
  const { plan } = draftIn(store);
  if (!plan) throw new Error('no plan');
  return plan;
}
