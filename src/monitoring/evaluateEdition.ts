import { areaValues, type IndicatorValues, indicatorValues } from '#model/aggregate.ts';
import { levelById } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Edition, Level, Study } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';
import type { Exclusion } from './answer.ts';
import { classify } from './classify.ts';
import { compositeIndex, type IndexPart } from './compositeIndex.ts';
import type { MethodProfile, ProfileIndicator } from './profiles/profile.ts';

/** One edition of a monitoring, computed. All arrays follow the areas of `level`. */
export interface EditionEvaluation {
  readonly edition: Edition;
  readonly profile: MethodProfile;
  readonly level: Level;
  readonly residents: Float64Array;
  readonly excluded: readonly (Exclusion | null)[];
  readonly exclusionTexts: ReadonlyMap<string, LocalText>;
  /** 1 where the area takes part in means and SDs. */
  readonly valid: Uint8Array;
  readonly parts: readonly EvaluatedPart[];
  readonly statusIndex: Float64Array;
  /** Positions in `profile.status.classes`; −1 = not rated. */
  readonly statusClass: Int8Array;
  /** Null when the profile has no dynamics or the edition no figures for it. */
  readonly dynamics: {
    readonly parts: readonly EvaluatedPart[];
    readonly index: Float64Array;
    readonly classes: Int8Array;
  } | null;
}

export interface EvaluatedPart extends IndexPart {
  readonly id: string;
  readonly values: Float64Array;
  readonly z: Float64Array;
  /** Counts behind a share, else null. */
  readonly denominators: Float64Array | null;
}

const TOO_SMALL = signCode('too-small');

/**
 * Status and dynamics of one edition [Status und Dynamik einer Ausgabe].
 *
 * Excludes areas in this order: fewer residents than the profile's minimum, declared outliers, missing values, no
 * spread. Means and SDs are taken over what remains; dynamics over those of them that have all changes.
 */
export function evaluateEdition(study: Study, edition: Edition, profile: MethodProfile): EditionEvaluation {
  const level = levelById(study, edition.level);
  const n = level.keys.length;
  const { residents, tooSmall } = residentsOf(study, edition, profile, n);
  const columns = profile.indicators.map((indicator) =>
    columnOf(indicator, valuesOf(study, edition.level, indicator.id, edition.dataYear), residents, n),
  );
  const outliers = outliersOf(edition, profile);
  const excluded = level.keys.map((key, a): Exclusion | null => {
    if (tooSmall[a] || residents[a]! < profile.minimumPopulation.minimum) return 'under-minimum';
    if (outliers.has(key)) return 'outlier';
    return isMissing(profile, residents[a]!, columns, a) ? 'missing-values' : null;
  });
  const valid = Uint8Array.from(excluded, (code) => (code === null ? 1 : 0));
  const status = compositeIndex(columns, valid, profile, residents);
  for (let a = 0; a < n; a++) {
    if (excluded[a] === null && Number.isNaN(status.index[a]!)) excluded[a] = 'no-spread';
  }
  return {
    edition,
    profile,
    level,
    residents,
    excluded,
    exclusionTexts: outliers,
    valid,
    parts: columns.map((column, k) => ({ ...column, z: status.z[k]! })),
    statusIndex: status.index,
    statusClass: classify(status.index, profile.status),
    dynamics: dynamicsOf(study, edition, profile, columns, valid, residents),
  };
}

type ColumnOfPart = Omit<EvaluatedPart, 'z'>;

function dynamicsOf(
  study: Study,
  edition: Edition,
  profile: MethodProfile,
  status: readonly ColumnOfPart[],
  statusValid: Uint8Array,
  residents: Float64Array,
): EditionEvaluation['dynamics'] {
  const { dynamics } = profile;
  if (!dynamics) return null;
  const n = statusValid.length;
  const columns =
    dynamics.kind === 'published'
      ? dynamics.indicators.map((indicator) =>
          columnOf(indicator, valuesOf(study, edition.level, indicator.id, edition.dataYear), residents, n),
        )
      : status.map((now) => {
          const then = valuesOf(study, edition.level, now.id, edition.dataYear - dynamics.years);
          return {
            ...now,
            id: changeId(now.id),
            values: now.values.map((value, a) => value - (then?.values[a] ?? NaN)),
            city: now.city - (then ? cityOf(then, residents) : NaN),
            denominators: null,
          };
        });
  const nothing = columns.some((column) => column.values.every((value) => Number.isNaN(value)));
  if (nothing && profile.missing.rule === 'exclude') return null;
  const needed = profile.missing.rule === 'exclude' ? columns.length : profile.missing.minimumIndicators;
  const valid = statusValid.map((flag, a) => (flag && knownIn(columns, a) >= needed ? 1 : 0));
  if (!valid.includes(1)) return null;
  const { z, index } = compositeIndex(columns, valid, profile, residents);
  return {
    parts: columns.map((column, k) => ({ ...column, z: z[k]! })),
    index,
    classes: classify(index, dynamics.classing),
  };
}

/** Id under which the change of an indicator is reported, published or computed. */
export function changeId(indicator: string): string {
  return `${indicator}-change`;
}

function columnOf(
  indicator: ProfileIndicator,
  found: IndicatorValues | null,
  residents: Float64Array,
  n: number,
): ColumnOfPart {
  return {
    id: indicator.id,
    direction: indicator.direction,
    weight: indicator.weight,
    values: found?.values ?? new Float64Array(n).fill(NaN),
    city: found ? cityOf(found, residents) : NaN,
    denominators: found?.denominators ?? null,
  };
}

function valuesOf(study: Study, level: string, indicator: string, year: number): IndicatorValues | null {
  const known = study.indicators.some((candidate) => candidate.id === indicator);
  return known ? indicatorValues(study, level, indicator, year) : null;
}

/** The city's value; where the pack cannot tell it, the mean weighted by residents. */
export function cityOf(
  found: Pick<IndicatorValues, 'city' | 'values'>,
  residents: ArrayLike<number> | null,
): number {
  if (!Number.isNaN(found.city)) return found.city;
  let sum = 0;
  let total = 0;
  for (let a = 0; a < found.values.length; a++) {
    const persons = residents?.[a] ?? NaN;
    if (Number.isNaN(persons) || Number.isNaN(found.values[a]!)) continue;
    sum += found.values[a]! * persons;
    total += persons;
  }
  return sum / total;
}

function residentsOf(
  study: Study,
  edition: Edition,
  profile: MethodProfile,
  n: number,
): { residents: Float64Array; tooSmall: Uint8Array } {
  for (const variable of profile.minimumPopulation.variables) {
    if (!study.variables.some((known) => known.id === variable)) continue;
    const found = areaValues(study, edition.level, variable, edition.dataYear);
    if (!found) continue;
    return { residents: found.values, tooSmall: found.signs.map((code) => (code === TOO_SMALL ? 1 : 0)) };
  }
  return { residents: new Float64Array(n).fill(NaN), tooSmall: new Uint8Array(n) };
}

function outliersOf(edition: Edition, profile: MethodProfile): ReadonlyMap<string, LocalText> {
  const declared = profile.outliers.filter((each) => each.editions?.includes(edition.year) ?? true);
  return new Map([...declared, ...edition.outliers].map((each) => [each.area, each.reason]));
}

function isMissing(
  profile: MethodProfile,
  residents: number,
  columns: readonly ColumnOfPart[],
  area: number,
): boolean {
  if (Number.isNaN(residents) && profile.minimumPopulation.minimum > 0) return true;
  const { rule, minimumIndicators, allZero } = profile.missing;
  if (allZero === 'missing' && columns.every((column) => column.values[area] === 0)) return true;
  return knownIn(columns, area) < (rule === 'exclude' ? columns.length : minimumIndicators);
}

function knownIn(columns: readonly ColumnOfPart[], area: number): number {
  return columns.filter((column) => !Number.isNaN(column.values[area]!)).length;
}
