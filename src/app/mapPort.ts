import type { MapView } from '#map/mapView.ts';

/** Holds the one map instance, which owns its camera and lives outside the store. */
export interface MapPort {
  current: MapView | null;
}
