import 'maplibre-gl/dist/maplibre-gl.css';
import type { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import {
  type FitBoundsOptions,
  type GeoJSONSource,
  Map as MapLibreMap,
  type MapMouseEvent,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type Sign, signCode } from '#model/sign.ts';
import { noClass } from '#symbology/classes.ts';
import { hatchImage } from '#symbology/hatches.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { circleAt, circleScale, drawingOrder, type InstitutionCircle } from './circles.ts';
import { type Extent, extentOf, type Padding as MapPadding, paddingBeside, type Size } from './fitting.ts';
import { areaLayers, emptyStyle, hatchLayer, hatchName, type MarkRole, mapColours, signOf } from './style.ts';
import { isWebGLAvailable, WebGLUnavailableError } from './webgl.ts';

export type { InstitutionCircle } from './circles.ts';
export type { Padding as MapPadding } from './fitting.ts';

/** A set of areas, as in `Level`: parallel arrays, null where there is no geometry. */
export interface MapLevel {
  readonly id: string;
  readonly keys: readonly string[];
  readonly geometries: readonly (Polygon | MultiPolygon | null)[];
}

/** What the areas of the current level show, by their position in the level. */
export interface AreaColours {
  /** Class of each area; `noClass` (255) for none. */
  readonly classes: Uint8Array;
  /** Colour of each class as `#rrggbb`. */
  readonly palette: readonly string[];
  /** Codes of `model/sign.ts`; null when every area has its figure. An area without class and sign is `missing`. */
  readonly signs: Uint8Array | null;
}

export interface ProgrammeOutline {
  readonly id: string;
  readonly geometry: Polygon | MultiPolygon | MultiLineString;
}

export interface MapCamera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** CSS pixels from the map's upper left corner. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

export interface MapEvents {
  /** The area under the pointer, on every move over one; null once when it leaves. */
  onHover?(key: string | null, point: MapPoint): void;
  /** A click on an area, or beside all of them (null). */
  onClick?(key: string | null): void;
  onHoverInstitution?(id: string | null, point: MapPoint): void;
  onClickInstitution?(id: string): void;
  /** `byUser` is false for moves that a method of the map began. */
  onMoveEnd?(camera: MapCamera, byUser: boolean): void;
  /** The part that draws institutions could not be fetched or started. */
  onFailure?(error: unknown): void;
}

export interface MapOptions {
  /** Read out by screen readers: what this map is and that a table has the same figures. */
  readonly label: string;
  /** Where to begin; without it the first level is fitted. */
  readonly camera?: MapCamera | null;
  /** Room around fitted areas for what lies over the map along its edges now. */
  readonly padding?: () => Partial<MapPadding>;
  /** Size of what lies over the lower left corner now, such as a legend: the whole level is fitted beside it. */
  readonly corner?: () => Size;
  readonly events?: MapEvents;
}

type Drawn = { readonly colour: string; readonly sign: number };

/**
 * The map as a thing with a lifetime: plain values in through idempotent setters, events out, no store and no request
 * to anybody. Setters compare with what is drawn and pass on only the difference.
 */
export class MapView {
  readonly #map: MapLibreMap;
  readonly #end = new AbortController();
  #events: MapEvents;
  readonly #padding: () => Partial<MapPadding>;
  readonly #corner: () => Size;

  #level: MapLevel | null = null;
  #source: string | null = null;
  /** Sources of earlier levels, kept in sight until the current one is drawn. */
  #leaving: string[] = [];
  #sourceCount = 0;
  #bounds: Bounds | null = null;
  #extent: { readonly level: MapLevel; readonly extent: Extent } | null = null;
  #fitted = false;
  /** Shows the whole level and has not been moved since: then it goes on doing so when its size changes. */
  #atHome = false;
  #size: Size = { width: 0, height: 0 };
  /** Of the whole level: here circles have the radius they were given. */
  #homeZoom = 10;

  #colours: AreaColours | null = null;
  #drawn: (Drawn | undefined)[] = [];
  #hatched = new Set<Sign>();
  #muted = false;
  #selected: string | null = null;
  #hovered: string | null = null;
  #context: FeatureCollection | null = null;
  #programmes: readonly ProgrammeOutline[] = [];

  #overlay: MapLibreOverlay | null = null;
  #circlesDrawn: Promise<void> = Promise.resolve();
  #circles: readonly InstitutionCircle[] = [];
  #ordered: readonly InstitutionCircle[] = [];
  #selectedInstitution: string | null = null;
  #scale = 1;
  #pointed: { readonly kind: 'area' | 'institution'; readonly id: string } | null = null;

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
    this.#padding = options.padding ?? (() => ({}));
    this.#corner = options.corner ?? (() => ({ width: 0, height: 0 }));
    this.#fitted = options.camera != null;
    this.#size = this.size();
    map.on('mousemove', (event) => this.#pointAt(event));
    map.on('mouseout', (event) => this.#leave(event.point));
    map.on('movestart', (event) => {
      if (byUser(event)) this.#atHome = false;
      if (event.originalEvent) this.#leave({ x: 0, y: 0 });
    });
    map.on('resize', () => this.#refit());
    map.on('click', (event) => this.#click(event));
    map.on('zoom', () => this.#rescale());
    map.on('moveend', (event) => this.#events.onMoveEnd?.(this.getCamera(), byUser(event)));
    map.on('render', () => this.#dropLeaving());
    this.#watchResolution();
  }

  /** What screen readers call the map, in the language of the moment. */
  setLabel(label: string): void {
    this.#map.getCanvas().setAttribute('aria-label', label);
  }

  /** Draws another set of areas. The one before stays in sight until the new one is there. */
  setLevel(level: MapLevel): void {
    const current = this.#level;
    if (current && current.id === level.id && current.geometries === level.geometries) return;
    if (this.#source) this.#leaving.push(this.#source);
    this.#sourceCount += 1;
    const source = `areas-${this.#sourceCount}`;
    this.#source = source;
    this.#level = level;
    this.#colours = null;
    this.#drawn = [];
    this.#hatched = new Set();
    this.#map.addSource(source, {
      type: 'geojson',
      // Keys are texts; MapLibre's own ids are numbers and would drop leading zeros.
      promoteId: 'key',
      data: areasOf(level),
      maxzoom: 14,
    });
    for (const { layer, below } of areaLayers(source, this.#muted)) this.#map.addLayer(layer, below);
    this.#bounds = boundsOf(level.geometries);
    this.#mark();
    if (!this.#bounds) return;
    const [west, south, east, north] = this.#bounds;
    const home = this.#map.cameraForBounds([west, south, east, north], { padding: this.#fittingPadding() });
    this.#homeZoom = home?.zoom ?? this.#homeZoom;
    this.#map.setMinZoom(Math.max(0, this.#homeZoom - 2));
    if (!this.#fitted) {
      this.#fitted = true;
      this.fitAll({ animate: false });
    }
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
    const level = this.#level;
    if (!level) throw new Error('no level to colour');
    if (colours.classes.length !== level.keys.length) {
      throw new Error(`invalid classes: ${colours.classes.length} for ${level.keys.length} areas`);
    }
    if (colours.signs && colours.signs.length !== level.keys.length) {
      throw new Error(`invalid signs: ${colours.signs.length} for ${level.keys.length} areas`);
    }
    this.#colours = colours;
    this.#paint();
  }

  /** `muted`: areas as pale ground for institutions, whatever their colours; `coloured`: as `setColours` says. */
  setBackground(background: 'muted' | 'coloured'): void {
    const muted = background === 'muted';
    if (muted === this.#muted) return;
    this.#muted = muted;
    if (!this.#source) return;
    const line = muted ? mapColours.mutedAreaLine : mapColours.areaLine;
    this.#map.setPaintProperty(`${this.#source}-outline`, 'line-color', line);
    this.#paint();
  }

  setSelected(key: string | null): void {
    if (key === this.#selected) return;
    this.#selected = key;
    this.#mark();
  }

  setHovered(key: string | null): void {
    if (key === this.#hovered) return;
    this.#hovered = key;
    this.#mark();
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
    const wanted = circles ?? [];
    if (sameItems(wanted, this.#circles)) return;
    this.#circles = wanted;
    this.#ordered = drawingOrder(wanted);
    this.#showCircles();
  }

  setSelectedInstitution(id: string | null): void {
    if (id === this.#selectedInstitution) return;
    this.#selectedInstitution = id;
    this.#showCircles();
  }

  fit(
    bounds: Bounds,
    options: { readonly animate?: boolean; readonly maxZoom?: number; readonly padding?: MapPadding } = {},
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

  /** The whole level. */
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

  /** Shows it the whole level, as `fitAll` left it? */
  isAtHome(): boolean {
    return this.#atHome;
  }

  /** Moves so that an area of the current level can be seen, without zooming in further than its surroundings. */
  fitArea(key: string, options: { readonly animate?: boolean } = {}): void {
    const position = this.#level?.keys.indexOf(key) ?? -1;
    const bounds = position < 0 ? null : boundsOf([this.#level?.geometries[position] ?? null]);
    if (bounds) this.fit(bounds, { ...options, maxZoom: Math.max(this.#map.getZoom(), this.#homeZoom + 2) });
  }

  /** Brings an area into sight without changing the scale; does nothing when its middle can be seen already. */
  reveal(key: string): void {
    const position = this.#level?.keys.indexOf(key) ?? -1;
    const bounds = position < 0 ? null : boundsOf([this.#level?.geometries[position] ?? null]);
    if (!bounds) return;
    const middle: [number, number] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
    const { x, y } = this.#map.project(middle);
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { top, right, bottom, left } = this.#fittingPadding();
    const inside = x > left && x < clientWidth - right && y > top && y < clientHeight - bottom;
    if (inside) return;
    this.#atHome = false;
    this.#map.easeTo({ center: middle, duration: 400 });
  }

  getCamera(): MapCamera {
    const { lng, lat } = this.#map.getCenter();
    return { lng, lat, zoom: this.#map.getZoom() };
  }

  setCamera(camera: MapCamera, options: { readonly animate?: boolean } = {}): void {
    this.#atHome = false;
    const to = { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom };
    if (options.animate) this.#map.easeTo({ ...to, duration: 400 });
    else this.#map.jumpTo(to);
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
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return { width: clientWidth, height: clientHeight };
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
    if (!this.#source) return true;
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const [left, top] = [x * clientWidth, y * clientHeight];
    const [right, bottom] = [left + width * clientWidth, top + height * clientHeight];
    const areas = this.#map.queryRenderedFeatures(
      [
        [left, top],
        [right, bottom],
      ],
      { layers: [`${this.#source}-fill`] },
    );
    if (areas.length > 0) return false;
    return !this.#ordered.some(({ position, radius }) => {
      const at = this.project(position);
      const reach = radius * this.#scale;
      return at.x + reach > left && at.x - reach < right && at.y + reach > top && at.y - reach < bottom;
    });
  }

  /** Resolves when everything set so far has been drawn. */
  async settled(): Promise<void> {
    await this.#circlesDrawn;
    if (!this.#map.loaded() || this.#leaving.length > 0 || this.#map.isMoving()) await this.#map.once('idle');
  }

  /**
   * A picture of what the map shows, circles included, with `pixelRatio` pixels to the CSS pixel. Waits until
   * everything is drawn; the map on the screen keeps its size.
   */
  async capture(pixelRatio = devicePixelRatio): Promise<HTMLCanvasElement> {
    await this.settled();
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const picture = document.createElement('canvas');
    picture.width = Math.round(clientWidth * pixelRatio);
    picture.height = Math.round(clientHeight * pixelRatio);
    const context = picture.getContext('2d');
    if (!context) throw new Error('no 2d context');
    const hovered = this.#hovered;
    this.setHovered(null);
    this.#map.setPixelRatio(pixelRatio);
    const overlay = this.#overlay;
    overlay?.setProps({ useDevicePixels: pixelRatio });
    try {
      await this.#map.once('idle');
      if (overlay) await this.#sharpen(overlay, picture.width);
      // WebGL keeps its picture only until the browser has composed the page: draw and copy in one go.
      this.#map.redraw();
      for (const canvas of [this.#map.getCanvas(), overlay?.getCanvas()]) {
        if (canvas && canvas.width > 0) context.drawImage(canvas, 0, 0, picture.width, picture.height);
      }
    } finally {
      // Null ends the override, says its documentation; its type forgot.
      this.#map.setPixelRatio(null as unknown as number);
      overlay?.setProps({ useDevicePixels: true });
      this.setHovered(hovered);
    }
    return picture;
  }

  /** deck.gl takes over a new pixel ratio with its next drawing, and draws only when something is new. */
  async #sharpen(overlay: MapLibreOverlay, width: number): Promise<void> {
    const { circleLayers } = await import('./circleOverlay.ts');
    const look = { circles: this.#ordered, selected: this.#selectedInstitution, scale: this.#scale };
    const draw = () => overlay.setProps({ layers: circleLayers({ ...look, circles: [...look.circles] }) });
    for (let frame = 0; frame < sharpFrames && (overlay.getCanvas()?.width ?? width) < width - 1; frame++) {
      draw();
      this.#map.triggerRepaint();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // For the drawing that is copied.
    draw();
  }

  dispose(): void {
    this.#end.abort();
    this.#events = {};
    this.#map.remove();
  }

  #data(source: string, data: FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #paint(): void {
    const { classes, palette, signs } = this.#colours ?? { classes: null, palette: [], signs: null };
    const source = this.#source;
    const level = this.#level;
    if (!source || !level || !classes) return;
    level.keys.forEach((key, position) => {
      if (!level.geometries[position]) return;
      const wanted = this.#muted
        ? mutedArea
        : drawn(classes[position] ?? noClass, signs?.[position] ?? 0, palette);
      const before = this.#drawn[position];
      if (before?.colour === wanted.colour && before.sign === wanted.sign) return;
      this.#drawn[position] = wanted;
      if (wanted.sign > 0) this.#hatch(source, signOf(wanted.sign));
      this.#map.setFeatureState({ source, id: key }, wanted);
    });
  }

  /** Adds the layer of a kind of hatching when it is needed for the first time. */
  #hatch(source: string, sign: Exclude<Sign, 'present'>): void {
    if (this.#hatched.has(sign)) return;
    this.#hatched.add(sign);
    const image = hatchName(sign);
    if (!this.#map.hasImage(image)) {
      this.#map.addImage(image, hatchImage(sign, hatchPixels), { pixelRatio: hatchPixels });
    }
    const { layer, below } = hatchLayer(source, sign);
    this.#map.addLayer(layer, below);
  }

  #mark(): void {
    const features: Feature[] = [];
    const add = (role: MarkRole, key: string | null): void => {
      const position = key === null || !this.#level ? -1 : this.#level.keys.indexOf(key);
      const geometry = this.#level?.geometries[position];
      if (geometry) features.push({ type: 'Feature', properties: { role }, geometry });
    };
    add('hovered', this.#hovered);
    add('selected', this.#selected);
    this.#data('marks', { type: 'FeatureCollection', features });
  }

  #dropLeaving(): void {
    if (this.#leaving.length === 0 || !this.#source || !this.#map.isSourceLoaded(this.#source)) return;
    for (const source of this.#leaving) {
      for (const { id } of this.#map.getStyle().layers) {
        if (id.startsWith(`${source}-`)) this.#map.removeLayer(id);
      }
      this.#map.removeSource(source);
    }
    this.#leaving = [];
  }

  /** deck.gl is fetched with the first circle and takes its canvas away with the last. */
  async #drawCircles(): Promise<void> {
    if (this.#ordered.length === 0) {
      if (this.#overlay) this.#map.removeControl(this.#overlay);
      this.#overlay = null;
      return;
    }
    const { circleLayers, circleOverlay } = await import('./circleOverlay.ts');
    // Much may have happened while it was fetched.
    if (this.#end.signal.aborted || this.#ordered.length === 0) return;
    const look = { circles: this.#ordered, selected: this.#selectedInstitution, scale: this.#scale };
    if (this.#overlay) this.#overlay.setProps({ layers: circleLayers(look) });
    else {
      const { overlay, drawn } = circleOverlay(look);
      this.#overlay = overlay;
      this.#map.addControl(overlay);
      await drawn;
    }
  }

  #showCircles(): void {
    this.#circlesDrawn = this.#drawCircles().catch((error: unknown) => this.#events.onFailure?.(error));
  }

  #rescale(): void {
    const scale = circleScale(this.#map.getZoom(), this.#homeZoom);
    if (scale === this.#scale) return;
    this.#scale = scale;
    if (this.#ordered.length > 0) this.#showCircles();
  }

  #institutionAt(point: MapPoint): string | null {
    const project = (position: readonly [number, number]) => this.project(position);
    return circleAt(this.#ordered, point, project, this.#scale)?.id ?? null;
  }

  #areaAt(point: MapPoint): string | null {
    if (!this.#source) return null;
    const [feature] = this.#map.queryRenderedFeatures([point.x, point.y], {
      layers: [`${this.#source}-fill`],
    });
    const key: unknown = feature?.properties.key;
    return typeof key === 'string' ? key : null;
  }

  #pointAt({ point: { x, y } }: MapMouseEvent): void {
    const point = { x, y };
    const institution = this.#institutionAt(point);
    const area = institution === null ? this.#areaAt(point) : null;
    const before = this.#pointed;
    if (before?.kind === 'institution' && institution === null)
      this.#events.onHoverInstitution?.(null, point);
    if (before?.kind === 'area' && area === null) this.#events.onHover?.(null, point);
    this.#pointed =
      institution !== null
        ? { kind: 'institution', id: institution }
        : area !== null
          ? { kind: 'area', id: area }
          : null;
    this.#map.getCanvas().style.cursor = this.#pointed ? 'pointer' : '';
    if (institution !== null) this.#events.onHoverInstitution?.(institution, point);
    else if (area !== null) this.#events.onHover?.(area, point);
  }

  #leave(point: MapPoint): void {
    const before = this.#pointed;
    this.#pointed = null;
    if (before?.kind === 'institution') this.#events.onHoverInstitution?.(null, point);
    if (before?.kind === 'area') this.#events.onHover?.(null, point);
  }

  #click({ point }: MapMouseEvent): void {
    const institution = this.#institutionAt(point);
    if (institution !== null) this.#events.onClickInstitution?.(institution);
    else this.#events.onClick?.(this.#areaAt(point));
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

  #fittingPadding(): MapPadding {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { top, right, bottom, left } = { top: 24, right: 24, bottom: 24, left: 24, ...this.#padding() };
    // A padding wider than the map makes MapLibre give up fitting.
    const shrink = Math.min(
      1,
      (clientWidth * 0.6) / Math.max(1, left + right),
      (clientHeight * 0.6) / Math.max(1, top + bottom),
    );
    return { top: top * shrink, right: right * shrink, bottom: bottom * shrink, left: left * shrink };
  }

  /** MapLibre watches its container, not the screen: a move to a projector changes the pixels, not the size. */
  #watchResolution(): void {
    const { signal } = this.#end;
    addEventListener('resize', () => this.#map.resize(), { signal });
    const watch = (): void => {
      if (signal.aborted) return;
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
        'change',
        () => {
          this.#map.resize();
          watch();
        },
        { once: true, signal },
      );
    };
    watch();
  }
}

/** Travels with the moves that a person asks for by a button. */
const users = { byUser: true };

function byUser(event: object): boolean {
  return ('originalEvent' in event && Boolean(event.originalEvent)) || 'byUser' in event;
}

/** After so many frames a picture with soft circles is better than none. */
const sharpFrames = 60;
/** Hatches are drawn with two pixels to the CSS pixel, sharp enough on any screen and on paper. */
const hatchPixels = 2;
const mutedArea: Drawn = { colour: mapColours.mutedArea, sign: 0 };
const missing = signCode('missing');
const unreliable = signCode('unreliable');

function drawn(position: number, sign: number, palette: readonly string[]): Drawn {
  const colour = palette[position];
  if (position === noClass || colour === undefined) {
    return { colour: mapColours.area, sign: sign === 0 ? missing : sign };
  }
  // An unreliable figure keeps its colour under the dots; behind every other sign no colour may show.
  return sign === 0 || sign === unreliable ? { colour, sign } : { colour: mapColours.area, sign };
}

/** Equal in length and in every property: a caller that makes its arrays anew costs no drawing. */
function sameItems<T extends object>(some: readonly T[], others: readonly T[]): boolean {
  return (
    some === others ||
    (some.length === others.length &&
      some.every((item, i) => {
        const other = others[i];
        if (!other) return false;
        return (
          item === other || (Object.keys(item) as (keyof T)[]).every((name) => item[name] === other[name])
        );
      }))
  );
}

function areasOf(level: MapLevel): FeatureCollection {
  const features: Feature[] = [];
  level.keys.forEach((key, position) => {
    const geometry = level.geometries[position];
    if (geometry) features.push({ type: 'Feature', properties: { key }, geometry });
  });
  return { type: 'FeatureCollection', features };
}
