import { createPolygonLocator } from '#geo/polygon-locator.ts';
import type { RawLayer, ReadContext } from '../formats/driver.ts';
import { areasOf } from '../geometry/areasOf.ts';
import { toWgs84 } from '../geometry/project.ts';
import { ProblemList } from '../pack/problemList.ts';
import type { ImportData } from '../plan/importData.ts';

/** The areas of a layer as a plan reads them. */
export interface LayerAreas {
  readonly layer: string;
  readonly crs: string;
  readonly swapped: boolean;
  readonly key: string;
  readonly pad: number | null;
}

/** Key of the area in which a place (WGS 84) lies; null: in none. */
export type AreaAt = (lon: number, lat: number) => string | null;

/** Outlines are projected once for each way in which a layer is read. */
const made = new WeakMap<RawLayer, Map<string, Promise<AreaAt | null>>>();

export async function areaAtOf(
  how: LayerAreas,
  data: ImportData,
  context: ReadContext,
): Promise<AreaAt | null> {
  const layer = data.layer(how.layer);
  if (!layer) return null;
  const way = JSON.stringify([how.crs, how.swapped, how.key, how.pad]);
  const ways = made.get(layer) ?? new Map<string, Promise<AreaAt | null>>();
  made.set(layer, ways);
  const known = ways.get(way);
  if (known) return known;
  const making = make(layer, how, context);
  ways.set(way, making);
  // A job that was cancelled half-way leaves nothing for the next one.
  making.catch(() => ways.delete(way));
  return making;
}

async function make(
  layer: RawLayer,
  { crs, swapped, key, pad }: LayerAreas,
  context: ReadContext,
): Promise<AreaAt | null> {
  const project = await toWgs84(crs, swapped);
  if (!project) return null;
  const unheard = { problems: new ProblemList(), notes: new ProblemList() };
  const choices = { key, name: key, pad, project, file: '' };
  const { areas } = await areasOf(layer.features, choices, unheard, context);
  const locator = createPolygonLocator(areas.map(({ geometry }) => geometry));
  return (lon, lat) => areas[locator.locate(lon, lat)]?.key ?? null;
}
