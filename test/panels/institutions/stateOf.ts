import type { InstitutionRequest } from '#institutions/answer.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import type { Study } from '#model/study.ts';
import { answerPending, answerReady } from '#state/actions/answers.ts';
import { defaultView } from '#state/defaults.ts';
import type { AppState } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import type { View } from '#state/view.ts';

/** The state in which a request about institutions has been answered. */
export function stateOf(study: Study, request: InstitutionRequest, view: Partial<View> = {}): AppState {
  const asked: AppState = {
    ...createAppStore().getState(),
    study: { key: 'k', study, notes: [] },
    view: { ...defaultView(study), task: 'institutions', ...view },
  };
  const answer = assessInstitutions(study, request);
  return answerReady(answerPending(asked, 'institutions', 'k'), 'institutions', 'k', answer);
}
