import type { FitBoundsOptions, Map as MapLibreMap } from 'maplibre-gl';
import { type Bounds, boundsOf } from './bounds.ts';
import { byUser } from './byUser.ts';
import type { MapLevel } from './contents.ts';
import { type Extent, extentOf, type Padding, paddingBeside, type Size } from './fitting.ts';
import type { MapCamera, MapOptions } from './mapOptions.ts';

/** Where the camera goes: the whole level beside what covers the map, one area, or a place that somebody names. */
export class CityInView {
  readonly #map: MapLibreMap;
  readonly #padding: () => Partial<Padding>;
  readonly #corner: () => Size;
  #level: MapLevel | null = null;
  #bounds: Bounds | null = null;
  #extent: { readonly level: MapLevel; readonly extent: Extent } | null = null;
  #fitted: boolean;
  #atHome = false;
  #size: Size;
  #homeZoom = 10;

  constructor(map: MapLibreMap, options: Pick<MapOptions, 'camera' | 'padding' | 'corner'>) {
    this.#map = map;
    this.#padding = options.padding ?? (() => ({}));
    this.#corner = options.corner ?? (() => ({ width: 0, height: 0 }));
    this.#fitted = options.camera != null;
    this.#size = this.size();
    map.on('movestart', (event) => {
      if (byUser(event)) this.#atHome = false;
    });
    map.on('resize', () => this.#refit());
  }

  /** Shows the whole level and has not been moved since: then it goes on doing so when its size changes. */
  get isAtHome(): boolean {
    return this.#atHome;
  }

  /** Of the whole level: here circles have the radius they were given. */
  get homeZoom(): number {
    return this.#homeZoom;
  }

  size(): Size {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return { width: clientWidth, height: clientHeight };
  }

  /** Fits the first level, and lets nobody lose sight of this one. */
  setLevel(level: MapLevel): void {
    this.#level = level;
    this.#bounds = boundsOf(level.geometries);
    if (!this.#bounds) return;
    const [west, south, east, north] = this.#bounds;
    const home = this.#map.cameraForBounds([west, south, east, north], { padding: this.#fittingPadding() });
    this.#homeZoom = home?.zoom ?? this.#homeZoom;
    this.#map.setMinZoom(Math.max(0, this.#homeZoom - 2));
    if (this.#fitted) return;
    this.#fitted = true;
    this.fitAll({ animate: false });
  }

  fit(
    bounds: Bounds,
    options: { readonly animate?: boolean; readonly maxZoom?: number; readonly padding?: Padding } = {},
  ): void {
    this.#atHome = false;
    const [west, south, east, north] = bounds;
    const fit: FitBoundsOptions = {
      padding: options.padding ?? this.#fittingPadding(),
      animate: options.animate ?? true,
      maxZoom: options.maxZoom ?? 15,
      duration: 400,
    };
    this.#map.fitBounds([west, south, east, north], fit);
  }

  fitAll(options: { readonly animate?: boolean } = {}): void {
    if (!this.#bounds || !this.#level) return;
    const padding = paddingBeside(
      this.#extentOf(this.#level),
      this.size(),
      this.#fittingPadding(),
      this.#corner(),
    );
    this.fit(this.#bounds, { ...options, padding });
    this.#atHome = true;
  }

  fitArea(key: string, options: { readonly animate?: boolean } = {}): void {
    const bounds = this.#boundsOfArea(key);
    if (bounds) this.fit(bounds, { ...options, maxZoom: Math.max(this.#map.getZoom(), this.#homeZoom + 2) });
  }

  reveal(key: string): void {
    const bounds = this.#boundsOfArea(key);
    if (!bounds) return;
    const middle: [number, number] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
    const { x, y } = this.#map.project(middle);
    const { width, height } = this.size();
    const { top, right, bottom, left } = this.#fittingPadding();
    const inside = x > left && x < width - right && y > top && y < height - bottom;
    if (inside) return;
    this.#atHome = false;
    this.#map.easeTo({ center: middle, duration: 400 });
  }

  goTo(camera: MapCamera, options: { readonly animate?: boolean }): void {
    this.#atHome = false;
    const to = { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom };
    if (options.animate) this.#map.easeTo({ ...to, duration: 400 });
    else this.#map.jumpTo(to);
  }

  #boundsOfArea(key: string): Bounds | null {
    const position = this.#level?.keys.indexOf(key) ?? -1;
    return position < 0 ? null : boundsOf([this.#level?.geometries[position] ?? null]);
  }

  #refit(): void {
    const { width, height } = this.size();
    // Another pixel ratio is a resize, too, but no other view.
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    if (this.#atHome && width > 0 && height > 0) this.fitAll({ animate: false });
  }

  #extentOf(level: MapLevel): Extent {
    if (this.#extent?.level !== level) this.#extent = { level, extent: extentOf(level.geometries) };
    return this.#extent.extent;
  }

  #fittingPadding(): Padding {
    const { width, height } = this.size();
    const { top, right, bottom, left } = { top: 24, right: 24, bottom: 24, left: 24, ...this.#padding() };
    // A padding wider than the map makes MapLibre give up fitting.
    const shrink = Math.min(
      1,
      (width * 0.6) / Math.max(1, left + right),
      (height * 0.6) / Math.max(1, top + bottom),
    );
    return { top: top * shrink, right: right * shrink, bottom: bottom * shrink, left: left * shrink };
  }
}
