import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { type Sign, signCode } from '#model/sign.ts';
import { noClass } from '#symbology/classes.ts';
import { hatchImage } from '#symbology/hatches.ts';
import type { AreaColours, MapLevel } from './contents.ts';
import type { MapPoint } from './mapOptions.ts';
import { areaLayers, hatchLayer, hatchName, type MarkRole, mapColours, signOf } from './style.ts';

/**
 * The areas of one level: their source, colours, hatches, and the outlines of the selected and the hovered one. Setters
 * compare with what is drawn and pass on only the difference.
 */
export class AreasOnMap {
  readonly #map: MapLibreMap;
  #level: MapLevel | null = null;
  #source: string | null = null;
  /** Sources of earlier levels, kept in sight until the current one is drawn. */
  #leaving: string[] = [];
  #sourceCount = 0;

  #colours: AreaColours | null = null;
  #drawn: (Drawn | undefined)[] = [];
  #hatched = new Set<Sign>();
  #muted = false;
  #selected: string | null = null;
  #hovered: string | null = null;

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on('render', () => this.#dropLeaving());
  }

  get level(): MapLevel | null {
    return this.#level;
  }

  get hovered(): string | null {
    return this.#hovered;
  }

  /** Is the level before still in sight? */
  get isChanging(): boolean {
    return this.#leaving.length > 0;
  }

  /** Draws another set of areas, without colours yet; false when it is the one that is drawn. */
  setLevel(level: MapLevel): boolean {
    const current = this.#level;
    if (current && current.id === level.id && current.geometries === level.geometries) return false;
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
      data: featuresOf(level),
      maxzoom: 14,
    });
    for (const { layer, below } of areaLayers(source, this.#muted)) this.#map.addLayer(layer, below);
    this.#mark();
    return true;
  }

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

  setMuted(muted: boolean): void {
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

  at(point: MapPoint): string | null {
    if (!this.#source) return null;
    const [feature] = this.#map.queryRenderedFeatures([point.x, point.y], {
      layers: [`${this.#source}-fill`],
    });
    const key: unknown = feature?.properties.key;
    return typeof key === 'string' ? key : null;
  }

  /** Is there any area in this rectangle of the map? */
  isIn(from: MapPoint, to: MapPoint): boolean {
    if (!this.#source) return false;
    const corners: [[number, number], [number, number]] = [
      [from.x, from.y],
      [to.x, to.y],
    ];
    return this.#map.queryRenderedFeatures(corners, { layers: [`${this.#source}-fill`] }).length > 0;
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
    this.#map.getSource<GeoJSONSource>('marks')?.setData({ type: 'FeatureCollection', features });
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
}

type Drawn = { readonly colour: string; readonly sign: number };

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

function featuresOf(level: MapLevel): FeatureCollection {
  const features: Feature[] = [];
  level.keys.forEach((key, position) => {
    const geometry = level.geometries[position];
    if (geometry) features.push({ type: 'Feature', properties: { key }, geometry });
  });
  return { type: 'FeatureCollection', features };
}
