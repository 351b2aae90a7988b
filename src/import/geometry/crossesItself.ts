import type { Position } from 'geojson';

/**
 * Do two sides of a ring cross (a bow tie)? Touching in a vertex is not crossing: rounded official outlines do that.
 * Sweeps over the sides from west to east, strip by strip, as many as there are sides. Cost: linear for outlines as they
 * occur.
 */
export function crossesItself(ring: readonly Position[]): boolean {
  const n = ring.length - 1;
  const x = new Float64Array(n + 1);
  const y = new Float64Array(n + 1);
  let left = Infinity;
  let right = -Infinity;
  for (let i = 0; i <= n; i++) {
    x[i] = ring[i]![0]!;
    y[i] = ring[i]![1]!;
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
  }
  const scale = right > left ? (n - 1) / (right - left) : 0;
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  /** Strips in which a side begins and ends. */
  const west = new Int32Array(n);
  const east = new Int32Array(n);
  const starts = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    low[i] = Math.min(y[i]!, y[i + 1]!);
    high[i] = Math.max(y[i]!, y[i + 1]!);
    west[i] = (Math.min(x[i]!, x[i + 1]!) - left) * scale;
    east[i] = (Math.max(x[i]!, x[i + 1]!) - left) * scale;
    starts[west[i]! + 1]!++;
  }
  for (let strip = 0; strip < n; strip++) starts[strip + 1]! += starts[strip]!;
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[starts[west[i]!]!++] = i;
  const open = new Int32Array(n);
  let count = 0;
  for (const i of order) {
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const j = open[k]!;
      if (east[j]! < west[i]!) continue;
      open[kept++] = j;
      if (high[j]! < low[i]! || low[j]! > high[i]!) continue;
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
