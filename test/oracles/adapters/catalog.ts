import type { Adapter, StochasticAdapter } from '../adapter.ts';
import { autocorrelationAdapters, autocorrelationSimulations } from './autocorrelation.ts';
import { concentrationAdapters, concentrationStochasticAdapters } from './concentration.ts';
import { countAdapters } from './counts.ts';
import { decompositionAdapters } from './decomposition.ts';
import { inferenceStochasticAdapters } from './inference.ts';
import { multigroupAdapters } from './multigroup.ts';
import { proximityAdapters } from './proximity.ts';
import { spatialAdapters } from './spatial.ts';

/** How each index code is computed; one file per family. */
export const adapters: readonly Adapter[] = [
  ...countAdapters,
  ...proximityAdapters,
  ...spatialAdapters,
  ...autocorrelationAdapters,
  ...concentrationAdapters,
  ...multigroupAdapters,
  ...decompositionAdapters,
];

/** How each simulated figure is compared. */
export const stochasticAdapters: readonly StochasticAdapter[] = [
  ...autocorrelationSimulations,
  ...concentrationStochasticAdapters,
  ...inferenceStochasticAdapters,
];
