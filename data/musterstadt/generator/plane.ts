/** Points and lines in the plane, in metres east and north of the market square. */
export type Point = readonly [number, number];

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
}

/** Twice the signed area of a triangle; positive when a, b, c turn left. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

export function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) > 0 !== turn(a, b, d) > 0 && turn(c, d, a) > 0 !== turn(c, d, b) > 0;
}

/** Signed area of a ring (first point repeated or not), positive when counter-clockwise. */
export function ringArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

export function inRing(point: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > point[1] !== b[1] > point[1]) {
      const x = a[0] + ((point[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
      if (point[0] < x) inside = !inside;
    }
  }
  return inside;
}

/** The nearest point of a polyline and its distance. */
export function nearestOn(line: readonly Point[], p: Point): { point: Point; distance: number } {
  let best = { point: line[0]!, distance: Number.POSITIVE_INFINITY };
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
    const point: Point = [a[0] + t * dx, a[1] + t * dy];
    const d = distance(p, point);
    if (d < best.distance) best = { point, distance: d };
  }
  return best;
}

/** A smooth curve through the given points (centripetal in effect, as they are evenly spread), sampled every `step`. */
export function curve(points: readonly Point[], step: number): Point[] {
  const dense: Point[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const p1 = points[i]!;
    const p2 = points[i + 1]!;
    const p0 = points[i - 1] ?? [2 * p1[0] - p2[0], 2 * p1[1] - p2[1]];
    const p3 = points[i + 2] ?? [2 * p2[0] - p1[0], 2 * p2[1] - p1[1]];
    for (let k = 0; k < 40; k++) {
      const t = k / 40;
      const at = (axis: 0 | 1) =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t);
      dense.push([at(0), at(1)]);
    }
  }
  dense.push(points.at(-1)!);
  return resample(dense, step);
}

export function resample(line: readonly Point[], step: number): Point[] {
  const out: Point[] = [line[0]!];
  let carried = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = distance(a, b);
    let along = step - carried;
    while (along <= length) {
      const t = along / length;
      out.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      along += step;
    }
    carried = length - (along - step);
  }
  if (distance(out.at(-1)!, line.at(-1)!) > step / 4) out.push(line.at(-1)!);
  return out;
}

/** A strip of varying half-width along a line, as a closed ring. */
export function strip(line: readonly Point[], halfWidth: (at: number) => number): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < line.length; i++) {
    const before = line[Math.max(0, i - 1)]!;
    const after = line[Math.min(line.length - 1, i + 1)]!;
    const length = distance(before, after) || 1;
    const nx = -(after[1] - before[1]) / length;
    const ny = (after[0] - before[0]) / length;
    const w = halfWidth(i / (line.length - 1));
    const [x, y] = line[i]!;
    left.push([x + nx * w, y + ny * w]);
    right.push([x - nx * w, y - ny * w]);
  }
  const ring = [...right, ...left.reverse()];
  return [...ring, ring[0]!];
}
