import { concentrationProfile } from '#stats/curves/concentration-profile.ts';
import { lorenzCurve } from '#stats/curves/lorenz.ts';
import {
  absoluteCentralizationOf,
  expectedAbsoluteCentralizationOf,
} from '#stats/indices/centralization/absolute-centralization.ts';
import { centralShareOf } from '#stats/indices/centralization/central-share.ts';
import { relativeCentralizationOf } from '#stats/indices/centralization/relative-centralization.ts';
import { absoluteConcentrationOf } from '#stats/indices/concentration/absolute-concentration.ts';
import { deltaOf, expectedDeltaOf } from '#stats/indices/concentration/delta.ts';
import { expectedProfileIndexOf, profileIndexOf } from '#stats/indices/concentration/profile-index.ts';
import { relativeConcentrationOf } from '#stats/indices/concentration/relative-concentration.ts';
import { beginBiasCorrectedDissimilarityOf } from '#stats/indices/evenness/bias-corrected-dissimilarity.ts';
import { densityCorrectedDissimilarityOf } from '#stats/indices/evenness/density-corrected-dissimilarity.ts';
import { finish } from '#stats/inference/stepper.ts';
import { randomStream } from '#stats/numeric/random.ts';
import type { Places } from '#stats/spec.ts';
import { type TwoGroupTable, twoGroupTable } from '#stats/table.ts';
import { type BenchCase, lattices, type Size } from '../bench.ts';
import { latticeCounts } from '../lattice.ts';

interface City {
  readonly table: TwoGroupTable;
  readonly areas: Float64Array;
  readonly places: Places;
}

/** The counts of a lattice on units of different size, a little off the places of its squares. */
function cityOf(size: Size): City {
  const [group, reference] = latticeCounts(size, 2);
  const random = randomStream(11, size);
  const columns = Math.ceil(Math.sqrt(size));
  const areas = Float64Array.from({ length: size }, () => 62_500 * (0.5 + random.uniform()));
  const along = (cell: (i: number) => number): Float64Array =>
    Float64Array.from({ length: size }, (_, i) => 250 * (cell(i) + random.uniform()));
  return {
    table: twoGroupTable(group!, reference!),
    areas,
    places: { x: along((i) => i % columns), y: along((i) => Math.floor(i / columns)) },
  };
}

function ofCity(task: string, work: (city: City) => number): BenchCase {
  return {
    task,
    sizes: lattices,
    prepare(size) {
      const city = cityOf(size);
      return () => work(city);
    },
  };
}

export const concentrationCases: readonly BenchCase[] = [
  ofCity('DEL, ACO, RCO', ({ table, areas }) =>
    [deltaOf, absoluteConcentrationOf, relativeConcentrationOf].reduce(
      (sum, index) => sum + index(table, areas),
      0,
    ),
  ),
  ofCity(
    'ACE, RCE, PCC',
    ({ table, areas, places }) =>
      absoluteCentralizationOf(table, areas, places) +
      relativeCentralizationOf(table, places) +
      centralShareOf(table, places),
  ),
  ofCity(
    'ConProf, density-corrected D',
    ({ table }) => profileIndexOf(table) + densityCorrectedDissimilarityOf(table),
  ),
  ofCity(
    'expected DEL, ACE, ConProf',
    ({ table, areas, places }) =>
      expectedDeltaOf(table, areas) +
      expectedAbsoluteCentralizationOf(table, areas, places) +
      expectedProfileIndexOf(table),
  ),
  ofCity(
    'bias-corrected D, 10 resamples',
    ({ table }) => finish(beginBiasCorrectedDissimilarityOf(table, { replicates: 10, seed: 1 })).value,
  ),
  ofCity('Lorenz curve and concentration profile, 400 points', ({ table }) => {
    const { group, reference } = table;
    return lorenzCurve(group, reference, 400).gini + concentrationProfile(group, reference, 400).part[9]!;
  }),
];
