import {
  type ChangeParts,
  changeOfUnits,
  compareUnits,
  type UnitChange,
  type UnitDifference,
} from '#measuring/compareUnits.ts';
import { decomposeUnits, type UnitDecomposition } from '#measuring/decomposeUnits.ts';
import {
  measureUnits,
  type Obstacle,
  obstacleTo,
  type Units,
  type UnitValue,
} from '#measuring/measureUnits.ts';
import { catalog } from '#stats/catalog.ts';
import type { IndexContext, IndexSpec } from '#stats/spec.ts';
import type { MeasureOptions } from './measureOptions.ts';
import type { MeasureSide } from './measureSide.ts';

export interface Obstructed {
  readonly spec: IndexSpec;
  readonly obstacle: Obstacle;
}

/** All figures of a call: of one side, or of two and their difference. */
export interface MeasureResults {
  readonly options: MeasureOptions;
  readonly sides: readonly MeasureSide[];
  /** In the order of the call. */
  readonly specs: readonly IndexSpec[];
  readonly obstructed: readonly Obstructed[];
  /** One per side, by index. */
  readonly values: readonly ReadonlyMap<IndexSpec, UnitValue>[];
  readonly decompositions: readonly UnitDecomposition[];
  readonly differences: ReadonlyMap<IndexSpec, UnitDifference> | null;
  /** Null where nothing is compared, or keys mean different areas. */
  readonly change: UnitChange | null;
}

export function measureResults(
  options: MeasureOptions,
  sides: readonly MeasureSide[],
  contexts: readonly IndexContext[],
): MeasureResults {
  const units: readonly (Units & { keys: readonly string[] })[] = sides.map(({ columns, keys }, s) => ({
    columns,
    keys,
    context: contexts[s]!,
  }));
  const asked = options.indices ?? catalog;
  const obstructed = asked.flatMap((spec): readonly Obstructed[] => {
    const [obstacle] = units.flatMap((one) => obstacleTo(spec, one, options.indices !== null) ?? []);
    return obstacle ? [{ spec, obstacle }] : [];
  });
  const measurable = asked.filter((spec) => obstructed.every((one) => one.spec !== spec));
  const { bootstraps, permutations, seed, level } = options;
  const draws = { bootstraps, permutations, seed, level, isPatient: options.indices !== null };
  const values = units.map((one) => {
    const own = measureUnits(measurable, one, draws);
    return new Map(measurable.map((spec, k) => [spec, own[k]!]));
  });
  const [first, second] = units;
  const isSameMap = sides[0]?.vintage === sides[1]?.vintage;
  // A key of another vintage is another area: then nothing is paired.
  const other = second && (isSameMap ? second : { ...second, keys: second.keys.map((key) => `${key} `) });
  return {
    options,
    sides,
    specs: asked,
    obstructed,
    values,
    decompositions: sides.flatMap(({ columns, levels }) =>
      levels.length > 0 ? [decomposeUnits(columns, levels)] : [],
    ),
    differences: first && other ? compareUnits(measurable, first, other, draws) : null,
    change: first && second && isSameMap ? changeOfUnits(first, second) : null,
  };
}

/** JSON has no NaN: an undefined value is null and has a reason, an unknown one is left out. */
export function plainResults(results: MeasureResults): Readonly<Record<string, unknown>> {
  const { sides, specs, options, decompositions, differences, change } = results;
  const shown = options.indices ? specs : specs.filter((spec) => results.values[0]?.has(spec));
  const entries = shown.map((spec) => {
    const own = sides.map((_, s) => entryOf(results, spec, s));
    if (sides.length < 2) return [spec.id, own[0]];
    const difference = differences?.get(spec);
    return [
      spec.id,
      {
        first: own[0],
        second: own[1],
        ...(difference ? { difference: plainDifference(difference, whyPart(results, spec)) } : {}),
      },
    ];
  });
  const [one, two] = decompositions.map(plainDecomposition);
  return {
    ...Object.fromEntries(entries),
    ...(one ? { decomposition: two ? { first: one, second: two } : one } : {}),
    ...(sides.length < 2 ? {} : { change: change ? plainChange(change) : { reason: 'other-areas' } }),
  };
}

function entryOf({ values, obstructed, sides }: MeasureResults, spec: IndexSpec, s: number): unknown {
  const { used: n, excluded, keys } = sides[s]!;
  const obstacle = obstructed.find((one) => one.spec === spec)?.obstacle;
  const found = values[s]?.get(spec);
  if (!found) return { value: null, n, excluded, reason: obstacle };
  const { value, low, high, se, expected, corrected, p, adjusted, quadrant, chance, reason } = found;
  if (typeof value !== 'number') {
    return {
      value: Array.from(value, known),
      ...(typeof p === 'number' ? {} : { p: Array.from(p, known) }),
      ...(adjusted ? { adjusted: Array.from(adjusted, known) } : {}),
      ...(quadrant ? { quadrant } : {}),
      n,
      excluded,
      ...(reason ? { reason } : {}),
      units: keys,
    };
  }
  return {
    value: known(value),
    ...intervalIn(low, high),
    ...ifKnown({ se, expected, corrected }),
    ...(typeof p === 'number' ? ifKnown({ p }) : {}),
    ...(reason && reason !== 'too-dear' ? {} : { chance }),
    n,
    excluded,
    ...(reason ? { reason } : {}),
  };
}

/** Why a difference, or only its interval or p, is missing; null where nothing is. */
function whyPart({ values, differences, options }: MeasureResults, spec: IndexSpec): string | null {
  const reasons = values.flatMap((side) => side.get(spec)?.reason ?? []);
  if (reasons[0]) return reasons[0];
  const isUntested = options.permutations > 0 && Number.isNaN(differences?.get(spec)?.p);
  return isUntested ? 'other-units' : null;
}

function plainDifference(
  { value, low, high, se, p, structure, composition }: UnitDifference,
  reason: string | null,
): unknown {
  return {
    value: known(value),
    ...intervalIn(low, high),
    ...ifKnown({ se, p, structure, composition }),
    ...(reason ? { reason } : {}),
  };
}

function plainDecomposition({ M, H, steps, within }: UnitDecomposition): unknown {
  return {
    M: known(M),
    H: known(H),
    steps: steps.map((step) => ({
      between: step.name ?? 'units',
      units: step.units,
      M: known(step.M),
      H: known(step.H),
    })),
    within: within.map((one) => ({
      label: one.label,
      share: known(one.share),
      M: known(one.M),
      H: known(one.H),
      part: known(one.part),
    })),
  };
}

function plainChange({
  matched,
  removed,
  added,
  M,
  H,
  moraRuizCastillo,
  karmelMaclachlan,
}: UnitChange): unknown {
  const parts = (own: ChangeParts) =>
    Object.fromEntries(Object.entries(own).map(([name, value]: [string, number]) => [name, known(value)]));
  return {
    matched,
    onlyFirst: removed.length,
    onlySecond: added.length,
    M: parts(M),
    H: parts(H),
    moraRuizCastillo: parts(moraRuizCastillo),
    karmelMaclachlan: parts(karmelMaclachlan),
  };
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function intervalIn(low: number, high: number): { readonly interval?: readonly [number, number] } {
  return Number.isFinite(low) && Number.isFinite(high) ? { interval: [low, high] } : {};
}

function ifKnown(figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => Number.isFinite(value)));
}
