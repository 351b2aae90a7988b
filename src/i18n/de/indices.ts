import { autocorrelation } from './indices/autocorrelation.ts';
import { centralization } from './indices/centralization.ts';
import { clustering } from './indices/clustering.ts';
import { concentration } from './indices/concentration.ts';
import { evenness } from './indices/evenness.ts';
import { exposure } from './indices/exposure.ts';
import { local } from './indices/local.ts';
import { multigroup } from './indices/multigroup.ts';
import { spatial } from './indices/spatial.ts';

/**
 * Of every index: name, one sentence with the number in it, explanation, caveat; `orientation` where a source says what a
 * high value is. `{group}` stands in the dative plural.
 */
export const indices = {
  ...autocorrelation,
  ...centralization,
  ...clustering,
  ...concentration,
  ...evenness,
  ...exposure,
  ...local,
  ...multigroup,
  ...spatial,
} as const;
