import type { MultiPolygon, Polygon } from 'geojson';
import { meetingBounds, overlapArea, overlapOutline } from '#geo/overlap-areas.ts';
import { polygonArea } from '#geo/planar.ts';
import { createPolygonLocator } from '#geo/polygon-locator.ts';
import { projectedGeometry } from '#geo/projection.ts';
import type { ReadContext } from '../formats/driver.ts';
import { metresFor } from './outlineGrid.ts';

export interface KeyedArea {
  readonly key: string;
  /** In WGS 84. */
  readonly geometry: Polygon | MultiPolygon;
}

/** The middle of a cell of a grid of residents, in WGS 84. */
export interface ResidentsCell {
  readonly lon: number;
  readonly lat: number;
  readonly residents: number;
}

/** Which part of each old area belongs to which new one; the three lists run side by side. */
export interface OverlapCrosswalk {
  readonly fromKeys: readonly string[];
  readonly toKeys: readonly string[];
  readonly weights: readonly number[];
  readonly method: 'area' | 'population';
  /** Old areas of which more than 1 % lies in no new one, with that part: their weights fall short of 1 by it. */
  readonly uncovered: readonly { readonly key: string; readonly share: number }[];
  /** Of `population`: old areas without residents in the grid, weighted by area. */
  readonly byArea: readonly string[];
  /** Pairs left out because they share less than 0.1 % of the old area. */
  readonly slivers: number;
}

/** Smaller parts of an old area come from outlines that were drawn twice. */
const sliverShare = 0.001;
/** As much may be missing because outlines of the city differ; the rest is then all there is. */
const missingShare = 0.01;

/**
 * A crosswalk [Umsteigeschlüssel] from one set of areas to another by their outlines.
 *
 * By area: weight = common area / old area. By population, where a grid of residents is given: residents of the cells
 * whose middle lies in both / residents of those whose middle lies in the old area. Parts below 0.1 % are dropped and
 * the others scaled up, so that the weights of an old area add up to 1, or to the part that is covered at all.
 *
 * Figures that are moved by it are estimates: people are taken to live evenly over the old area, or over its cells.
 */
export async function overlapCrosswalk(
  from: readonly KeyedArea[],
  to: readonly KeyedArea[],
  grid: readonly ResidentsCell[] | null = null,
  context?: ReadContext,
): Promise<OverlapCrosswalk> {
  const byArea = await areaShares(from, to, context);
  const residents = grid && (await residentShares(from, to, grid, context));
  const rows: { readonly from: string; readonly to: string; readonly weight: number }[] = [];
  const uncovered: { readonly key: string; readonly share: number }[] = [];
  const withoutResidents: string[] = [];
  let slivers = 0;
  from.forEach(({ key }, i) => {
    const counted = residents?.[i] ?? null;
    if (residents && !counted) withoutResidents.push(key);
    const shares = counted ?? byArea[i]!;
    const kept = [...shares].filter(([, share]) => share >= sliverShare);
    slivers += shares.size - kept.length;
    const covered = Math.min(1, sum(shares.values()));
    const isWhole = covered >= 1 - missingShare;
    if (!isWhole) uncovered.push({ key, share: 1 - covered });
    const scale = (isWhole ? 1 : covered) / sum(kept.map(([, share]) => share));
    for (const [k, share] of kept.sort(([a], [b]) => a - b))
      rows.push({ from: key, to: to[k]!.key, weight: share * scale });
  });
  return {
    fromKeys: rows.map((row) => row.from),
    toKeys: rows.map((row) => row.to),
    weights: rows.map((row) => row.weight),
    method: grid ? 'population' : 'area',
    uncovered,
    byArea: withoutResidents,
    slivers,
  };
}

/** For each old area its parts by position of the new one. */
type Shares = ReadonlyMap<number, number>;

async function areaShares(
  from: readonly KeyedArea[],
  to: readonly KeyedArea[],
  context: ReadContext | undefined,
): Promise<readonly Shares[]> {
  const metres = metresFor([...from, ...to].map(({ geometry }) => geometry));
  const flat = ({ geometry }: KeyedArea) => projectedGeometry(geometry, metres);
  const old = from.map(flat);
  const outlines = old.map(overlapOutline);
  const others = to.map((area) => overlapOutline(flat(area)));
  const pairs = meetingBounds(
    outlines.map((outline) => outline?.bounds ?? null),
    others.map((outline) => outline?.bounds ?? null),
  );
  const sizes = old.map(polygonArea);
  const shares = from.map(() => new Map<number, number>());
  for (const [n, [i, k]] of pairs.entries()) {
    if (context && n % 100 === 0) await context.pause(n, pairs.length);
    const share = overlapArea(outlines[i]!, others[k]!) / sizes[i]!;
    // Borders that run along each other leave a rest of rounding.
    if (share > 1e-9) shares[i]!.set(k, share);
  }
  return shares;
}

/** Null for old areas in which nobody lives by the grid. */
async function residentShares(
  from: readonly KeyedArea[],
  to: readonly KeyedArea[],
  grid: readonly ResidentsCell[],
  context: ReadContext | undefined,
): Promise<readonly (Shares | null)[]> {
  const old = createPolygonLocator(from.map(({ geometry }) => geometry));
  const other = createPolygonLocator(to.map(({ geometry }) => geometry));
  const counts = from.map(() => new Map<number, number>());
  const totals = new Float64Array(from.length);
  for (const [n, { lon, lat, residents }] of grid.entries()) {
    if (context && n % 2_000 === 0) await context.pause(n, grid.length);
    if (!(residents > 0)) continue;
    const i = old.locate(lon, lat);
    if (i < 0) continue;
    totals[i]! += residents;
    const k = other.locate(lon, lat);
    if (k >= 0) counts[i]!.set(k, (counts[i]!.get(k) ?? 0) + residents);
  }
  return counts.map((count, i) => {
    const total = totals[i]!;
    return total > 0 ? new Map([...count].map(([k, residents]) => [k, residents / total])) : null;
  });
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
