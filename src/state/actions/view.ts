import { reconcile } from '../defaults.ts';
import type { AppState } from '../state.ts';
import type { View } from '../view.ts';

/** Changes what is shown; parts that no longer fit together (a year the indicator lacks) are brought into line. */
export function viewChanged(state: AppState, change: Partial<View>): AppState {
  const wished = { ...state.view, ...change };
  const view = state.study ? reconcile(wished, state.study.study) : wished;
  return { ...state, view };
}
