import type { AppState } from '#state/state.ts';
import { bare, isBare } from './bare/bare.tsx';
import { exploring } from './exploring/exploring.ts';
import { institutionTask } from './institutions/institutionTask.ts';
import { measuring } from './measuring/measuring.ts';
import { needTask } from './need/needTask.ts';
import type { TaskPanel } from './task.ts';

/** The tasks of the top bar, in their order. */
export const panels: readonly TaskPanel[] = [exploring, measuring, institutionTask, needTask];

const barePanels = panels.map(({ id, name }): TaskPanel => ({ ...bare, id, name }));

/** The task on the screen; without figures what stands in for it. */
export function panelFor(state: AppState): TaskPanel | undefined {
  return (isBare(state) ? barePanels : panels).find((one) => one.id === state.view.task);
}
