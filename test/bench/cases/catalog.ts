import type { BenchCase } from '../bench.ts';
import { concentrationCases } from './concentration.ts';
import { decompositionCases } from './decomposition.ts';
import { environmentCases } from './environment.ts';
import { importCases } from './import.ts';
import { indexCases } from './indices.ts';
import { inferenceCases } from './inference.ts';
import { panelCases } from './panels.ts';
import { proximityCases } from './proximity.ts';
import { spaceCases } from './space.ts';

/** Everything `npm run bench` measures, row by row. */
export const benchCases: readonly BenchCase[] = [
  ...indexCases,
  ...decompositionCases,
  ...spaceCases,
  ...concentrationCases,
  ...proximityCases,
  ...environmentCases,
  ...inferenceCases,
  ...panelCases,
  ...importCases,
];
