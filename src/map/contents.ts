import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

/** What the map shows, in plain values: areas in the order of `level.keys`. */
export interface MapContents {
  readonly level: {
    readonly id: string;
    readonly keys: readonly string[];
    readonly names: readonly string[];
    readonly geometries: readonly (Polygon | MultiPolygon | null)[];
  };
  readonly context: FeatureCollection | null;
  /** Class of every area, `noClass` where there is none, and a colour per class. */
  readonly classes: Uint8Array;
  readonly palette: readonly string[];
  /** Codes of `model/sign.ts`: how an area without a class is hatched. */
  readonly signs: Uint8Array;
  readonly outlines: readonly ProgrammeOutline[];
  readonly circles: readonly Circle[] | null;
}

export interface ProgrammeOutline {
  readonly id: string;
  readonly name: string;
  /** The areas inside, at `level`; or an outline of its own. */
  readonly areas: readonly string[];
  readonly geometry: Polygon | MultiPolygon | null;
}

/** One institution. */
export interface Circle {
  readonly id: string;
  readonly position: readonly [number, number];
  /** Children: the area of the circle is proportional to it. NaN: drawn small and hollow. */
  readonly size: number;
  readonly fill: string;
  readonly line: string;
}
