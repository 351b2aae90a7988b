import type { Position } from 'geojson';

/**
 * Do two sides of a ring cross (a bow tie)? Touching in a vertex is not crossing: rounded official outlines do that.
 * Sweeps over the sides in order of their western ends. Cost: O(n log n) for outlines as they occur.
 */
export function crossesItself(ring: readonly Position[]): boolean {
  const n = ring.length - 1;
  const x = Float64Array.from(ring, ([lon]) => lon ?? NaN);
  const y = Float64Array.from(ring, ([, lat]) => lat ?? NaN);
  const west = (i: number): number => Math.min(x[i]!, x[i + 1]!);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => west(a) - west(b));
  const side = (a: number, b: number, c: number): number =>
    Math.sign((x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!));
  let active: number[] = [];
  for (const i of order) {
    const start = west(i);
    active = active.filter((j) => Math.max(x[j]!, x[j + 1]!) >= start);
    for (const j of active) {
      if (Math.min(y[i]!, y[i + 1]!) > Math.max(y[j]!, y[j + 1]!)) continue;
      if (Math.max(y[i]!, y[i + 1]!) < Math.min(y[j]!, y[j + 1]!)) continue;
      if (side(i, i + 1, j) * side(i, i + 1, j + 1) < 0 && side(j, j + 1, i) * side(j, j + 1, i + 1) < 0)
        return true;
    }
    active.push(i);
  }
  return false;
}
