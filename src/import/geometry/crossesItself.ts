import type { Position } from 'geojson';

/**
 * Do two sides of a ring cross (a bow tie)? Touching in a vertex is not crossing: rounded official outlines do that.
 * Sweeps over the sides from west to east. Cost: O(n log n) for outlines as they occur.
 */
export function crossesItself(ring: readonly Position[]): boolean {
  const n = ring.length - 1;
  const x = Float64Array.from(ring, (position) => position[0]!);
  const y = Float64Array.from(ring, (position) => position[1]!);
  const west = new Float64Array(n);
  for (let i = 0; i < n; i++) west[i] = Math.min(x[i]!, x[i + 1]!);
  const order = Int32Array.from(west, (_, i) => i).sort((a, b) => west[a]! - west[b]!);
  const open = new Int32Array(n);
  let count = 0;
  for (const i of order) {
    const low = Math.min(y[i]!, y[i + 1]!);
    const high = Math.max(y[i]!, y[i + 1]!);
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const j = open[k]!;
      if (Math.max(x[j]!, x[j + 1]!) < west[i]!) continue;
      open[kept++] = j;
      if (Math.max(y[j]!, y[j + 1]!) < low || Math.min(y[j]!, y[j + 1]!) > high) continue;
      if (parts(x, y, i, j) && parts(x, y, j, i)) return true;
    }
    open[kept++] = i;
    count = kept;
  }
  return false;
}

/** Do the ends of side j lie strictly on opposite sides of the line through side i? */
function parts(x: Float64Array, y: Float64Array, i: number, j: number): boolean {
  const dx = x[i + 1]! - x[i]!;
  const dy = y[i + 1]! - y[i]!;
  const first = dx * (y[j]! - y[i]!) - dy * (x[j]! - x[i]!);
  const second = dx * (y[j + 1]! - y[i]!) - dy * (x[j + 1]! - x[i]!);
  return (first > 0 && second < 0) || (first < 0 && second > 0);
}
