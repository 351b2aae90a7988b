import { first } from './first.ts';
import { later } from './later.ts';
import { tasks } from './tasks.ts';

/** The source of all texts. */
export const de = { ...first, ...tasks, ...later };
