import { readFileSync } from 'node:fs';
import { Delaunay } from 'd3';

/**
 * Outlines for the municipalities of the register, as the service of the state hands them out (`KN`, `GN`, EPSG:25832):
 * the real ones are not among the files. Each is what lies nearest to the middle of its schools.
 */
export function standInMunicipalities(registerPath: string): string {
  const [, head = '', ...lines] = readFileSync(registerPath, 'utf8').split(/\r?\n/);
  const cellsOf = (line: string): string[] => line.split(';').map((cell) => cell.replace(/^"|"$/g, ''));
  const names = cellsOf(head);
  const [key, name, east, north] = ['Gemeindeschluessel', 'Ort', 'UTMRechtswert', 'UTMHochwert'].map(
    (column) => names.indexOf(column),
  ) as [number, number, number, number];
  const found = new Map<string, { name: string; x: number; y: number; n: number }>();
  for (const line of lines) {
    const cells = cellsOf(line);
    const [x, y] = [Number(cells[east]), Number(cells[north])];
    if (cells.length < names.length - 1 || !(x > 0 && y > 0)) continue;
    const one = found.get(cells[key] ?? '') ?? { name: cells[name] ?? '', x: 0, y: 0, n: 0 };
    found.set(cells[key] ?? '', { ...one, x: one.x + x, y: one.y + y, n: one.n + 1 });
  }
  const places = [...found];
  const middles = Delaunay.from(places.map(([, { x, y, n }]) => [x / n, y / n] as const));
  const cells = middles.voronoi([270_000, 5_560_000, 540_000, 5_830_000]);
  return JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
    features: places.map(([KN, { name: GN }], i) => ({
      type: 'Feature',
      properties: { KN, GN, STAND: '2025-01-01' },
      geometry: { type: 'Polygon', coordinates: [cells.cellPolygon(i)] },
    })),
  });
}
