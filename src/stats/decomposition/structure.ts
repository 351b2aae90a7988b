import { ascendingOrder } from '../numeric/order.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../table.ts';

/** What is exchanged between two cities: the share of the group in each unit, or each unit's share of the two groups. */
export type Counterfactual = 'composition' | 'share';

export interface StructureComparison {
  readonly first: number;
  readonly second: number;
  /** second − first = structure + composition. */
  readonly difference: number;
  /** Because units and their places are different. */
  readonly structure: number;
  /** Because the distribution of the shares is different. */
  readonly composition: number;
  /** The index of the places of the first with the shares of the second, and the other way round. */
  readonly firstWithSecond: number;
  readonly secondWithFirst: number;
}

/** Counts of two groups in one city or year. */
export interface TwoGroups {
  readonly group: Counts;
  readonly reference: Counts;
}

/**
 * Spatial structure and composition [räumliche Struktur und Zusammensetzung].
 *
 * How much of the difference between two cities or years comes from the shares found there, how much from the places –
 * sizes of the units and who lives next to whom.
 *
 * I(s, c) index of the places of s with the shares of c: structure = (I(2,1) − I(1,1) + I(2,2) − I(1,2))/2,
 * composition = (I(1,2) − I(1,1) + I(2,2) − I(2,1))/2.
 * Shares of c in the places of s: every unit of s keeps its rank and its size t_i; its share is the quantile of c at that
 * rank, x'_i = t_i Q_c(r_i), y'_i = t_i − x'_i (`composition`). With `share` the shares x_i/X and y_i/Y are exchanged
 * instead, each by its own rank: x'_i = X Q_c(r_i), y'_i = Y Q'_c(r'_i).
 * Rank (r − 1)/(n − 1) with mean rank of equal shares, quantiles interpolated, over units with persons.
 *
 * @param first @param second counts of the two cities or years; their units need not match.
 * @param index any index of two groups; `place` says of which city the places (neighbours, areas …) are, 0 or 1.
 * @param counterfactual what is exchanged (default `composition`).
 * @returns parts that add up exactly, in the unit of the index. NaN where the index is.
 * @throws `invalid count: …`, `invalid length: …`, and what `index` throws.
 * Cost: four times the index, and sorting.
 * Source: Rey, Cortes & Knaap 2021, Spatial Demography 9, 31–56; Shapley value after Shorrocks 2013.
 * PySAL ranks by r/n, so that a city compared with itself is not quite itself; ours is. Its third variant, both groups by
 * their own rank of p_i, is the first where the groups are all of the population.
 * @example structureComparison(city, city, informationOf).composition // 0
 */
export function structureComparison(
  first: TwoGroups,
  second: TwoGroups,
  index: (table: TwoGroupTable, place: 0 | 1) => number,
  counterfactual: Counterfactual = 'composition',
): StructureComparison {
  const one = twoGroupTable(first.group, first.reference);
  const two = twoGroupTable(second.group, second.reference);
  const exchanged = counterfactual === 'share' ? withShares : withComposition;
  const own1 = index(one, 0);
  const own2 = index(two, 1);
  const firstWithSecond = index(exchanged(one, two), 0);
  const secondWithFirst = index(exchanged(two, one), 1);
  return {
    first: own1,
    second: own2,
    difference: own2 - own1,
    structure: (secondWithFirst - own1 + own2 - firstWithSecond) / 2,
    composition: (firstWithSecond - own1 + own2 - secondWithFirst) / 2,
    firstWithSecond,
    secondWithFirst,
  };
}

/** The units of `places`, their sizes and ranks, with the shares of the group of `shares`. */
function withComposition(places: TwoGroupTable, shares: TwoGroupTable): TwoGroupTable {
  const share = matched(places, shares, ({ group, total }, i) => group[i]! / total[i]!);
  const group = share.map((p, i) => (places.total[i] === 0 ? 0 : Math.min(1, p) * places.total[i]!));
  return twoGroupTable(
    group,
    places.total.map((t, i) => t - group[i]!),
  );
}

/** The units of `places` in their order, with the distribution of both groups over the units of `shares`. */
function withShares(places: TwoGroupTable, shares: TwoGroupTable): TwoGroupTable {
  const group = matched(places, shares, (table, i) => table.group[i]! / table.groupSum);
  const reference = matched(places, shares, (table, i) => table.reference[i]! / table.referenceSum);
  return twoGroupTable(
    group.map((share) => share * places.groupSum),
    reference.map((share) => share * places.referenceSum),
  );
}

/** Of every unit of `places` the value that has its rank in `values`; 0 for units without persons. */
function matched(
  places: TwoGroupTable,
  values: TwoGroupTable,
  of: (table: TwoGroupTable, unit: number) => number,
): Float64Array {
  const from = ascending(values, of);
  const to = ascending(places, of);
  const result = new Float64Array(places.size);
  const n = to.units.length;
  for (let k = 0; k < n; ) {
    let end = k + 1;
    while (end < n && to.values[end] === to.values[k]) end++;
    const rank = (k + end - 1) / 2;
    const value = quantileAt(from.values, n > 1 ? rank / (n - 1) : 0.5);
    for (; k < end; k++) result[to.units[k]!] = value;
  }
  return result;
}

function ascending(
  table: TwoGroupTable,
  of: (table: TwoGroupTable, unit: number) => number,
): { units: Uint32Array; values: Float64Array } {
  const populated = Uint32Array.from({ length: table.size }, (_, i) => i).filter((i) => table.total[i]! > 0);
  const values = Float64Array.from(populated, (i) => of(table, i));
  const order = ascendingOrder(values.map((value) => (Number.isNaN(value) ? 0 : value)));
  return { units: order.map((at) => populated[at]!), values: Float64Array.from(order, (at) => values[at]!) };
}

function quantileAt(sorted: Float64Array, probability: number): number {
  const position = probability * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? 0;
  return low + (position - below) * (high - low);
}
