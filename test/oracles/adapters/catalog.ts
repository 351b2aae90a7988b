import type { Adapter, StochasticAdapter } from '../adapter.ts';
import { autocorrelationAdapters } from './autocorrelation.ts';
import { concentrationAdapters, concentrationStochasticAdapters } from './concentration.ts';
import { countAdapters } from './counts.ts';
import { proximityAdapters } from './proximity.ts';

/** How each index code is computed; one file per family. */
export const adapters: readonly Adapter[] = [
  ...countAdapters,
  ...proximityAdapters,
  ...autocorrelationAdapters,
  ...concentrationAdapters,
];

/** How each simulated figure is compared. */
export const stochasticAdapters: readonly StochasticAdapter[] = [...concentrationStochasticAdapters];
