import type { FeatureCollection } from 'geojson';
import type { InstitutionCircle } from './circles.ts';
import type { AreaColours, MapLevel, ProgrammeOutline } from './mapView.ts';

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
