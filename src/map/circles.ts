/** An institution on the map. */
export interface InstitutionCircle {
  readonly id: string;
  /** [lon, lat]. */
  readonly position: readonly [number, number];
  /** Pixels in the view of the whole city; see `circleRadius`. */
  readonly radius: number;
  /** Colours as `#rrggbb`. */
  readonly fill: string;
  readonly line: string;
}

/** Circles grow a little as one zooms in, so that crowded ones come apart but stay comparable: 1 at `home`. */
export function circleScale(zoom: number, home: number): number {
  return Math.min(3, Math.max(0.6, 2 ** ((zoom - home) * 0.3)));
}

/** Large ones first: a small one drawn later stays visible and can be reached. */
export function drawingOrder(circles: readonly InstitutionCircle[]): InstitutionCircle[] {
  return [...circles].sort((a, b) => b.radius - a.radius);
}

/**
 * The topmost circle at a point, with `slack` pixels around small ones; null if there is none. Reckoned in CSS pixels
 * from the camera: reading the picture back (deck.gl's picking) goes wrong when the page moves to a projector.
 */
export function circleAt(
  circles: readonly InstitutionCircle[],
  point: { readonly x: number; readonly y: number },
  project: (position: readonly [number, number]) => { readonly x: number; readonly y: number },
  scale: number,
  slack = 2,
): InstitutionCircle | null {
  for (let i = circles.length - 1; i >= 0; i--) {
    const circle = circles[i];
    if (!circle || circle.radius <= 0) continue;
    const { x, y } = project(circle.position);
    if (Math.hypot(x - point.x, y - point.y) <= circle.radius * scale + slack) return circle;
  }
  return null;
}
