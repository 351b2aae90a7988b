import { app } from './app.ts';
import { charts } from './charts.ts';
import { explore } from './explore.ts';
import { exporting } from './exporting.ts';
import { map } from './map.ts';
import { ui } from './ui.ts';

/** What the page needs at once. */
export const first = {
  app,
  charts,
  explore,
  exporting,
  map,
  ui,
};
