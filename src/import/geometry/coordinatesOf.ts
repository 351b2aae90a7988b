import type { RawFeature } from '../formats/feature.ts';
import { isRecord } from '../formats/feature.ts';

/**
 * Calls `visit` for every pair of numbers in the geometries, as they stand in the file. Anything else is passed over:
 * nothing has been checked yet.
 */
export function eachCoordinate(
  features: readonly RawFeature[],
  visit: (x: number, y: number, feature: number) => void,
): void {
  features.forEach(({ geometry }, feature) => {
    visitGeometry(geometry, (x, y) => visit(x, y, feature), 0);
  });
}

/** Collections within collections deeper than this are no real geometry. */
const deepest = 8;

function visitGeometry(geometry: unknown, visit: (x: number, y: number) => void, depth: number): void {
  if (!isRecord(geometry) || depth > deepest) return;
  if (Array.isArray(geometry.coordinates)) visitNested(geometry.coordinates, visit, depth);
  if (Array.isArray(geometry.geometries))
    for (const part of geometry.geometries as unknown[]) visitGeometry(part, visit, depth + 1);
}

function visitNested(value: readonly unknown[], visit: (x: number, y: number) => void, depth: number): void {
  const [x, y] = value;
  if (typeof x === 'number' && typeof y === 'number') {
    if (Number.isFinite(x) && Number.isFinite(y)) visit(x, y);
    return;
  }
  if (depth > deepest) return;
  for (const part of value) if (Array.isArray(part)) visitNested(part, visit, depth + 1);
}
