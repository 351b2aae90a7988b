import type { RawLayer, Sheet } from '../formats/driver.ts';
import { isRecord } from '../formats/feature.ts';

/**
 * The properties of the features of a layer as a sheet: their names in row 1, one row per feature. Points get two more
 * columns with their coordinates as in the file. Numbers among them are native: written with a point.
 */
export function attributeSheet(layer: RawLayer): Sheet {
  const names: string[] = [];
  const positions = new Map<string, number>();
  for (const feature of layer.features) {
    for (const name of Object.keys(feature.properties)) {
      if (positions.has(name)) continue;
      positions.set(name, names.length);
      names.push(name);
    }
  }
  const points = layer.features.map((feature) => pointOf(feature.geometry));
  const hasPoints = points.some((point) => point !== null);
  const header = hasPoints ? [...names, free('x', positions), free('y', positions)] : names;
  let hasNativeNumbers = hasPoints;
  const rows = layer.features.map((feature, f) => {
    const cells = new Array<string>(header.length).fill('');
    for (const [name, position] of positions) {
      if (!Object.hasOwn(feature.properties, name)) continue;
      const value = feature.properties[name];
      if (typeof value === 'number') hasNativeNumbers = true;
      cells[position] = cellOf(value);
    }
    const point = points[f];
    if (point) {
      cells[names.length] = cellOf(point[0]);
      cells[names.length + 1] = cellOf(point[1]);
    }
    return cells;
  });
  return { name: layer.name, rows: [header, ...rows], merges: [], hasNativeNumbers };
}

function free(name: string, taken: ReadonlyMap<string, number>): string {
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name} (${n})`)) n++;
  return `${name} (${n})`;
}

function pointOf(geometry: unknown): readonly [number, number] | null {
  if (!isRecord(geometry)) return null;
  const { type, coordinates } = geometry;
  if (!Array.isArray(coordinates)) return null;
  const place: unknown =
    type === 'Point'
      ? coordinates
      : type === 'MultiPoint' && coordinates.length === 1
        ? coordinates[0]
        : null;
  if (!Array.isArray(place)) return null;
  const [x, y] = place as unknown[];
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : null;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? plainDigits(value) : '';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}

/** Large keys must not turn into `1.2e+21`. */
function plainDigits(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}
