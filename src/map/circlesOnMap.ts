import type { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { CircleLook } from './circleOverlay.ts';
import { circleAt, drawingOrder, type InstitutionCircle } from './circles.ts';
import type { MapPoint } from './mapOptions.ts';
import { sameItems } from './sameItems.ts';

/** Institutions over the areas. deck.gl is fetched with the first circle and takes its canvas away with the last. */
export class CirclesOnMap {
  readonly #map: MapLibreMap;
  readonly #end: AbortSignal;
  readonly #onFailure: (error: unknown) => void;
  #overlay: MapLibreOverlay | null = null;
  #drawn: Promise<void> = Promise.resolve();
  #circles: readonly InstitutionCircle[] = [];
  #ordered: readonly InstitutionCircle[] = [];
  #selected: string | null = null;
  #scale = 1;

  constructor(map: MapLibreMap, end: AbortSignal, onFailure: (error: unknown) => void) {
    this.#map = map;
    this.#end = end;
    this.#onFailure = onFailure;
  }

  /** Resolves when what was set so far has been drawn. */
  get drawn(): Promise<void> {
    return this.#drawn;
  }

  get overlay(): MapLibreOverlay | null {
    return this.#overlay;
  }

  set(circles: readonly InstitutionCircle[]): void {
    if (sameItems(circles, this.#circles)) return;
    this.#circles = circles;
    this.#ordered = drawingOrder(circles);
    this.#show();
  }

  select(id: string | null): void {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#show();
  }

  rescale(scale: number): void {
    if (scale === this.#scale) return;
    this.#scale = scale;
    if (this.#ordered.length > 0) this.#show();
  }

  at(point: MapPoint): string | null {
    return circleAt(this.#ordered, point, (position) => this.#project(position), this.#scale)?.id ?? null;
  }

  /** Does any circle reach into this rectangle of the map? */
  isIn(from: MapPoint, to: MapPoint): boolean {
    return this.#ordered.some(({ position, radius }) => {
      const at = this.#project(position);
      const reach = radius * this.#scale;
      return at.x + reach > from.x && at.x - reach < to.x && at.y + reach > from.y && at.y - reach < to.y;
    });
  }

  /** deck.gl takes over a new pixel ratio with its next drawing, and draws only when something is new. */
  async sharpen(width: number): Promise<void> {
    const overlay = this.#overlay;
    if (!overlay) return;
    const { circleLayers } = await import('./circleOverlay.ts');
    const look = this.#look();
    const draw = () => overlay.setProps({ layers: circleLayers({ ...look, circles: [...look.circles] }) });
    for (let frame = 0; frame < sharpFrames && (overlay.getCanvas()?.width ?? width) < width - 1; frame++) {
      draw();
      this.#map.triggerRepaint();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // For the drawing that is copied.
    draw();
  }

  #look(): CircleLook {
    return { circles: this.#ordered, selected: this.#selected, scale: this.#scale };
  }

  #show(): void {
    this.#drawn = this.#draw().catch(this.#onFailure);
  }

  async #draw(): Promise<void> {
    if (this.#ordered.length === 0) {
      if (this.#overlay) this.#map.removeControl(this.#overlay);
      this.#overlay = null;
      return;
    }
    const { circleLayers, circleOverlay } = await import('./circleOverlay.ts');
    // Much may have happened while it was fetched.
    if (this.#end.aborted || this.#ordered.length === 0) return;
    if (this.#overlay) this.#overlay.setProps({ layers: circleLayers(this.#look()) });
    else {
      const { overlay, drawn } = circleOverlay(this.#look());
      this.#overlay = overlay;
      this.#map.addControl(overlay);
      await drawn;
    }
  }

  #project(position: readonly [number, number]): MapPoint {
    return this.#map.project([position[0], position[1]]);
  }
}

/** After so many frames a picture with soft circles is better than none. */
const sharpFrames = 60;
