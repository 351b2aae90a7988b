/** Radius of a circle whose area is proportional to `count`: `largest` pixels at `maximum`. 0 for none. */
export function circleRadius(count: number, maximum: number, largest = 16): number {
  return count > 0 && maximum > 0 ? largest * Math.sqrt(count / maximum) : 0;
}
