import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

/**
 * The outer border of several areas together: the edges that belong to one of them only, chained to lines. Exact for
 * areas whose shared borders have the same corners, as in a city pack; elsewhere some inner border remains.
 */
export function outlineOf(geometries: Iterable<Polygon | MultiPolygon | null>): MultiLineString {
  const edges = new Map<string, readonly [Position, Position]>();
  const collect = (ring: readonly Position[]): void => {
    for (let i = 1; i < ring.length; i++) {
      const from = ring[i - 1];
      const to = ring[i];
      if (!from || !to) continue;
      const [a, b] = [name(from), name(to)];
      if (a === b) continue;
      const edge = a < b ? `${a} ${b}` : `${b} ${a}`;
      // Met a second time, an edge lies between two of the areas.
      if (!edges.delete(edge)) edges.set(edge, [from, to]);
    }
  };
  for (const geometry of geometries) {
    if (geometry?.type === 'Polygon') geometry.coordinates.forEach(collect);
    else if (geometry) for (const polygon of geometry.coordinates) polygon.forEach(collect);
  }
  return { type: 'MultiLineString', coordinates: chained([...edges.values()]) };
}

function chained(edges: readonly (readonly [Position, Position])[]): Position[][] {
  const touching = new Map<string, number[]>();
  edges.forEach((edge, i) => {
    for (const end of edge) {
      const list = touching.get(name(end));
      if (list) list.push(i);
      else touching.set(name(end), [i]);
    }
  });
  const used = new Uint8Array(edges.length);
  const lines: Position[][] = [];
  edges.forEach(([from, to], i) => {
    if (used[i]) return;
    used[i] = 1;
    const line = [from, to];
    for (let end = to; ; ) {
      const next = touching.get(name(end))?.find((candidate) => !used[candidate]);
      const edge = next === undefined ? undefined : edges[next];
      if (next === undefined || !edge) break;
      used[next] = 1;
      end = name(edge[0]) === name(end) ? edge[1] : edge[0];
      line.push(end);
    }
    lines.push(line);
  });
  return lines;
}

function name(position: Position): string {
  return `${position[0]},${position[1]}`;
}
