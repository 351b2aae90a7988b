import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { AreasOnMap } from './areasOnMap.ts';
import type { Bounds } from './bounds.ts';
import { byUser, users } from './byUser.ts';
import { circleScale, type InstitutionCircle } from './circles.ts';
import { CirclesOnMap } from './circlesOnMap.ts';
import { CityInView } from './cityInView.ts';
import type { AreaColours, MapLevel, ProgrammeOutline } from './contents.ts';
import type { Padding } from './fitting.ts';
import { followPointer } from './followPointer.ts';
import type { MapCamera, MapEvents, MapOptions, MapPoint } from './mapOptions.ts';
import { pictureOfMap } from './pictureOfMap.ts';
import { sameItems } from './sameItems.ts';
import { emptyStyle } from './style.ts';
import { watchResolution } from './watchResolution.ts';
import { isWebGLAvailable, WebGLUnavailableError } from './webgl.ts';

/**
 * The map as a thing with a lifetime: plain values in through idempotent setters, events out, no store and no request
 * to anybody. Setters compare with what is drawn and pass on only the difference.
 */
export class MapView {
  readonly #map: MapLibreMap;
  readonly #end = new AbortController();
  readonly #areas: AreasOnMap;
  readonly #circles: CirclesOnMap;
  readonly #view: CityInView;
  #events: MapEvents;
  #context: FeatureCollection | null = null;
  #programmes: readonly ProgrammeOutline[] = [];

  /** Resolves when the map can be used. @throws WebGLUnavailableError where the browser cannot draw one. */
  static async create(container: HTMLElement, options: MapOptions): Promise<MapView> {
    if (!isWebGLAvailable()) throw new WebGLUnavailableError();
    setWorkerUrl(workerUrl);
    let map: MapLibreMap;
    try {
      map = new MapLibreMap({
        container,
        style: emptyStyle(),
        attributionControl: false,
        renderWorldCopies: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        rollEnabled: false,
        maxPitch: 0,
        maxZoom: 17,
        fadeDuration: 0,
        locale: { 'Map.Title': options.label },
        ...(options.camera
          ? {
              center: [options.camera.lng, options.camera.lat] as [number, number],
              zoom: options.camera.zoom,
            }
          : {}),
      });
    } catch (error) {
      throw new WebGLUnavailableError({ cause: error });
    }
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    await map.once('style.load');
    return new MapView(map, options);
  }

  private constructor(map: MapLibreMap, options: MapOptions) {
    this.#map = map;
    this.#events = options.events ?? {};
    this.#areas = new AreasOnMap(map);
    this.#circles = new CirclesOnMap(map, this.#end.signal, (error) => this.#events.onFailure?.(error));
    this.#view = new CityInView(map, options);
    followPointer(map, this.#areas, this.#circles, () => this.#events);
    map.on('zoom', () => this.#rescale());
    map.on('moveend', (event) => this.#events.onMoveEnd?.(this.getCamera(), byUser(event)));
    watchResolution(map, this.#end.signal);
  }

  /** What screen readers call the map, in the language of the moment. */
  setLabel(label: string): void {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** Draws another set of areas. The one before stays in sight until the new one is there. */
  setLevel(level: MapLevel): void {
    if (!this.#areas.setLevel(level)) return;
    this.#view.setLevel(level);
    this.#rescale();
  }

  /** What lies around and between the areas: features with `properties.kind` water, rail, green, village, ground. */
  setContext(context: FeatureCollection | null): void {
    if (context === this.#context || context?.features === this.#context?.features) return;
    this.#context = context;
    this.#data('context', context ?? { type: 'FeatureCollection', features: [] });
  }

  /** Colours the areas of the current level; the arrays must have its length. */
  setColours(colours: AreaColours): void {
    this.#areas.setColours(colours);
  }

  /** `muted`: areas as pale ground for institutions, whatever their colours; `coloured`: as `setColours` says. */
  setBackground(background: 'muted' | 'coloured'): void {
    this.#areas.setMuted(background === 'muted');
  }

  setSelected(key: string | null): void {
    this.#areas.setSelected(key);
  }

  setHovered(key: string | null): void {
    this.#areas.setHovered(key);
  }

  setProgrammes(programmes: readonly ProgrammeOutline[]): void {
    if (sameItems(programmes, this.#programmes)) return;
    this.#programmes = programmes;
    this.#data('programmes', {
      type: 'FeatureCollection',
      features: programmes.map(({ id, geometry }) => ({ type: 'Feature', properties: { id }, geometry })),
    });
  }

  /** Circles over the areas; null or none takes them away. */
  setInstitutions(circles: readonly InstitutionCircle[] | null): void {
    this.#circles.set(circles ?? []);
  }

  setSelectedInstitution(id: string | null): void {
    this.#circles.select(id);
  }

  fit(
    bounds: Bounds,
    options: { readonly animate?: boolean; readonly maxZoom?: number; readonly padding?: Padding } = {},
  ): void {
    this.#view.fit(bounds, options);
  }

  /** The whole level. */
  fitAll(options: { readonly animate?: boolean } = {}): void {
    this.#view.fitAll(options);
  }

  /** Shows it the whole level, as `fitAll` left it? */
  isAtHome(): boolean {
    return this.#view.isAtHome;
  }

  /** Moves so that an area of the current level can be seen, without zooming in further than its surroundings. */
  fitArea(key: string, options: { readonly animate?: boolean } = {}): void {
    this.#view.fitArea(key, options);
  }

  /** Brings an area into sight without changing the scale; does nothing when its middle can be seen already. */
  reveal(key: string): void {
    this.#view.reveal(key);
  }

  getCamera(): MapCamera {
    const { lng, lat } = this.#map.getCenter();
    return { lng, lat, zoom: this.#map.getZoom() };
  }

  setCamera(camera: MapCamera, options: { readonly animate?: boolean } = {}): void {
    this.#view.goTo(camera, options);
  }

  zoomIn(): void {
    this.#map.zoomIn({ duration: 250 }, users);
  }

  zoomOut(): void {
    this.#map.zoomOut({ duration: 250 }, users);
  }

  resize(): void {
    this.#map.resize();
  }

  /** In CSS pixels. */
  size(): { readonly width: number; readonly height: number } {
    return this.#view.size();
  }

  /** Where a place is on the map, in CSS pixels: for labels and tooltips. */
  project(position: readonly [number, number]): MapPoint {
    const { x, y } = this.#map.project([position[0], position[1]]);
    return { x, y };
  }

  /**
   * Is there neither area nor institution in this part of the map (fractions of its width and height)? There a legend
   * hides nothing.
   */
  isBare(x: number, y: number, width: number, height: number): boolean {
    const size = this.size();
    const from = { x: x * size.width, y: y * size.height };
    const to = { x: from.x + width * size.width, y: from.y + height * size.height };
    return !this.#areas.isIn(from, to) && !this.#circles.isIn(from, to);
  }

  /** Resolves when everything set so far has been drawn. */
  async settled(): Promise<void> {
    await this.#circles.drawn;
    if (!this.#map.loaded() || this.#areas.isChanging || this.#map.isMoving()) await this.#map.once('idle');
  }

  /**
   * A picture of what the map shows, circles included, with `pixelRatio` pixels to the CSS pixel. Waits until
   * everything is drawn; the map on the screen keeps its size.
   */
  async capture(pixelRatio = devicePixelRatio): Promise<HTMLCanvasElement> {
    await this.settled();
    const { hovered } = this.#areas;
    this.setHovered(null);
    try {
      return await pictureOfMap(this.#map, this.#circles, pixelRatio);
    } finally {
      this.setHovered(hovered);
    }
  }

  dispose(): void {
    this.#end.abort();
    this.#events = {};
    this.#map.remove();
  }

  #data(source: string, data: FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #rescale(): void {
    this.#circles.rescale(circleScale(this.#map.getZoom(), this.#view.homeZoom));
  }
}
