import { pointInPolygon } from '#geo/point-in-polygon.ts';
import { polygonsOf } from '#geo/polygon.ts';
import type { RawLayer, ReadContext } from '../formats/driver.ts';
import { areasOf } from '../geometry/areasOf.ts';
import { toWgs84 } from '../geometry/project.ts';
import { ProblemList } from '../pack/problemList.ts';
import type { ImportData } from '../plan/importData.ts';
import type { LevelPlan } from '../plan/plan.ts';

/** Key of the area in which a place (WGS 84) lies; null: in none. */
export type AreaAt = (lon: number, lat: number) => string | null;

/** Outlines are projected once for each way in which a layer is read. */
const made = new WeakMap<RawLayer, Map<string, Promise<AreaAt | null>>>();

export async function areaAtOf(
  level: LevelPlan,
  data: ImportData,
  context: ReadContext,
): Promise<AreaAt | null> {
  const { from } = level;
  const layer = from.kind === 'layer' ? data.layer(from.layer) : null;
  if (from.kind !== 'layer' || !layer) return null;
  const how = JSON.stringify([from.crs, from.swapped, from.key, from.pad]);
  const ways = made.get(layer) ?? new Map<string, Promise<AreaAt | null>>();
  made.set(layer, ways);
  const known = ways.get(how);
  if (known) return known;
  const making = make(layer, from, context);
  ways.set(how, making);
  // A job that was cancelled half-way leaves nothing for the next one.
  making.catch(() => ways.delete(how));
  return making;
}

type FromLayer = Extract<LevelPlan['from'], { kind: 'layer' }>;

async function make(layer: RawLayer, from: FromLayer, context: ReadContext): Promise<AreaAt | null> {
  const project = await toWgs84(from.crs, from.swapped);
  if (!project) return null;
  const unheard = { problems: new ProblemList(), notes: new ProblemList() };
  const { key, name, pad } = from;
  const { areas } = await areasOf(layer.features, { key, name, pad, project, file: '' }, unheard, context);
  const boxed = areas.map(({ key: id, geometry }) => {
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (const rings of polygonsOf(geometry)) {
      for (const [x = NaN, y = NaN] of rings[0] ?? []) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
    }
    return { id, geometry, box };
  });
  return (lon, lat) =>
    boxed.find(
      ({ geometry, box }) =>
        lon >= box[0] &&
        lat >= box[1] &&
        lon <= box[2] &&
        lat <= box[3] &&
        pointInPolygon(lon, lat, geometry),
    )?.id ?? null;
}
