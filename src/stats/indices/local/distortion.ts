import { ascendingOrder } from '../../numeric/order.ts';
import type { LocalManyGroupSpec, Places } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';

export interface DistortionOptions {
  /**
   * Order in which the units are reached, one by one, given their distances in metres. Default: nearest first, units at
   * the same distance (within 1e-6 m) together.
   */
  readonly order?: (distances: Float64Array) => ArrayLike<number>;
  /** Units without persons: no place and no step (`drop`, default), or a place and a step like any other (`zero`). */
  readonly emptyUnits?: 'zero' | 'drop';
}

/** Closer than this, two distances are the same, in metres. */
const sameDistance = 1e-6;

/**
 * Local distortion [lokale Verzerrung].
 *
 * How long the population around a unit keeps differing from that of the city while one looks farther and farther out:
 * high where one must go far to see the city's mixture.
 *
 * Delta_i = sum_k sum_m q_km ln(q_km/r_m): r_m share of group m in the city, q_km its share in the k units nearest to
 * unit i (itself included), k = 1 … n.
 *
 * @param groups persons per unit, one column for each group; exclusive and together the population.
 * @param places positions in metres of a projected system, finite.
 * @returns 0 (every surrounding is mixed as the city) and above, without an upper limit: a sum over n steps, so compare
 * units of one map, not cities. NaN for units without persons; NaN throughout if fewer than two groups have members or
 * fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`, `invalid place: …`.
 * Cost: n sorts of n distances and n² logarithms per group; memory linear in n. about 0.06 s for 500 units, 5 s for 5,000.
 * Source: Olteanu, Randon-Furling & Clark 2019, PNAS 116, 12250–12254; Bézenac et al. 2022, Geographical Analysis 54,
 * 173–196, who divide by the value of a theoretical city of complete segregation; here as in PySAL the plain sum.
 * PySAL adds units at the same distance one after the other, in whatever order its sort leaves them: on real maps it
 * agrees, on lattices `order` must repeat that sort. It keeps units without persons (`zero`).
 * @example three places in a row at 0, 1 and 3 km: localDistortion([[1, 0, 1], [0, 1, 1]], …)[0] // ln 2
 * // alone 1 : 0 gives ln 2, with the middle 1 : 1 gives 0, with all 2 : 2 gives 0
 */
export function localDistortion(
  groups: readonly Counts[],
  places: Places,
  options: DistortionOptions = {},
): Float64Array {
  return localDistortionOf(manyGroupTable(groups), places, options);
}

/** `localDistortion` of a checked table. */
export function localDistortionOf(
  table: ManyGroupTable,
  places: Places,
  { order, emptyUnits = 'drop' }: DistortionOptions = {},
): Float64Array {
  const { size, total } = table;
  checkPlaces(places, size);
  const values = new Float64Array(size).fill(NaN);
  if (table.present < 2 || table.populated < 2) return values;
  const units = Uint32Array.from(total.keys()).filter((i) => emptyUnits === 'zero' || total[i]! > 0);
  const distances = new Float64Array(units.length);
  const walk = createWalk(table);
  for (const from of units) {
    for (let k = 0; k < units.length; k++) {
      const dx = places.x[from]! - places.x[units[k]!]!;
      const dy = places.y[from]! - places.y[units[k]!]!;
      distances[k] = Math.sqrt(dx * dx + dy * dy);
    }
    values[from] = walk(units, distances, order ? order(distances) : ascendingOrder(distances), !order);
  }
  return values;
}

/**
 * Global distortion [Verzerrung der ganzen Stadt].
 *
 * The local distortion that people experience on average.
 *
 * sum_i t_i Delta_i / T, Delta_i the local distortion, t_i everybody in the unit.
 *
 * @param groups, places, options: as `localDistortion`.
 * @returns 0 (no surrounding differs) and above; grows with the number of units, so compare groups or years of one map.
 * NaN as `localDistortion`.
 * @throws as `localDistortion`.
 * Cost: that of the local values.
 * Source: Olteanu et al. 2019; Bézenac et al. 2022. Packages: as `localDistortion`.
 * @example three places in a row at 0, 1 and 3 km: globalDistortion([[1, 0, 1], [0, 1, 1]], …)
 * // (ln 2 + ln 2 + 2 · 0.0566)/4 = 0.3749
 */
export function globalDistortion(
  groups: readonly Counts[],
  places: Places,
  options: DistortionOptions = {},
): number {
  return globalDistortionOf(manyGroupTable(groups), places, options);
}

/** `globalDistortion` of a checked table. */
export function globalDistortionOf(
  table: ManyGroupTable,
  places: Places,
  options: DistortionOptions = {},
): number {
  const values = localDistortionOf(table, places, options);
  if (table.present < 2 || table.populated < 2) return NaN;
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (table.total[i]! > 0) sum += table.total[i]! * values[i]!;
  return sum / table.totalSum;
}

type Walk = (
  units: Uint32Array,
  distances: Float64Array,
  order: ArrayLike<number>,
  isTogether: boolean,
) => number;

/** Adds unit after unit and sums up how far what has been seen differs from the whole. */
function createWalk({ groups, groupSums, total, totalSum }: ManyGroupTable): Walk {
  const members = groups.filter((_, m) => groupSums[m]! > 0);
  const overShares = Float64Array.from(groupSums.filter((sum) => sum > 0)).map((sum) => totalSum / sum);
  const seen = new Float64Array(members.length);

  return (units, distances, order, isTogether) => {
    seen.fill(0);
    let everybody = 0;
    let distortion = 0;
    let waiting = 0;
    for (let k = 0; k < units.length; k++) {
      const unit = units[order[k]!]!;
      for (let m = 0; m < seen.length; m++) seen[m]! += members[m]![unit]!;
      everybody += total[unit]!;
      waiting++;
      const isTied =
        isTogether &&
        k + 1 < units.length &&
        distances[order[k + 1]!]! - distances[order[k]!]! <= sameDistance;
      if (isTied) continue;
      distortion += waiting * divergence(seen, everybody, overShares);
      waiting = 0;
    }
    return distortion;
  };
}

/** sum q_m ln(q_m/r_m), never below 0; 0 while nobody has been seen. */
function divergence(seen: Float64Array, everybody: number, overShares: Float64Array): number {
  if (everybody === 0) return 0;
  let sum = 0;
  for (let m = 0; m < seen.length; m++) {
    const share = seen[m]! / everybody;
    if (share > 0) sum += share * Math.log(share * overShares[m]!);
  }
  return Math.max(0, sum);
}

function checkPlaces({ x, y }: Places, size: number): void {
  for (const { length } of [x, y]) {
    if (length !== size) throw new Error(`invalid length: ${length} (expected ${size})`);
  }
  for (let i = 0; i < size; i++) {
    if (!(Number.isFinite(x[i]) && Number.isFinite(y[i]))) {
      throw new Error(`invalid place: ${x[i]}, ${y[i]} at ${i}`);
    }
  }
}

export const localDistortionSpec: LocalManyGroupSpec = {
  id: 'local_distortion',
  dimension: 'clustering',
  groups: 'many',
  scope: 'local',
  needs: ['centre'],
  range: [0, Infinity],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Olteanu, Randon-Furling & Clark 2019',
  compute(table, context) {
    if (!context?.places) throw new Error('invalid places: undefined');
    return localDistortionOf(table, context.places, { emptyUnits: context.emptyUnits });
  },
};
