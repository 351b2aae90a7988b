import type { Position } from 'geojson';

/** Between two corners of an arc that is drawn as a line, in radians: 3°. */
const step = Math.PI / 60;

/**
 * Arcs through three points each, the last point of one being the first of the next, as a line whose corners lie on them.
 * A last point that equals the first means a full circle with the middle point opposite. Points on a line stay a line.
 */
export function arcLine(points: readonly Position[]): Position[] {
  const line: Position[] = points[0] ? [points[0]] : [];
  for (let i = 0; i + 2 < points.length; i += 2) {
    const [a, b, c] = [points[i]!, points[i + 1]!, points[i + 2]!];
    line.push(...betweenOnArc(a, b, c), c);
  }
  if (points.length % 2 === 0 && points.length > 0) line.push(points.at(-1)!);
  return line;
}

/** The circle through three points as a line; points on a line stay one. */
export function circleLine(points: readonly Position[]): Position[] {
  const [a, b, c] = points;
  const centre = a && b && c ? centreOf(a, b, c) : null;
  if (!a || !centre) return [...points];
  return arcLine([a, [2 * centre[0]! - a[0]!, 2 * centre[1]! - a[1]!], a]);
}

/** Corners of the arc from `a` through `b` to `c`, without its ends. */
function betweenOnArc(a: Position, b: Position, c: Position): Position[] {
  const isCircle = a[0] === c[0] && a[1] === c[1];
  const centre = isCircle ? [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2] : centreOf(a, b, c);
  if (!centre) return [b];
  const [x, y] = [centre[0]!, centre[1]!];
  const radius = Math.hypot(a[0]! - x, a[1]! - y);
  const angle = (p: Position): number => Math.atan2(p[1]! - y, p[0]! - x);
  const full = 2 * Math.PI;
  const anticlockwise = (from: number, to: number): number => (((to - from) % full) + full) % full;
  const start = angle(a);
  const toMiddle = anticlockwise(start, angle(b));
  const toEnd = isCircle ? full : anticlockwise(start, angle(c));
  const sweep = toMiddle <= toEnd ? toEnd : toEnd - full;
  const count = Math.max(2, Math.ceil(Math.abs(sweep) / step));
  return Array.from({ length: count - 1 }, (_, i) => {
    const at = start + (sweep * (i + 1)) / count;
    return [x + radius * Math.cos(at), y + radius * Math.sin(at)];
  });
}

/** Null when the three points lie on a line. */
function centreOf(a: Position, b: Position, c: Position): Position | null {
  // Relative to the first point: projected coordinates are large.
  const [bx, by, cx, cy] = [b[0]! - a[0]!, b[1]! - a[1]!, c[0]! - a[0]!, c[1]! - a[1]!];
  const twice = 2 * (bx * cy - by * cx);
  const size = Math.hypot(bx, by) * Math.hypot(cx, cy);
  if (Math.abs(twice) <= size * 1e-9) return null;
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  return [a[0]! + (cy * bb - by * cc) / twice, a[1]! + (bx * cc - cx * bb) / twice];
}
