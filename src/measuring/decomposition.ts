import { ancestorPositions, levelById } from '#model/lookup.ts';
import type { Crosswalk, Level, Study } from '#model/study.ts';
import { segregationChange } from '#stats/decomposition/change.ts';
import { codedLabels } from '#stats/decomposition/labels.ts';
import type { KeyedTable } from '#stats/decomposition/matched.ts';
import { nestedDecomposition } from '#stats/decomposition/nested.ts';
import { structureComparison } from '#stats/decomposition/structure.ts';
import { dissimilarityOf } from '#stats/indices/evenness/dissimilarity.ts';
import type { DecompositionAnswer, DecompositionRequest, Reason } from './answer.ts';
import type { GroupSelection } from './groupSelection.ts';
import { measuredFor } from './measure.ts';
import { createMeasureCache, familyYears, type MeasureCache } from './measureCache.ts';
import { type Measured, measuredAt } from './measuredAt.ts';
import { severalGroups } from './severalGroups.ts';

/**
 * A measurement taken apart [Zerlegung einer Messung].
 *
 * How much of the segregation lies between districts and how much within them; what of its change comes from groups and
 * areas having grown, and what from people living differently; and how several groups live apart at once.
 *
 * Nested: M and H of the two groups over the areas of the request, between the areas of the coarsest family above them,
 * within those between the next finer ones, and so on; the steps add up to the total. Within: of every area of the
 * coarsest family its own M and H over the areas in it; `part` = share · M; all parts and the first step add up to M.
 * Change: M since `from` (Elbers 2021), and D as spatial structure and composition (Rey et al. 2021).
 *
 * @param request `from`: an earlier year; null = the first year of the vintage shown. Years of another vintage are
 * compared only where a crosswalk takes every area of then whole into one of now.
 * @returns parts that add up to 1e-12; what cannot be had is null or empty, with its reason.
 * NaN: everything where one of the groups is absent or there is only one area.
 * @throws `invalid level: …` for a family that the Study does not have.
 * Cost: linear in areas and levels; the change six proportional fits.
 * Source: as `nestedDecomposition`, `segregationChange`, `structureComparison`.
 * @example decompose(study, { family: 'plr', year: 2024, group: 'foreigners', reference: 'rest', from: 2021, … }).nested
 */
export function decompose(
  study: Study,
  request: DecompositionRequest,
  cache: MeasureCache = createMeasureCache(),
): DecompositionAnswer {
  const one = measuredFor(study, request, cache);
  if ('refusal' in one) return refused(request, one.refusal);
  const { table, selection } = one;
  const above = levelsAbove(study, one.level);
  const codes = above.map((level) => labelsAt(study, one, level));
  const groups = [table.group, table.reference];
  const nested = nestedDecomposition(
    groups,
    codes.map(({ codes: labels }) => labels),
  );
  const before = beforeOf(study, request, one, selection, cache);
  const several = severalGroups(study, request, one, cache);
  const families = [...above.map(({ family }) => family), one.level.family];
  return {
    request,
    refusal: null,
    total: { M: nested.M, H: nested.H },
    nested: nested.steps.map(({ M, H }, k) => ({
      family: families[k]!,
      units: codes[k]?.labels.length ?? one.positions.length,
      M,
      H,
    })),
    within: withinCoarsest(one, above[0], codes[0]),
    ...('refusal' in before ? { change: null, structure: null } : changes(before, one)),
    reasons: {
      nested: above.length === 0 ? 'no-coarser-level' : null,
      change: 'refusal' in before ? before.refusal : null,
      structure: 'refusal' in before ? before.refusal : null,
      many: several ? null : 'no-several-groups',
    },
    many: several,
  };
}

/** The levels above one, coarsest first. */
function levelsAbove(study: Study, level: Level): readonly Level[] {
  const above: Level[] = [];
  for (let { parent } = level; parent; ) {
    const next = levelById(study, parent.level);
    above.unshift(next);
    parent = next.parent;
  }
  return above;
}

interface Labels {
  readonly codes: Int32Array;
  /** Keys in the level; an area that belongs to none stands for itself, under its own key in quotes. */
  readonly labels: readonly string[];
}

function labelsAt(study: Study, { level, positions }: Measured, above: Level): Labels {
  const up = ancestorPositions(study, level, above);
  return codedLabels(Array.from(positions, (a) => above.keys[up?.[a] ?? -1] ?? `"${level.keys[a]!}"`));
}

function withinCoarsest(
  { table }: Measured,
  coarsest: Level | undefined,
  labels: Labels | undefined,
): DecompositionAnswer['within'] {
  if (!coarsest || !labels) return [];
  const { steps } = nestedDecomposition([table.group, table.reference], [labels.codes]);
  const inside = steps[1]!.within;
  return Array.from(inside.labels, (code, w) => {
    const key = labels.labels[code]!;
    const at = coarsest.keys.indexOf(key);
    const [M, H, share] = [inside.M[w]!, inside.H[w]!, inside.p[w]!];
    return { key, name: coarsest.names[at] ?? key, M, H, share, part: share * M };
  });
}

interface Before {
  readonly from: number;
  readonly measured: Measured;
  /** Key of every used area in the vintage of the later year. */
  readonly keys: readonly string[];
}

/** The earlier measurement over areas that are those of now, or why there is none. */
function beforeOf(
  study: Study,
  { family, year, from }: DecompositionRequest,
  now: Measured,
  selection: GroupSelection,
  cache: MeasureCache,
): Before | { readonly refusal: Reason } {
  const years = familyYears(study, family, selection, cache).filter((one) => one.year < year);
  const earlier =
    from === null ? years.find(({ level }) => level === now.level) : years.find((one) => one.year === from);
  if (!earlier) return { refusal: 'no-earlier-year' };
  const { level } = earlier;
  const measured = measuredAt(study, level, selection, earlier.year, cache);
  if ('refusal' in measured) return measured;
  const own = Array.from(measured.positions, (a) => level.keys[a]!);
  if (level === now.level) return { from: earlier.year, measured, keys: own };
  const crosswalk = study.crosswalks.find((one) => one.from === level.id && one.to === now.level.id);
  const to = crosswalk && wholeMoves(crosswalk);
  const keys = own.map((key) => to?.get(key) ?? null);
  return keys.every((key) => key !== null)
    ? { from: earlier.year, measured, keys }
    : { refusal: 'other-areas' };
}

/** Areas that went as a whole into one of the new ones. */
function wholeMoves({ fromKeys, toKeys, weights }: Crosswalk): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  fromKeys.forEach((key, k) => {
    if (Math.abs(weights[k]! - 1) < 1e-9) moves.set(key, toKeys[k]!);
  });
  return moves;
}

function changes(
  { from, measured, keys }: Before,
  now: Measured,
): Pick<DecompositionAnswer, 'change' | 'structure'> {
  const { level, positions, table } = now;
  const first: KeyedTable = { keys, groups: [measured.table.group, measured.table.reference] };
  const second: KeyedTable = {
    keys: Array.from(positions, (a) => level.keys[a]!),
    groups: [table.group, table.reference],
  };
  const change = segregationChange(first, second);
  const merged = mergedByKey(first);
  const structure = structureComparison(merged, table, dissimilarityOf);
  return {
    change: {
      from,
      before: change.before,
      after: change.after,
      removals: change.removals,
      additions: change.additions,
      groupMarginal: change.groupMarginal,
      unitMarginal: change.unitMarginal,
      structural: change.structural,
    },
    structure: {
      from,
      before: structure.first,
      after: structure.second,
      spatial: structure.structure,
      composition: structure.composition,
    },
  };
}

function mergedByKey({ keys, groups }: KeyedTable): {
  readonly group: Float64Array;
  readonly reference: Float64Array;
} {
  const { codes, labels } = codedLabels(keys);
  const [group, reference] = groups.map((column) => {
    const sums = new Float64Array(labels.length);
    codes.forEach((code, i) => {
      sums[code]! += column[i]!;
    });
    return sums;
  });
  return { group: group!, reference: reference! };
}

function refused(request: DecompositionRequest, refusal: Reason): DecompositionAnswer {
  return {
    request,
    refusal,
    total: { M: NaN, H: NaN },
    nested: [],
    within: [],
    change: null,
    structure: null,
    reasons: { nested: refusal, change: refusal, structure: refusal, many: refusal },
    many: null,
  };
}
