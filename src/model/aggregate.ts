import { ancestorPositions, indicatorById, levelById, observationsOf, variableById } from './lookup.ts';
import { signCode } from './sign.ts';
import type { Column, Indicator, Level, Study, Variable } from './study.ts';

/** Values over the areas of one level in one year. `values[a]` is NaN where `signs[a]` says why. */
export interface AreaValues {
  readonly values: Float64Array;
  readonly signs: Uint8Array;
}

export interface IndicatorValues extends AreaValues {
  /** Counts behind a share or ratio, else null. */
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  /** The value of the whole city, from counts where there are any, else weighted or NaN. */
  readonly city: number;
  /** True when published values had to be averaged to get here. */
  readonly estimated: boolean;
}

const MISSING = signCode('missing');
const UNRELIABLE = signCode('unreliable');

/** Years in which every one of these variables is known at the level itself or at one below it, ascending. */
export function yearsOfVariables(
  study: Study,
  level: Level,
  variables: readonly string[],
): readonly number[] {
  const years = new Set<number>();
  for (const home of homesOf(study, level, variables)) {
    for (const year of observationsOf(study, home.id)?.years ?? []) {
      if (isKnown(study, home, variables, year)) years.add(year);
    }
  }
  return [...years].sort((a, b) => a - b);
}

/** Years of an indicator over all vintages of a family, each with the level that holds it, ascending. */
export function yearsOfIndicator(
  study: Study,
  family: string,
  indicator: Indicator,
): readonly { readonly year: number; readonly level: Level }[] {
  return yearsOfFamily(study, family, variablesOf(indicator));
}

/** As `yearsOfIndicator`, for any set of variables. Where two vintages know a year, the official one wins. */
export function yearsOfFamily(
  study: Study,
  family: string,
  variables: readonly string[],
): readonly { readonly year: number; readonly level: Level }[] {
  const byYear = new Map<number, Level>();
  for (const level of study.levels.filter((candidate) => candidate.family === family)) {
    for (const year of yearsOfVariables(study, level, variables)) {
      const official = (level.validFrom ?? -Infinity) <= year && year <= (level.validTo ?? Infinity);
      if (official || !byYear.has(year)) byYear.set(year, level);
    }
  }
  return [...byYear].map(([year, level]) => ({ year, level })).sort((a, b) => a.year - b.year);
}

/**
 * One variable over the areas of a level. Counts of a coarser level are summed; a sum with a missing part is missing.
 * Null when the variable is not known there in that year.
 */
export function areaValues(study: Study, levelId: string, variable: string, year: number): AreaValues | null {
  const level = levelById(study, levelId);
  const home = homeLevel(study, level, [variable], year);
  if (!home) return null;
  const own = cellsOf(study, home, variable, year);
  if (!own || home.id === level.id) return own;
  if (variableById(study, variable).kind !== 'count') return null;
  const up = ancestorPositions(study, home, level)!;
  const values = new Float64Array(level.keys.length);
  const seen = new Uint8Array(level.keys.length);
  const signs = new Uint8Array(level.keys.length);
  for (let a = 0; a < up.length; a++) {
    const to = up[a]!;
    if (to < 0) continue;
    const isLost = Number.isNaN(own.values[a]!);
    // The first lost part says why the sum is missing; until then an unreliable part makes it unreliable.
    if (isLost && !Number.isNaN(values[to]!)) signs[to] = own.signs[a]! || MISSING;
    else if (!isLost && signs[to] === 0) signs[to] = own.signs[a]!;
    values[to]! += own.values[a]!;
    seen[to] = 1;
  }
  for (let a = 0; a < values.length; a++) {
    if (seen[a]) continue;
    values[a] = NaN;
    signs[a] = MISSING;
  }
  return { values, signs };
}

/**
 * An indicator over the areas of a level. Shares and ratios are recomputed from summed counts, never averaged; an area
 * some of whose parts are missing is computed from the others and marked unreliable.
 * Null when it is not known there in that year.
 */
export function indicatorValues(
  study: Study,
  levelId: string,
  indicatorId: string,
  year: number,
): IndicatorValues | null {
  const level = levelById(study, levelId);
  const indicator = indicatorById(study, indicatorId);
  const { measure } = indicator;
  return measure.kind === 'value'
    ? publishedValues(study, level, measure.variable, year)
    : quotientValues(study, level, measure.numerator, measure.denominator, year);
}

/** The city's share from the nearest level above that knows all of it: small areas may be secret of which the sum is not. */
function cityAbove(
  study: Study,
  home: Level,
  numerator: readonly string[],
  denominator: readonly string[],
  year: number,
): number | null {
  for (let level = home; level.parent; ) {
    level = levelById(study, level.parent.level);
    const above = sumOfCells(study, level, numerator, year);
    const below = sumOfCells(study, level, denominator, year);
    if (!above || !below || [...above.values, ...below.values].some(Number.isNaN)) continue;
    return total(above.values) / total(below.values);
  }
  return null;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function variablesOf(indicator: Indicator): readonly string[] {
  const { measure } = indicator;
  return measure.kind === 'value' ? [measure.variable] : [...measure.numerator, ...measure.denominator];
}

function quotientValues(
  study: Study,
  level: Level,
  numerator: readonly string[],
  denominator: readonly string[],
  year: number,
): IndicatorValues | null {
  const home = homeLevel(study, level, [...numerator, ...denominator], year);
  if (!home) return null;
  const above = sumOfCells(study, home, numerator, year);
  const below = sumOfCells(study, home, denominator, year);
  if (!above || !below) return null;
  const up = ancestorPositions(study, home, level)!;
  const n = level.keys.length;
  const numerators = new Float64Array(n);
  const denominators = new Float64Array(n);
  const parts = new Int32Array(n);
  const lost = new Int32Array(n);
  const reason = new Uint8Array(n);
  let cityNumerator = 0;
  let cityDenominator = 0;
  for (let a = 0; a < up.length; a++) {
    const x = above.values[a]!;
    const t = below.values[a]!;
    const known = !Number.isNaN(x) && !Number.isNaN(t);
    if (known) {
      cityNumerator += x;
      cityDenominator += t;
    }
    const to = up[a]!;
    if (to < 0) continue;
    if (known) {
      numerators[to]! += x;
      denominators[to]! += t;
      parts[to]! += 1;
      reason[to] = Math.max(reason[to]!, above.signs[a]! || below.signs[a]! ? UNRELIABLE : 0);
    } else {
      lost[to]! += 1;
      if (parts[to] === 0) reason[to] = above.signs[a]! || below.signs[a]! || MISSING;
    }
  }
  const whole = lost.some((count) => count > 0) ? cityAbove(study, home, numerator, denominator, year) : null;
  const values = new Float64Array(n);
  const signs = new Uint8Array(n);
  for (let a = 0; a < n; a++) {
    if (parts[a] === 0 || denominators[a] === 0) {
      values[a] = NaN;
      signs[a] = parts[a] === 0 ? reason[a] || MISSING : signCode('excluded');
      if (parts[a] === 0) {
        numerators[a] = NaN;
        denominators[a] = NaN;
      }
    } else {
      values[a] = numerators[a]! / denominators[a]!;
      signs[a] = lost[a]! > 0 || reason[a] === UNRELIABLE ? UNRELIABLE : 0;
    }
  }
  return {
    values,
    signs,
    numerators,
    denominators,
    city: whole ?? cityNumerator / cityDenominator,
    estimated: false,
  };
}

function publishedValues(
  study: Study,
  level: Level,
  variableId: string,
  year: number,
): IndicatorValues | null {
  const variable = variableById(study, variableId);
  const home = homeLevel(study, level, [variableId], year);
  if (!home) return null;
  if (variable.kind === 'count') return countValues(study, level, home, variableId, year);
  const own = cellsOf(study, home, variableId, year);
  if (!own) return null;
  const weights = weightsOf(study, home, variable, own.values, year);
  const city = weightedMean(own.values, weights);
  if (home.id === level.id) {
    return { ...own, numerators: null, denominators: null, city, estimated: false };
  }
  if (!weights) return null;
  const up = ancestorPositions(study, home, level)!;
  const n = level.keys.length;
  const sums = new Float64Array(n);
  const totals = new Float64Array(n);
  for (let a = 0; a < up.length; a++) {
    const to = up[a]!;
    const x = own.values[a]!;
    const w = weights[a]!;
    if (to < 0 || Number.isNaN(x) || Number.isNaN(w)) continue;
    sums[to]! += x * w;
    totals[to]! += w;
  }
  const values = sums.map((sum, a) => (totals[a]! > 0 ? sum / totals[a]! : NaN));
  const signs = Uint8Array.from(values, (value) => (Number.isNaN(value) ? MISSING : UNRELIABLE));
  return { values, signs, numerators: null, denominators: null, city, estimated: true };
}

/** How much each area counts in the mean of a published value. */
function weightsOf(
  study: Study,
  home: Level,
  { averagedBy, weight }: Variable,
  values: Float64Array,
  year: number,
): Float64Array | null {
  const by = averagedBy === undefined ? weight : averagedBy;
  const counts = by ? areaValues(study, home.id, by, year)?.values : null;
  if (!counts || averagedBy === undefined) return counts ?? null;
  // What nobody is in says nothing of how many it could be.
  return counts.map((count, a) => (values[a]! > 0 ? count / values[a]! : NaN));
}

/** A plain count as an indicator: summed upwards, the city being the sum of what is known. */
function countValues(
  study: Study,
  level: Level,
  home: Level,
  variable: string,
  year: number,
): IndicatorValues | null {
  const counts = areaValues(study, level.id, variable, year);
  const own = cellsOf(study, home, variable, year);
  if (!counts || !own) return null;
  const known = own.values.filter((value) => !Number.isNaN(value));
  const city = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : NaN;
  return { ...counts, numerators: null, denominators: null, city, estimated: false };
}

function weightedMean(values: Float64Array, weights: Float64Array | null): number {
  if (!weights) return NaN;
  let sum = 0;
  let total = 0;
  for (let a = 0; a < values.length; a++) {
    const x = values[a]!;
    const w = weights[a]!;
    if (Number.isNaN(x) || Number.isNaN(w)) continue;
    sum += x * w;
    total += w;
  }
  return total > 0 ? sum / total : NaN;
}

/**
 * The level whose own observations answer for `level` in `year`: the coarsest at or below it that knows all the
 * variables then, else one that at least has a row of signs for them. Null when there is none.
 */
export function homeLevel(
  study: Study,
  level: Level,
  variables: readonly string[],
  year: number,
): Level | null {
  const homes = homesOf(study, level, variables).filter((home) =>
    observationsOf(study, home.id)?.years.includes(year),
  );
  return homes.find((home) => isKnown(study, home, variables, year)) ?? homes[0] ?? null;
}

/** Every level at or below `level` that has columns for all the variables, coarsest first. */
function homesOf(study: Study, level: Level, variables: readonly string[]): readonly Level[] {
  const homes: Level[] = [];
  let row: readonly Level[] = [level];
  while (row.length > 0) {
    for (const candidate of row) {
      const columns = observationsOf(study, candidate.id)?.columns;
      if (columns && variables.every((id) => Object.hasOwn(columns, id))) homes.push(candidate);
    }
    const parents = new Set(row.map((parent) => parent.id));
    row = study.levels.filter((below) => below.parent && parents.has(below.parent.level));
  }
  return homes;
}

function isKnown(study: Study, home: Level, variables: readonly string[], year: number): boolean {
  const observations = observationsOf(study, home.id);
  const y = observations?.years.indexOf(year) ?? -1;
  if (!observations || y < 0) return false;
  const n = home.keys.length;
  return variables.every((id) => {
    const column = observations.columns[id];
    if (!column) return false;
    for (let a = y * n; a < (y + 1) * n; a++) if (!Number.isNaN(column.values[a]!)) return true;
    return false;
  });
}

function cellsOf(study: Study, level: Level, variable: string, year: number): AreaValues | null {
  const observations = observationsOf(study, level.id);
  const column: Column | undefined = observations?.columns[variable];
  const y = observations?.years.indexOf(year) ?? -1;
  if (!column || y < 0) return null;
  const n = level.keys.length;
  return {
    values: column.values.slice(y * n, (y + 1) * n),
    signs: column.signs ? column.signs.slice(y * n, (y + 1) * n) : new Uint8Array(n),
  };
}

function sumOfCells(
  study: Study,
  level: Level,
  variables: readonly string[],
  year: number,
): AreaValues | null {
  let sum: AreaValues | null = null;
  for (const variable of variables) {
    const cells = cellsOf(study, level, variable, year);
    if (!cells) return null;
    if (!sum) {
      sum = cells;
      continue;
    }
    for (let a = 0; a < cells.values.length; a++) {
      // A term without a value says why the sum has none; "unreliable" belongs to values only.
      const isLost = Number.isNaN(sum.values[a]!);
      if (!isLost && (Number.isNaN(cells.values[a]!) || sum.signs[a] === 0)) sum.signs[a] = cells.signs[a]!;
      sum.values[a]! += cells.values[a]!;
    }
  }
  return sum;
}
