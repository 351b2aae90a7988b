import type { Padding, Size } from './fitting.ts';

export interface MapOptions {
  /** Read out by screen readers: what this map is and that a table has the same figures. */
  readonly label: string;
  /** Where to begin; without it the first level is fitted. */
  readonly camera?: MapCamera | null;
  /** Room around fitted areas for what lies over the map along its edges now. */
  readonly padding?: () => Partial<Padding>;
  /** Size of what lies over the lower left corner now, such as a legend: the whole level is fitted beside it. */
  readonly corner?: () => Size;
  readonly events?: MapEvents;
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
