import { entropyOf } from '../indices/multigroup/entropy.ts';
import { mutualInformationOf } from '../indices/multigroup/mutual-information.ts';
import { isUndefined } from '../indices/multigroup/simpson.ts';
import { logarithmsUpTo } from '../numeric/logarithms.ts';
import type { IndexContext, ManyGroupSpec, TwoGroupSpec } from '../spec.ts';
import { type ManyGroupTable, type TwoGroupTable, twoGroupTable } from '../table.ts';

/** Figures of one table of counts, computed together, so that one random table serves all of them. */
export interface Statistics {
  readonly ids: readonly string[];
  /**
   * Writes the figures in the order of `ids`; NaN where one is undefined.
   * @param table valid only during the call: its arrays are used again.
   * @param units where rows are units drawn anew: the number of the unit that each row is. Otherwise absent.
   */
  compute(table: ManyGroupTable, into: Float64Array, units?: Int32Array): void;
}

/** One figure from any function. @example statistic('share', (table) => table.groupSums[0]! / table.totalSum) */
export function statistic(
  id: string,
  compute: (table: ManyGroupTable, units?: Int32Array) => number,
): Statistics {
  return {
    ids: [id],
    compute(table, into, units) {
      into[0] = compute(table, units);
    },
  };
}

/** Several sets of figures as one. */
export function together(...sets: readonly Statistics[]): Statistics {
  const parts = sets.map((set) => ({ set, values: new Float64Array(set.ids.length) }));
  return {
    ids: sets.flatMap((set) => set.ids),
    compute(table, into, units) {
      let at = 0;
      for (const { set, values } of parts) {
        set.compute(table, values, units);
        into.set(values, at);
        at += values.length;
      }
    },
  };
}

/**
 * Indices of the catalogue as figures.
 *
 * @param specs global indices, of two or of many groups.
 * @param options `context` for all of them. `focal`: the column that indices of two groups set against all the others
 * (default: the first; with two columns the second is then the reference).
 * @throws `invalid group: …` while computing if there is no such column. Where rows are units drawn anew, indices that
 * need more than counts throw `invalid resampling: …`: a unit drawn twice has no place on the map.
 */
export function statisticsOf(
  specs: readonly (TwoGroupSpec | ManyGroupSpec)[],
  { context, focal = 0 }: { readonly context?: IndexContext; readonly focal?: number } = {},
): Statistics {
  const hasTwo = specs.some((spec) => spec.groups === 'two');
  return {
    ids: specs.map((spec) => spec.id),
    compute(table, into, units) {
      const two = hasTwo ? focalTable(table, focal) : null;
      specs.forEach((spec, k) => {
        if (units && spec.needs.length > 0) {
          throw new Error(`invalid resampling: units (${spec.id} needs ${spec.needs.join(', ')})`);
        }
        into[k] = spec.groups === 'two' ? spec.compute(two!, context) : spec.compute(table, context);
      });
    },
  };
}

/** One group against all the others. */
export function focalTable(table: ManyGroupTable, focal: number): TwoGroupTable {
  const group = table.groups[focal];
  if (!group) throw new Error(`invalid group: ${focal}`);
  const other = table.groups.length === 2 ? table.groups[1 - focal]! : null;
  const reference = other ?? group.map((x, i) => Math.max(0, table.total[i]! - x));
  return twoGroupTable(group, reference);
}

/**
 * M and H of any number of groups from one pass over the cells: the figures of `M` and `H_multi` of the catalogue, to
 * about 1e-12, in half the time where all counts are whole, as in every resample.
 */
export const mutualInformationStatistics: Statistics = {
  ids: ['M', 'H_multi'],
  compute(table, into) {
    const M = isUndefined(table) ? NaN : (wholeInformation(table) ?? mutualInformationOf(table));
    into[0] = M;
    into[1] = Math.min(1, M / entropyOf(table));
  },
};

/** M = [sum x ln x − sum t ln t − sum X ln X]/T + ln T; null where a count is not whole or has no entry in the table. */
function wholeInformation({ size, groups, total, groupSums, totalSum }: ManyGroupTable): number | null {
  let most = 0;
  for (let j = 0; j < size; j++) if (total[j]! > most) most = total[j]!;
  const logarithms = logarithmsUpTo(most);
  if (most >= logarithms.length) return null;
  let sum = 0;
  for (const counts of groups) {
    for (let j = 0; j < size; j++) {
      const x = counts[j]!;
      const whole = x | 0;
      if (whole !== x) return null;
      if (whole > 1) sum += x * logarithms[whole]!;
    }
  }
  for (let j = 0; j < size; j++) if (total[j]! > 1) sum -= total[j]! * logarithms[total[j]! | 0]!;
  for (const groupSum of groupSums) if (groupSum > 0) sum -= groupSum * Math.log(groupSum);
  return Math.max(0, sum / totalSum + Math.log(totalSum));
}
