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
  let window = 0;
  for (let i = 0; i < order.length; i++) {
    const index = order[i] as number;
    const at = positions[index] as number;
    while (at - (positions[order[window] as number] as number) >= distance) window++;
    // Every neighbour forbids an open interval of offsets; the free end nearest to the line is the place.
    const forbidden: [number, number][] = [];
    for (let j = window; j < i; j++) {
      const other = order[j] as number;
      const apart = at - (positions[other] as number);
      const reach = Math.sqrt(Math.max(0, squared - apart * apart));
      const centre = offsets[other] as number;
      forbidden.push([centre - reach, centre + reach]);
    }
    offsets[index] = nearestFree(forbidden, i % 2 === 0 ? 1 : -1);
  }
  return offsets;
}

function nearestFree(forbidden: readonly (readonly [number, number])[], side: 1 | -1): number {
  const tiny = 1e-9;
  const isFree = (offset: number) =>
    forbidden.every(([low, high]) => offset <= low + tiny || offset >= high - tiny);
  if (isFree(0)) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (const [low, high] of forbidden) {
    for (const end of [low, high]) {
      const isNearer = Math.abs(end) < Math.abs(best) - tiny;
      const isOtherSide = Math.abs(Math.abs(end) - Math.abs(best)) <= tiny && Math.sign(end) === side;
      if ((isNearer || isOtherSide) && isFree(end)) best = end;
    }
  }
  return best;
}
