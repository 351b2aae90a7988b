import { Binomials } from '../numeric/binomials.ts';
import { multinomialSampler } from '../numeric/multinomial.ts';
import { subsetSampler } from '../numeric/multivariate-hypergeometric.ts';
import type { Random } from '../numeric/random.ts';
import type { ManyGroupTable } from '../table.ts';

/**
 * What a table without segregation keeps of the real one: the sizes of the units, the sizes of the groups, both, or
 * nothing but the number of persons.
 */
export const keptMargins = ['both', 'units', 'groups', 'none'] as const;
export type KeptMargins = (typeof keptMargins)[number];

/** Random tables of whole persons, prepared to be drawn from many times. */
export interface TableSampler {
  /** Writes a table: one column per group. */
  draw(random: Random, into: readonly Float64Array[]): void;
}

/**
 * Random tables without segregation [Zufallstabellen]: group and unit independent of each other.
 *
 * - `both`: the same persons on other places (multivariate hypergeometric).
 * - `units`: everybody in unit j is in group m with chance P_m (multinomial in each unit).
 * - `groups`: everybody of group m lives in unit j with chance t_j/T (multinomial in each group).
 * - `none`: T persons fall into cells with chances P_m t_j/T.
 *
 * @param table its margins, rounded to whole persons: units singly, groups so that they add up to the units.
 * @throws `invalid kept margins: …`.
 * Cost of a draw: linear in the cells, about one random word each.
 * Source: Patefield 1981 (both margins, by another algorithm); the others by definition.
 */
export function tablesWithoutSegregation(table: ManyGroupTable, kept: KeptMargins): TableSampler {
  const { unitTotals, groupTotals, population } = wholeMargins(table);
  if (population === 0) return { draw: (_, into) => into.forEach((column) => void column.fill(0)) };
  switch (kept) {
    case 'both':
      return sharedOut(unitTotals, groupTotals, population, true);
    case 'units':
      return sharedOut(unitTotals, groupTotals, population, false);
    case 'groups': {
      const samplers = Array.from(groupTotals, (persons) => multinomialSampler(unitTotals, persons));
      return { draw: (random, into) => samplers.forEach((one, m) => void one.draw(random, into[m]!)) };
    }
    case 'none':
      return free(unitTotals, groupTotals, population);
    default:
      throw new Error(`invalid kept margins: ${String(kept satisfies never)}`);
  }
}

interface WholeMargins {
  readonly unitTotals: Float64Array;
  readonly groupTotals: Float64Array;
  readonly population: number;
}

/** Margins in whole persons; the largest group takes what rounding leaves over. */
export function wholeMargins({ total, groupSums, totalSum }: ManyGroupTable): WholeMargins {
  const unitTotals = total.map(Math.round);
  let population = 0;
  for (const t of unitTotals) population += t;
  const groupTotals = groupSums.map((sum) => Math.round(totalSum > 0 ? (sum / totalSum) * population : 0));
  let largest = 0;
  let assigned = 0;
  groupTotals.forEach((sum, m) => {
    assigned += sum;
    if (sum > groupTotals[largest]!) largest = m;
  });
  if (groupTotals.length > 0) groupTotals[largest]! += population - assigned;
  return { unitTotals, groupTotals, population };
}

/** Groups are placed one after the other, the smallest first, on the places that are left; the largest gets the rest. */
function sharedOut(
  unitTotals: Float64Array,
  groupTotals: Float64Array,
  population: number,
  exactGroups: boolean,
): TableSampler {
  const order = Array.from(groupTotals.keys()).sort((a, b) => groupTotals[a]! - groupTotals[b]! || a - b);
  const last = order.pop()!;
  let persons = population;
  const steps = order.map((m) => {
    const size = groupTotals[m]!;
    const from = persons;
    persons -= size;
    if (exactGroups) return { m, subset: subsetSampler(unitTotals, size, from), binomials: null };
    return { m, subset: null, binomials: new Binomials(from > 0 ? size / from : 0) };
  });
  const left = new Float64Array(unitTotals.length);
  return {
    draw(random, into) {
      left.set(unitTotals);
      for (const { m, subset, binomials } of steps) {
        const column = into[m]!;
        if (subset) subset.draw(random, left, column);
        else for (let j = 0; j < left.length; j++) column[j] = binomials.draw(random, left[j]!);
        for (let j = 0; j < left.length; j++) left[j]! -= column[j]!;
      }
      into[last]!.set(left);
    },
  };
}

function free(unitTotals: Float64Array, groupTotals: Float64Array, population: number): TableSampler {
  const units = unitTotals.length;
  const weights = new Float64Array(units * groupTotals.length);
  groupTotals.forEach((persons, m) => {
    for (let j = 0; j < units; j++) weights[m * units + j] = persons * unitTotals[j]!;
  });
  const sampler = multinomialSampler(weights, population);
  const cells = new Float64Array(weights.length);
  return {
    draw(random, into) {
      sampler.draw(random, cells);
      into.forEach((column, m) => void column.set(cells.subarray(m * units, (m + 1) * units)));
    },
  };
}
