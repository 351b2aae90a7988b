import type { Geometry } from 'geojson';
import { readWkb } from './readWkb.ts';

/** Bytes of the box that may stand before the geometry, by its kind. */
const boxes = [0, 32, 48, 48, 64];

/** A geometry as GeoPackage keeps it: a short head, then well-known binary. Null when it is empty; throws as `readWkb`. */
export function readGpkgGeometry(bytes: Uint8Array): Geometry | null {
  // Not every writer keeps to the standard: plain well-known binary is understood too.
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50) return readWkb(bytes);
  const flags = bytes[3] ?? 0;
  const box = boxes[(flags >> 1) & 7];
  if (box === undefined) throw new RangeError('unknown kind of box');
  const isEmpty = (flags & 0x10) !== 0;
  return isEmpty ? null : readWkb(bytes.subarray(8 + box));
}
