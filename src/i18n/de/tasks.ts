import { indices } from './indices.ts';
import { institutions } from './institutions.ts';
import { measure } from './measure.ts';
import { need } from './need.ts';

/** What the tasks beside Erkunden say: loaded as soon as a city is open. */
export const tasks = {
  indices,
  institutions,
  measure,
  need,
};
