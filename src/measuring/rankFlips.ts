import type { Study } from '#model/study.ts';
import type { TwoGroupSpec } from '#stats/spec.ts';
import type { MeasureRequest, RankAtLevel, RankFlip } from './answer.ts';
import { type GroupSelection, groupSelection } from './groupSelection.ts';
import { defaultSettings } from './indexContext.ts';
import { familyYears, type MeasureCache } from './measureCache.ts';
import { measuredAt, valueAt } from './measuredAt.ts';
import { measuredIndices } from './measureIndex.ts';

/** Indices of counts alone: they mean the same at every level, and are cheap enough for all groups and years. */
const compared: readonly TwoGroupSpec[] = measuredIndices.filter(
  ({ needs, direction }) => needs.length === 0 && direction !== 'neither',
);

/** Smaller differences are not seen in a figure of one decimal of 100. */
const visible = 0.001;

/**
 * Comparisons that turn round between levels [Umkehr der Rangfolge zwischen Gebietsebenen].
 *
 * Whether the answer to "which is more segregated?" depends on the size of the areas (the modifiable areal unit
 * problem): of the group measured and another one in the year shown, or of two years of what is measured.
 *
 * v_f(A) value of A at the finer level, v_c at the coarser one: a flip where v_f(A) − v_f(B) and v_c(A) − v_c(B) have
 * opposite signs and both are at least 0.001 in size. Groups are those of residents with the universe measured, each
 * against everyone else of it; years those known at both levels. Families are taken as the Study orders them.
 *
 * @returns one entry per pair and pair of levels, the clearest first: by the smaller of its two differences.
 * Empty where nothing turns round, or there is one level only.
 * Cost: as measuring every group and every year once at every level, of which the cache keeps all.
 * Source: Openshaw 1984, The modifiable areal unit problem.
 */
export function rankFlips(
  study: Study,
  request: Pick<MeasureRequest, 'family' | 'year'>,
  selection: GroupSelection,
  cache: MeasureCache,
): readonly RankFlip[] {
  const families = study.families.map(({ id }) => id);
  const named = new Set(selection.groups.map((group) => group?.id));
  const groups = families.map((family) => groupValues(study, family, selection, request.year, cache));
  const years = families.map((family) => yearValues(study, family, selection, cache));
  const flips: (RankFlip & { readonly size: number })[] = [];
  for (const [kind, levels] of [
    ['groups', groups],
    ['years', years],
  ] as const) {
    levels.forEach((fine, f) => {
      levels.slice(f + 1).forEach((coarse, c) => {
        const known = fine.filter(({ id }) => coarse.some((one) => one.id === id));
        known.forEach((one, i) => {
          for (const other of known.slice(i + 1)) {
            if (kind === 'groups' && !named.has(one.id) && !named.has(other.id)) continue;
            const [oneAbove, otherAbove] = [one, other].map(
              ({ id }) => coarse.find((candidate) => candidate.id === id)!.values,
            );
            compared.forEach(({ id: index }, k) => {
              const below = one.values[k]! - other.values[k]!;
              const above = oneAbove![k]! - otherAbove![k]!;
              const size = Math.min(Math.abs(below), Math.abs(above));
              if (!(below * above < 0 && size >= visible)) return;
              const [first, second] = below > 0 ? [one, other] : [other, one];
              const at = (family: string, values: readonly { id: string; values: readonly number[] }[]) =>
                rankAt(family, values, first.id, second.id, k);
              flips.push({
                index,
                kind,
                first: first.id,
                second: second.id,
                finer: at(families[f]!, fine),
                coarser: at(families[f + 1 + c]!, coarse),
                size,
              });
            });
          }
        });
      });
    });
  }
  return flips.sort((a, b) => b.size - a.size).map(({ size: _, ...flip }) => flip);
}

interface ComparedValues {
  /** Id of the group, or the year. */
  readonly id: string;
  /** Beside `compared`. */
  readonly values: readonly number[];
}

function rankAt(
  family: string,
  all: readonly ComparedValues[],
  first: string,
  second: string,
  k: number,
): RankAtLevel {
  const value = (id: string) => all.find((one) => one.id === id)!.values[k]!;
  return { family, first: value(first), second: value(second) };
}

/** Every group of the universe against everyone else of it, in one year. */
function groupValues(
  study: Study,
  family: string,
  { universe }: GroupSelection,
  year: number,
  cache: MeasureCache,
): readonly ComparedValues[] {
  return groupsBeside(study, { universe }).flatMap((id) => rankValues(study, family, id, year, cache));
}

/** Ids of the groups that are compared: those of residents with this universe. */
export function groupsBeside(
  study: Study,
  { universe }: Pick<GroupSelection, 'universe'>,
): readonly string[] {
  return study.groups
    .filter((group) => group.scope === 'residents' && group.universe === universe)
    .map(({ id }) => id);
}

/** What of one group is compared, against everyone else; empty where nothing is known. The cache keeps it. */
export function rankValues(
  study: Study,
  family: string,
  id: string,
  year: number,
  cache: MeasureCache,
): readonly ComparedValues[] {
  const selection = groupSelection(study, [id, 'rest']);
  return 'refusal' in selection ? [] : valuesOf(study, family, selection, year, id, cache);
}

function yearValues(
  study: Study,
  family: string,
  selection: GroupSelection,
  cache: MeasureCache,
): readonly ComparedValues[] {
  return familyYears(study, family, selection, cache).flatMap(({ year }) =>
    valuesOf(study, family, selection, year, String(year), cache),
  );
}

function valuesOf(
  study: Study,
  family: string,
  selection: GroupSelection,
  year: number,
  id: string,
  cache: MeasureCache,
): readonly ComparedValues[] {
  const level = familyYears(study, family, selection, cache).find((one) => one.year === year)?.level;
  const one = level && measuredAt(study, level, selection, year, cache);
  if (!one || 'refusal' in one) return [];
  return [{ id, values: compared.map((spec) => valueAt(spec, one, defaultSettings)) }];
}
