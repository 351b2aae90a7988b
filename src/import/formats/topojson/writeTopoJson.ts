import type { Feature, FeatureCollection, Polygon } from 'geojson';
import type {
  GeometryObject,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import { ringArea } from '#geo/planar.ts';

/** Shared borders of features, coordinates untouched. */
export async function exactTopology(name: string, features: FeatureCollection): Promise<Topology> {
  const { topology } = await import('topojson-server');
  return topology({ [name]: features }) as Topology;
}

/** Several areas of a topology as one, their inner borders gone. */
export type Merge = (topology: Topology, areas: readonly GeometryObject[]) => ArcGeometry;
type ArcGeometry = TopoPolygon | TopoMultiPolygon;

/** In square degrees: less than a square metre in Germany. */
const sliver = 1e-10;

/**
 * Merging follows shared arcs. Where neighbours drew their common border with different vertices, gaps of no width
 * stay behind as holes; they are dropped.
 */
export async function loadMerge(): Promise<Merge> {
  const client = await import('topojson-client');
  // `mergeArcs` keeps the arcs, where `merge` makes coordinates; the typings know only the latter.
  const { mergeArcs } = client as object as { readonly mergeArcs: Merge };
  return (topology, areas) => {
    const merged = mergeArcs(topology, areas);
    const isHole = (ring: readonly number[]): boolean => {
      const alone: TopoPolygon = { type: 'Polygon', arcs: [[...ring]] };
      const { geometry } = client.feature(topology, alone) as Feature<Polygon>;
      return Math.abs(ringArea(geometry.coordinates[0] ?? [])) >= sliver;
    };
    const cleaned = (rings: readonly number[][]): number[][] =>
      rings.filter((ring, r) => r === 0 || isHole(ring));
    return merged.type === 'Polygon'
      ? { ...merged, arcs: cleaned(merged.arcs) }
      : { ...merged, arcs: merged.arcs.map(cleaned) };
  };
}

/**
 * The file of a topology whose coordinates have six decimals: whole millionths of a degree, so that nothing moves and
 * neighbours keep exactly the same vertices.
 */
export async function topoJsonBytes(topology: Topology): Promise<Uint8Array> {
  const client: object = await import('topojson-client');
  // The typings of `quantize` refuse topologies whose properties may be null.
  const { quantize } = client as { readonly quantize: (topology: Topology, grid: object) => Topology };
  const onGrid = quantize(topology, { scale: [1e-6, 1e-6], translate: [0, 0] });
  return new TextEncoder().encode(`${JSON.stringify(onGrid)}\n`);
}
