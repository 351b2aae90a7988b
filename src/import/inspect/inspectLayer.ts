import type { RawLayer, ReadContext } from '../formats/driver.ts';
import { isRecord, type RawFeature } from '../formats/feature.ts';
import { type Area, areasOf } from '../geometry/areasOf.ts';
import { eachCoordinate } from '../geometry/coordinatesOf.ts';
import { type CrsChoice, findCrs } from '../geometry/findCrs.ts';
import { toWgs84 } from '../geometry/project.ts';
import { simplifiedOutlines } from '../geometry/simplifiedOutlines.ts';
import { withTopology } from '../geometry/topologyReport.ts';
import { ProblemList } from '../pack/problemList.ts';
import type { GeometryReport, InspectedLayer } from './inspection.ts';
import { layerProperties } from './layerProperties.ts';

export interface LayerChoices extends CrsChoice {
  /** Property under which the geometry is looked at; the best candidate unless said. */
  readonly key?: string;
}

const mostCorners = 3_000;
const mostPoints = 3_000;

/** What a layer is: its kind, where it lies, what could be its keys and names, how sound its outlines are. */
export async function inspectLayer(
  layer: RawLayer,
  { id, file }: { readonly id: string; readonly file: string },
  choices: LayerChoices | null,
  context: ReadContext,
): Promise<InspectedLayer> {
  const { features } = layer;
  await context.pause(0, features.length);
  const geometry = kindOf(features);
  const crs = await findCrs(layer, choices ?? {});
  const { keys, names } = layerProperties(features);
  const project = crs.crs === null ? null : await toWgs84(crs.crs, crs.swapped);
  const hasPolygons = geometry === 'polygon' || geometry === 'mixed';
  let areas: readonly Area[] = [];
  let geometryReport: GeometryReport | null = null;
  if (project && hasPolygons) {
    const key = choices?.key ?? keys[0]?.property ?? null;
    const found = { problems: new ProblemList(), notes: new ProblemList() };
    const read = await areasOf(
      key === null ? numbered(features) : features,
      { key: key ?? '', name: names[0] ?? '', pad: null, project, file },
      found,
      context,
    );
    areas = read.areas;
    geometryReport = await withTopology(read.report, areas, context);
  }
  const outlines = await simplifiedOutlines(
    areas.map((area) => area.geometry),
    mostCorners,
  );
  return {
    id,
    file,
    layer: layer.name,
    features: features.length,
    geometry,
    crs,
    keys,
    names,
    geometryReport,
    outlines,
    points: project ? pointsOf(features, project) : [],
  };
}

/** Features without any property that could be a key: by their place in the file. */
function numbered(features: readonly RawFeature[]): readonly RawFeature[] {
  return features.map(({ geometry }, i) => ({ properties: { '': String(i + 1) }, geometry }));
}

const kinds: Readonly<Record<string, 'polygon' | 'point' | 'line'>> = {
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
};

function kindOf(features: readonly RawFeature[]): InspectedLayer['geometry'] {
  const found = new Set<string>();
  for (const { geometry } of features) addKinds(geometry, found, 0);
  const [only] = found;
  if (only === undefined) return 'none';
  return found.size > 1 ? 'mixed' : (kinds[only] ?? 'mixed');
}

const deepest = 8;

function addKinds(geometry: unknown, found: Set<string>, depth: number): void {
  if (!isRecord(geometry) || depth > deepest) return;
  const { type } = geometry;
  if (type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
    for (const part of geometry.geometries as unknown[]) addKinds(part, found, depth + 1);
    return;
  }
  if (typeof type !== 'string' || !Object.hasOwn(kinds, type)) return;
  // One entry per kind: a layer of Polygon and MultiPolygon is not mixed.
  const kind = kinds[type];
  found.add(kind === 'point' ? 'Point' : kind === 'line' ? 'LineString' : 'Polygon');
}

function pointsOf(
  features: readonly RawFeature[],
  project: (x: number, y: number) => readonly [number, number],
): InspectedLayer['points'] {
  const points = features.filter(
    ({ geometry }) => isRecord(geometry) && (geometry.type === 'Point' || geometry.type === 'MultiPoint'),
  );
  const step = Math.max(1, Math.ceil(points.length / mostPoints));
  const places: (readonly [number, number])[] = [];
  eachCoordinate(
    points.filter((_, i) => i % step === 0),
    (x, y) => {
      const place = project(x, y);
      if (places.length < mostPoints && place.every(Number.isFinite)) places.push(place);
    },
  );
  return places;
}
