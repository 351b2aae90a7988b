import { app } from './app.ts';
import { charts } from './charts.ts';
import { explore } from './explore.ts';
import { exporting } from './exporting.ts';
import { indices } from './indices.ts';
import { institutions } from './institutions.ts';
import { map } from './map.ts';
import { measure } from './measure.ts';
import { need } from './need.ts';
import { ui } from './ui.ts';

/** What the page needs at once. */
export const first = {
  app,
  charts,
  explore,
  exporting,
  indices,
  institutions,
  map,
  measure,
  need,
  ui,
};
