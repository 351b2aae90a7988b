import type { MapView } from '#map/mapView.ts';

/** Keeps the whole city on the map out from under a legend that changes after the city was fitted. */
export interface BesideLegend {
  /** Another city is on the map, fitted beside the legend of the one before: its own is drawn only now. */
  cityChanged(): void;
  legendChanged(): void;
}

/** @param covered height that the legend covers now, in CSS pixels; 0 without one. */
export function besideLegend(map: Pick<MapView, 'isAtHome' | 'fitAll'>, covered: () => number): BesideLegend {
  let fittedBeside: number | null = covered();
  return {
    cityChanged: () => {
      fittedBeside = null;
    },
    legendChanged: () => {
      const height = covered();
      // A legend that grows would cover the city; one that shrinks is no reason to move it.
      if (fittedBeside !== null && height <= fittedBeside) return;
      fittedBeside = height;
      if (map.isAtHome()) map.fitAll();
    },
  };
}
