import type { Projection } from '#geo/projection.ts';
import type { UnitLevel } from '#measuring/decomposeUnits.ts';
import type { UnitPlaces } from '#measuring/unitSpace.ts';

/** The units of one table, or of one year of a pack. */
export interface MeasureSide {
  readonly keys: readonly string[];
  readonly columns: readonly Float64Array[];
  /** Of the groups. */
  readonly names: readonly string[];
  readonly title: string;
  /** Short, for the head of a column. */
  readonly label: string;
  readonly notices: readonly string[];
  readonly places: UnitPlaces | null;
  /** From longitude and latitude to the system of the places; null where nobody knows it. */
  readonly project: Projection | null;
  /** Whether small coordinates can be metres. */
  readonly isPlane: boolean;
  /** Keys of different vintages do not mean the same areas; null = no vintages. */
  readonly vintage: string | null;
  readonly levels: readonly UnitLevel[];
  /** Units with persons, and those left out. */
  readonly used: number;
  readonly excluded: number;
  readonly emptyUnits: 'zero' | 'drop';
}
