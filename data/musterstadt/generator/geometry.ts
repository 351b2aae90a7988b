import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { buildMosaic, type Mosaic } from './blocks.ts';
import { type Arc, type ArcPolygon, polygonsOf, ringPoints, traceArcs } from './borders.ts';
import { groundMap, landUse, uses } from './ground.ts';
import { stadtbezirke, stadtteile } from './masterplan.ts';
import { buildPlan, type CityPlan } from './partition.ts';
import { distance, type Point, ringArea } from './plane.ts';
import { GRID, toDegrees } from './projection.ts';
import type { Random } from './random.ts';

const NEIGHBOURS = 8;

export interface Geometry {
  readonly mosaic: Mosaic;
  readonly plan: CityPlan;
  readonly arcs: readonly Arc[];
  /** District of an arc's side, −1 outside. */
  readonly districtOfRegion: (region: number) => number;
  /** Square kilometres, and the middle in metres, of each district. */
  readonly areas: readonly number[];
  readonly centres: readonly Point[];
  /** Districts next to each other on the same bank of the river, with the length of the border in metres. */
  readonly borders: readonly ReadonlyMap<number, number>[];
  readonly ground: FeatureCollection;
}

export function buildGeometry(stream: (name: string) => Random): Geometry {
  const mosaic = buildMosaic(stream('mosaic'));
  const plan = buildPlan(mosaic, stream('plan'));
  const use = landUse(mosaic, stream('land use'));
  const n = plan.districts.length;
  // One number per combination of district (or neighbour) and land use, so that woods and borders share their lines.
  const regions = Int32Array.from(mosaic.sites, (_, block) => {
    const place =
      plan.districtOf[block]! >= 0
        ? plan.districtOf[block]!
        : plan.neighbourOf[block]! < 0
          ? -1
          : n + plan.neighbourOf[block]!;
    return place < 0 ? -1 : place * uses.length + use[block]!;
  });
  const arcs = traceArcs(mosaic, regions);
  const place = (region: number) => (region < 0 ? -1 : Math.floor(region / uses.length));
  const districtOfRegion = (region: number) => (place(region) < n ? place(region) : -1);

  const areas: number[] = [];
  const centres: Point[] = [];
  plan.districts.forEach((district, d) => {
    const polygons = polygonsOf(arcs, (region) => districtOfRegion(region) === d);
    if (polygons.length !== 1)
      throw new Error(`invalid district: ${district.name} has ${polygons.length} parts`);
    areas.push(
      polygons[0]!.reduce((sum, ring) => sum + ringArea(ringPoints(arcs, ring).map(toLocalMetres)), 0) / 1e6,
    );
    centres.push(middleOf(mosaic, district.blocks));
  });
  const borders = plan.districts.map(() => new Map<number, number>());
  for (const { a, b, length, barrier } of mosaic.edges) {
    const one = plan.districtOf[a]!;
    const two = plan.districtOf[b]!;
    if (one === two || one < 0 || two < 0 || barrier === 'river') continue;
    borders[one]!.set(two, (borders[one]!.get(two) ?? 0) + length);
    borders[two]!.set(one, (borders[two]!.get(one) ?? 0) + length);
  }
  const ground = groundMap(arcs, {
    neighbours: NEIGHBOURS,
    isCity: (region) => districtOfRegion(region) >= 0,
    neighbour: (region) => (place(region) >= n ? place(region) - n : -1),
    use: (region) => region % uses.length,
  });
  return { mosaic, plan, arcs, districtOfRegion, areas, centres, borders, ground };
}

/** Metres on a plane that is true to scale around the city to about 0.2 %; for areas and lengths in the simulation only. */
function toLocalMetres([x, y]: Point): Point {
  return [x * 0.70196, y * 1.11251];
}

/** The site of the block nearest to the mean of all: always inside. */
function middleOf(mosaic: Mosaic, blocks: readonly number[]): Point {
  const mean = (axis: 0 | 1) =>
    blocks.reduce((sum, block) => sum + mosaic.sites[block]![axis], 0) / blocks.length;
  const middle: Point = [mean(0), mean(1)];
  return blocks
    .map((block) => mosaic.sites[block]!)
    .reduce((best, site) => (distance(site, middle) < distance(best, middle) ? site : best));
}

/** All three levels in one topology: borders that levels share are the very same arcs. */
export function toTopology({ arcs, plan, districtOfRegion }: Geometry): object {
  const used = new Map<number, number>();
  const refs = (polygon: ArcPolygon) =>
    polygon.map((ring) =>
      ring.map(({ arc, reversed }) => {
        const at = used.get(arc) ?? used.size;
        used.set(arc, at);
        return reversed ? ~at : at;
      }),
    );
  const shape = (member: (district: number) => boolean) => {
    const polygons = polygonsOf(
      arcs,
      (region) => districtOfRegion(region) >= 0 && member(districtOfRegion(region)),
    );
    return polygons.length === 1
      ? { type: 'Polygon', arcs: refs(polygons[0]!) }
      : { type: 'MultiPolygon', arcs: polygons.map(refs) };
  };
  const objects = {
    bezirke: collection(
      plan.districts.map((district, d) => ({
        ...shape((other) => other === d),
        properties: { schluessel: district.key, name: district.name, stadtteil: district.stadtteil },
      })),
    ),
    stadtteile: collection(
      stadtteile.map(({ key, name }) => ({
        ...shape((d) => plan.districts[d]!.stadtteil === key),
        properties: { schluessel: key, name, stadtbezirk: key.slice(0, 2) },
      })),
    ),
    stadtbezirke: collection(
      stadtbezirke.map(({ key, name }) => ({
        ...shape((d) => plan.districts[d]!.stadtbezirk === key),
        properties: { schluessel: key, name },
      })),
    ),
  };
  const all = [...used.keys()].flatMap((arc) => arcs[arc]!.points);
  const origin: Point = [Math.min(...all.map(([x]) => x)), Math.min(...all.map(([, y]) => y))];
  return {
    type: 'Topology',
    transform: { scale: [1 / GRID, 1 / GRID], translate: toDegrees(origin) },
    objects,
    arcs: [...used.keys()].map((arc) => {
      let before = origin;
      return arcs[arc]!.points.map((point) => {
        const delta = [point[0] - before[0], point[1] - before[1]];
        before = point;
        return delta;
      });
    }),
  };
}

function collection(geometries: readonly object[]): object {
  return { type: 'GeometryCollection', geometries };
}

/** Districts put together, as GeoJSON on the very same points. */
export function unite(
  { arcs, districtOfRegion }: Geometry,
  districts: ReadonlySet<number>,
): Polygon | MultiPolygon {
  const polygons = polygonsOf(arcs, (region) => districts.has(districtOfRegion(region))).map((polygon) =>
    polygon.map((ring) => ringPoints(arcs, ring).map((point) => toDegrees(point) as Position)),
  );
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}
