import type { Catalogue } from '../i18n.ts';
import { autocorrelation } from './indices/autocorrelation.ts';
import { centralization } from './indices/centralization.ts';
import { clustering } from './indices/clustering.ts';
import { concentration } from './indices/concentration.ts';
import { evenness } from './indices/evenness.ts';
import { exposure } from './indices/exposure.ts';
import { local } from './indices/local.ts';
import { multigroup } from './indices/multigroup.ts';
import { spatial } from './indices/spatial.ts';

export const indices: Catalogue['indices'] = {
  ...autocorrelation,
  ...centralization,
  ...clustering,
  ...concentration,
  ...evenness,
  ...exposure,
  ...local,
  ...multigroup,
  ...spatial,
};
