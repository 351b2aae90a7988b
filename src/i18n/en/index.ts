import type { Catalogue } from '../i18n.ts';
import { app } from './app.ts';
import { charts } from './charts.ts';
import { cli } from './cli.ts';
import { disclosure } from './disclosure.ts';
import { explore } from './explore.ts';
import { exporting } from './exporting.ts';
import { importing } from './importing.ts';
import { indices } from './indices.ts';
import { institutions } from './institutions.ts';
import { map } from './map.ts';
import { measure } from './measure.ts';
import { need } from './need.ts';
import { problems } from './problems.ts';
import { project } from './project.ts';
import { ui } from './ui.ts';

export const en: Catalogue = {
  app,
  charts,
  cli,
  disclosure,
  explore,
  exporting,
  importing,
  indices,
  institutions,
  map,
  measure,
  need,
  problems,
  project,
  ui,
};
