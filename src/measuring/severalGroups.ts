import type { Group, Study } from '#model/study.ts';
import { catalog } from '#stats/catalog.ts';
import type { ManyGroupSpec } from '#stats/spec.ts';
import { type ManyGroupTable, manyGroupTable } from '#stats/table.ts';
import type { DecompositionAnswer, IndexValue, MeasureRequest } from './answer.ts';
import { correctedValue } from './correctedValue.ts';
import { valuesAt } from './geography.ts';
import { type GroupCounts, groupCounts } from './groupCounts.ts';
import { type GroupSelection, groupSelection } from './groupSelection.ts';
import { contextFor } from './indexContext.ts';
import { levelGeography, type MeasureCache } from './measureCache.ts';
import type { Measured } from './measuredAt.ts';

/** Every global index of any number of groups. */
const severalIndices: readonly ManyGroupSpec[] = catalog.filter(
  (spec): spec is ManyGroupSpec => spec.groups === 'many' && spec.scope === 'global',
);

/**
 * The indices of several groups of the universe measured, in the year and over the areas shown; null where the Study
 * names no two groups that exclude each other and leave a rest. The groups are as many as exclude each other beside the
 * one measured; where those are fewer than two, the largest such set there is.
 */
export function severalGroups(
  study: Study,
  request: MeasureRequest,
  { level, selection }: Measured & { readonly selection: GroupSelection },
  cache: MeasureCache,
): DecompositionAnswer['many'] {
  const candidates = study.groups.filter(
    (group) => group.scope === 'residents' && group.universe === selection.universe,
  );
  const named = selection.groups.filter((group) => group !== null);
  const beside = exclusive(named, candidates);
  const sets = beside.length >= 2 ? [beside] : candidates.map((first) => exclusive([first], candidates));
  const largest = sets.reduce((best, set) => (set.length > best.length ? set : best), []);
  // Overlaps that nobody declared show in the figures: then the last groups give way.
  for (let count = largest.length; count >= 2; count--) {
    const groups = largest.slice(0, count);
    const several = groupSelection(study, [...groups.map(({ id }) => id), 'rest']);
    if ('refusal' in several) continue;
    const counts = groupCounts(study, level.id, several, request.year);
    if ('refusal' in counts) continue;
    const ids = [...groups.map(({ id }) => id), 'rest'];
    return { groups: ids, indices: valuesOfSeveral(study, counts, request, cache) };
  }
  return null;
}

/** The first groups and every other that shares nobody with those before it. */
function exclusive(first: readonly Group[], candidates: readonly Group[]): readonly Group[] {
  const chosen = [...first];
  for (const group of candidates) {
    const isFree = chosen.every(
      (one) =>
        one.id !== group.id &&
        one.count !== group.count &&
        !one.overlaps?.includes(group.id) &&
        !group.overlaps?.includes(one.id),
    );
    if (isFree) chosen.push(group);
  }
  return chosen;
}

function valuesOfSeveral(
  study: Study,
  { level, columns, positions }: GroupCounts,
  request: MeasureRequest,
  cache: MeasureCache,
): readonly IndexValue[] {
  const geography = levelGeography(study, level, cache);
  const located = positions.filter((a) => geography.located[a] === 1);
  const tableAt = (places: Int32Array) => manyGroupTable(columns.map((column) => valuesAt(column, places)));
  const table = tableAt(positions);
  const near = located.length === positions.length ? table : located.length > 0 ? tableAt(located) : null;
  const context = contextFor(geography, located, request);
  return severalIndices.map((spec): IndexValue => {
    const of = spec.needs.length === 0 ? table : near;
    const value = of ? spec.compute(of, context) : NaN;
    const expected = of ? spec.expected(of, context) : NaN;
    return {
      id: spec.id,
      value,
      expected,
      corrected: correctedValue(spec, value, expected),
      reason: Number.isNaN(value) ? reasonFor(of) : null,
    };
  });
}

function reasonFor(table: ManyGroupTable | null): IndexValue['reason'] {
  if (!table) return 'no-geometry';
  return table.populated < 2 ? 'one-area' : table.present < 2 ? 'group-absent' : 'undefined';
}
