import { areaValues, homeLevel } from '#model/aggregate.ts';
import { ancestorPositions, levelById } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';
import type { Reason } from './answer.ts';
import type { GroupSelection } from './groupSelection.ts';

/** The selected groups over the areas of one level in one year. */
export interface GroupCounts {
  readonly level: Level;
  /** One column per group, in their order. Areas without usable figures are NaN in all of them. */
  readonly columns: readonly Float64Array[];
  /** Positions in the level of the areas with figures and at least one person of any group, ascending. */
  readonly positions: Int32Array;
}

const above = new WeakMap<Level, WeakMap<Level, Int32Array>>();

/** `ancestorPositions`, found once: the same for every group and year. */
function positionsAbove(study: Study, from: Level, to: Level): Int32Array | null {
  let known = above.get(from);
  if (!known) {
    known = new WeakMap();
    above.set(from, known);
  }
  let positions = known.get(to) ?? null;
  if (!positions) {
    positions = ancestorPositions(study, from, to);
    if (positions) known.set(to, positions);
  }
  return positions;
}

/**
 * Persons by which separately rounded counts (base 10 at most) may exceed their total in one area: two of them 10, four
 * 20, and so on.
 */
const roundingSlack = 10;

/**
 * Counts of a selection, read at the level that has them and summed upwards from there. A place where one figure is
 * missing or secret counts for no group, and at a coarser level only the others of its places do: so every level
 * speaks of the same people, and D can only shrink on the way up.
 */
export function groupCounts(
  study: Study,
  levelId: string,
  { groups, universe, variables }: GroupSelection,
  year: number,
): GroupCounts | { readonly refusal: Reason } {
  const level = levelById(study, levelId);
  const home = homeLevel(study, level, variables, year);
  const up = home && positionsAbove(study, home, level);
  const totals = home && areaValues(study, home.id, universe, year)?.values;
  if (!home || !up || !totals) return { refusal: 'no-figures' };
  const own = groups.map((group) => group && areaValues(study, home.id, group.count, year)?.values);
  if (own.includes(undefined)) return { refusal: 'no-figures' };
  const rest = groups.indexOf(null);
  const namedGroups = groups.length - (rest < 0 ? 0 : 1);

  const n = level.keys.length;
  const columns = groups.map(() => new Float64Array(n));
  const parts = new Int32Array(n);
  for (let a = 0; a < up.length; a++) {
    const to = up[a]!;
    const total = totals[a]!;
    const named = own.reduce((sum, values) => sum + (values ? values[a]! : 0), 0);
    if (to < 0 || Number.isNaN(named) || Number.isNaN(total)) continue;
    if (named > total + roundingSlack * Math.floor((namedGroups + 1) / 2)) {
      return { refusal: namedGroups > 1 ? 'overlapping-groups' : 'above-total' };
    }
    parts[to]! += 1;
    own.forEach((values, g) => {
      columns[g]![to]! += values ? values[a]! : Math.max(0, total - named);
    });
  }
  const positions: number[] = [];
  for (let a = 0; a < n; a++) {
    if (columns.some((column) => column[a]! > 0)) positions.push(a);
    else if (parts[a] === 0) for (const column of columns) column[a] = NaN;
  }
  if (positions.length === 0) return { refusal: 'no-figures' };
  return { level, columns, positions: Int32Array.from(positions) };
}
