import type { Adapter, StochasticAdapter } from '../adapter.ts';
import { countAdapters } from './counts.ts';

/** How each index code is computed; one file per family. */
export const adapters: readonly Adapter[] = [...countAdapters];

/** How each simulated figure is compared. */
export const stochasticAdapters: readonly StochasticAdapter[] = [];
