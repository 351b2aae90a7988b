import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { InstitutionCircle } from './circles.ts';

/** All that the map shows at one moment, in plain values: what a task hands to the stage. */
export interface MapContents {
  readonly level: MapLevel;
  readonly context: FeatureCollection | null;
  readonly colours: AreaColours;
  readonly programmes: readonly ProgrammeOutline[];
  readonly institutions: readonly InstitutionCircle[] | null;
  /** `muted`: the circles carry the colour, areas are ground. */
  readonly background: 'muted' | 'coloured';
}

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
