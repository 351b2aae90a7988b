/**
 * Piles equal circles up beside their place on a line so that none overlaps another, as near to the line as they can:
 * offsets from the line, in the order of `positions`.
 *
 * @param positions - place on the line, px; NaN gets the offset NaN
 * @param distance - least distance of two centres (twice the radius and a gap), px
 * Cost: O(n log n + n·k) with k circles within `distance`.
 */
export function dodge(positions: ArrayLike<number>, distance: number): Float64Array {
  const offsets = new Float64Array(positions.length).fill(Number.NaN);
  const order = Array.from({ length: positions.length }, (_, index) => index)
    .filter((index) => !Number.isNaN(positions[index]))
    .sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const squared = distance * distance;
  // Every neighbour forbids an open interval of offsets; the free end nearest to the line is the place.
  const low: number[] = [];
  const high: number[] = [];
  let window = 0;
  for (let i = 0; i < order.length; i++) {
    const index = order[i] as number;
    const at = positions[index] as number;
    while (at - (positions[order[window] as number] as number) >= distance) window++;
    const count = i - window;
    for (let j = 0; j < count; j++) {
      const other = order[window + j] as number;
      const apart = at - (positions[other] as number);
      const reach = Math.sqrt(Math.max(0, squared - apart * apart));
      const centre = offsets[other] as number;
      low[j] = centre - reach;
      high[j] = centre + reach;
    }
    offsets[index] = nearestFree(low, high, count, i % 2 === 0 ? 1 : -1);
  }
  return offsets;
}

const tiny = 1e-9;

function nearestFree(low: readonly number[], high: readonly number[], count: number, side: 1 | -1): number {
  if (isFree(0, low, high, count)) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 2 * count; k++) {
    const end = ((k < count ? low[k] : high[k - count]) as number) || 0;
    const further = Math.abs(end) - Math.abs(best);
    if (further > tiny || (further > -tiny && Math.sign(end) !== side)) continue;
    if (isFree(end, low, high, count)) best = end;
  }
  return best;
}

function isFree(offset: number, low: readonly number[], high: readonly number[], count: number): boolean {
  for (let j = 0; j < count; j++) {
    if (offset > (low[j] as number) + tiny && offset < (high[j] as number) - tiny) return false;
  }
  return true;
}
