import type { RawLayer } from '../formats/driver.ts';
import type { CrsFinding } from '../inspect/inspection.ts';
import { eachCoordinate } from './coordinatesOf.ts';
import { liesInGermany } from './germany.ts';
import { normalCrs } from './normalCrs.ts';
import { type Projection, toWgs84 } from './project.ts';

/** Pairs of numbers as they stand in a file, e.g. two columns of a table, and what the file says of them. */
export interface CoordinatePairs {
  readonly pairs: readonly (readonly [number, number])[];
  readonly crs?: string | null;
  readonly crsText?: string | null;
}

export interface CrsChoice {
  /** Said by a person or a recipe. */
  readonly crs?: string;
  readonly swapped?: boolean;
  /** Where other layers of the same import lie (WGS 84): decides between systems that both lead to Germany. */
  readonly near?: readonly Bounds[];
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** In the order in which they are preferred where several fit. */
const candidateCrs = [
  'EPSG:4326',
  'EPSG:4258',
  'EPSG:25832',
  'EPSG:25833',
  'EPSG:4647',
  'EPSG:5650',
  'EPSG:31467',
  'EPSG:31468',
  'EPSG:31466',
  'EPSG:31469',
  'EPSG:3857',
  'EPSG:3035',
] as const;

/** This part of the coordinates has to lie in Germany; the rest may be slips. */
const most = 0.9;
const sampleSize = 500;

/**
 * The coordinate system of a layer. What a person chose stands; what the file says stands if the layer lies in Germany
 * then, or nowhere else either. Otherwise it is told from the numbers, and other systems that fit are named.
 *
 * 25832 and 25833 cannot be told apart by numbers where both places lie in Germany (Berlin, Emsland): `near` may decide.
 */
export async function findCrs(
  source: RawLayer | CoordinatePairs,
  choice: CrsChoice = {},
): Promise<CrsFinding> {
  const sample = sampleOf(source);
  const declared = normalCrs(source.crs ?? '') ?? normalCrs(source.crsText ?? '');
  const chosen = choice.crs === undefined ? null : (normalCrs(choice.crs) ?? choice.crs);
  const systems = new Set<string>(candidateCrs);
  if (declared) systems.add(declared);
  if (chosen) systems.add(chosen);
  const trials: Trial[] = [];
  for (const crs of systems) {
    for (const swapped of [false, true]) {
      const project = await toWgs84(crs, swapped);
      if (project) trials.push({ crs, swapped, ...placed(sample, project) });
    }
  }
  const fitting = trials.filter(fits);
  // Exchanged axes are only thought of where nothing fits as it stands.
  const straight = fitting.filter((trial) => !trial.swapped);
  const likely = straight.length > 0 ? straight : fitting;
  const trialOf = (crs: string, swapped: boolean): Trial | undefined =>
    trials.find((trial) => trial.crs === crs && trial.swapped === swapped);
  const finding = (trial: Trial | undefined, crs: string | null, from: CrsFinding['from']): CrsFinding => ({
    crs: trial?.crs ?? crs,
    from,
    declared,
    alternatives: [...new Set(likely.map((other) => other.crs))].filter(
      (other) => other !== (trial?.crs ?? crs),
    ),
    swapped: trial?.swapped ?? false,
    inGermany: trial !== undefined && fits(trial),
    bounds: trial?.bounds ?? null,
  });

  if (chosen !== null) {
    const straightOne = trialOf(chosen, false);
    const swappedOne = trialOf(chosen, true);
    const isSwapped =
      choice.swapped ?? !!(straightOne && swappedOne && !fits(straightOne) && fits(swappedOne));
    return finding(isSwapped ? swappedOne : straightOne, chosen, 'chosen');
  }
  const said = declared === null ? undefined : fitting.find((trial) => trial.crs === declared);
  if (said) return finding(said, declared, 'file');
  if (declared !== null && fitting.length === 0) return finding(trialOf(declared, false), declared, 'file');
  const near = likely.find((trial) => choice.near?.some((bounds) => overlap(bounds, trial.bounds)));
  return finding(near ?? likely[0], null, 'range');
}

function fits(trial: Trial): boolean {
  return trial.inGermany >= most;
}

interface Trial {
  readonly crs: string;
  readonly swapped: boolean;
  /** Share of the sample. */
  readonly inGermany: number;
  readonly bounds: Bounds | null;
}

function placed(
  { pairs, extremes }: Sample,
  project: Projection,
): { readonly inGermany: number; readonly bounds: Bounds | null } {
  let inside = 0;
  let bounds: Bounds | null = null;
  const widen = ([x, y]: readonly [number, number]): readonly [number, number] | null => {
    const [lon, lat] = project(x, y);
    if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lon) > 360 || Math.abs(lat) > 90)
      return null;
    bounds = bounds
      ? [
          Math.min(bounds[0], lon),
          Math.min(bounds[1], lat),
          Math.max(bounds[2], lon),
          Math.max(bounds[3], lat),
        ]
      : [lon, lat, lon, lat];
    return [lon, lat];
  };
  for (const pair of pairs) {
    const place = widen(pair);
    if (place && liesInGermany(...place)) inside++;
  }
  for (const pair of extremes) widen(pair);
  return { inGermany: pairs.length === 0 ? 0 : inside / pairs.length, bounds };
}

interface Sample {
  readonly pairs: readonly (readonly [number, number])[];
  /** Those furthest west, east, south and north, which a sample would miss. */
  readonly extremes: readonly (readonly [number, number])[];
}

function sampleOf(source: RawLayer | CoordinatePairs): Sample {
  const all: (readonly [number, number])[] = [];
  const add = (x: number, y: number): void => {
    // Where a position is missing, many files say 0, 0.
    if (x !== 0 || y !== 0) all.push([x, y]);
  };
  if ('pairs' in source)
    for (const [x, y] of source.pairs) {
      if (Number.isFinite(x) && Number.isFinite(y)) add(x, y);
    }
  else eachCoordinate(source.features, add);
  const step = Math.max(1, Math.ceil(all.length / sampleSize));
  const pairs = all.filter((_, i) => i % step === 0);
  const [first] = all;
  if (!first) return { pairs, extremes: [] };
  let [west, east, south, north] = [first, first, first, first];
  for (const pair of all) {
    if (pair[0] < west[0]) west = pair;
    if (pair[0] > east[0]) east = pair;
    if (pair[1] < south[1]) south = pair;
    if (pair[1] > north[1]) north = pair;
  }
  return { pairs, extremes: [west, east, south, north] };
}

function overlap(one: Bounds, other: Bounds | null): boolean {
  return (
    other !== null && one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
  );
}
