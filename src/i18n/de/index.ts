import { first } from './first.ts';
import { later } from './later.ts';

/** The source of all texts. */
export const de = { ...first, ...later };
