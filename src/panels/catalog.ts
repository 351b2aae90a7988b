import { exploring } from './exploring/exploring.ts';
import { institutionTask } from './institutions/institutionTask.ts';
import { measuring } from './measuring/measuring.ts';
import { needTask } from './need/needTask.ts';
import type { TaskPanel } from './task.ts';

/** The tasks of the top bar, in their order. */
export const panels: readonly TaskPanel[] = [exploring, measuring, institutionTask, needTask];
