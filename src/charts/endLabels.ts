/**
 * Labels at the ends of lines, pushed apart so that none lies on another and all stay inside: new places in the order
 * of `wanted`.
 *
 * @param wanted - where each label would like its middle, px
 * @param heights - height of each label, px
 */
export function endLabels(
  wanted: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = wanted.slice();
  let edge = top;
  for (const index of order) {
    const half = (heights[index] ?? 0) / 2;
    placed[index] = Math.max(placed[index] ?? 0, edge + half);
    edge = (placed[index] ?? 0) + half;
  }
  edge = bottom;
  for (const index of order.reverse()) {
    const half = (heights[index] ?? 0) / 2;
    placed[index] = Math.min(placed[index] ?? 0, edge - half);
    edge = (placed[index] ?? 0) - half;
  }
  return placed;
}
