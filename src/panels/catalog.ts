import { exploring } from './exploring/exploring.ts';
import { measuring } from './measuring/measuring.ts';
import type { TaskPanel } from './task.ts';

/** The tasks of the top bar, in their order. */
export const panels: readonly TaskPanel[] = [exploring, measuring];
