import type { EnvironmentKernel, Neighbourhood } from '#measuring/answer.ts';

/** What is shown. Everything here is worth sharing and goes into the permalink; data never do. */
export interface View {
  readonly city: string;
  readonly task: Task;
  /** Level family (the vintage follows from the year). */
  readonly level: string;
  readonly year: number;
  readonly indicator: string;
  readonly second: string | null;
  readonly area: string | null;
  readonly institution: string | null;
  readonly classes: Classes;
  readonly programmes: boolean;
  /** Institutions drawn over the areas while exploring. */
  readonly overlay: Overlay;
  readonly group: string;
  /** Another resident group, or `rest`. */
  readonly reference: string;
  readonly index: string;
  readonly measureMap: MeasureMap;
  /** The part of the answer that is open in „Messen“. */
  readonly measurePart: MeasurePart;
  readonly neighbourhood: Neighbourhood;
  /** Metres. */
  readonly radius: number;
  readonly kernel: EnvironmentKernel;
  /** Clusters with the false-discovery rate controlled, instead of every area judged by itself. */
  readonly discovery: boolean;
  /** Indicator looked at next door in the local patterns; null: the group's own share. */
  readonly nextDoor: string | null;
  /** Key of the area whose centroid is the centre of the city; null: the centroid of the population. */
  readonly centre: string | null;
  /** What stands beside the measurement, and which one: a group, year, level family or city. */
  readonly compare: Compare;
  readonly compareWith: string;
  readonly kind: 'school' | 'kita';
  /** Institution form id, or `all`. */
  readonly form: string;
  readonly provider: 'all' | 'public' | 'independent';
  readonly institutionGroup: string;
  readonly threshold: Threshold;
  readonly backdrop: Backdrop;
  readonly profile: string;
  readonly edition: number;
  readonly needMap: 'verdict' | 'status';
  readonly camera: Camera | null;
}

export const tasks = ['explore', 'measure', 'institutions', 'need'] as const;
export type Task = (typeof tasks)[number];

export const classMethods = ['quantile', 'equal', 'jenks', 'own'] as const;
export interface Classes {
  readonly method: (typeof classMethods)[number];
  /** 3…9. */
  readonly count: number;
  /** Inner breaks for `own`, ascending, in the unit of the values. */
  readonly own: readonly number[];
}

export const overlays = ['none', 'school', 'kita'] as const;
export type Overlay = (typeof overlays)[number];

export const measureMaps = ['contribution', 'location-quotient', 'share', 'cluster', 'hotspot'] as const;
export type MeasureMap = (typeof measureMaps)[number];

export const measureParts = ['indices', 'curves', 'radius', 'neighbours', 'decomposition', 'areas'] as const;
export type MeasurePart = (typeof measureParts)[number];

export const compares = ['none', 'group', 'year', 'level', 'city'] as const;
export type Compare = (typeof compares)[number];

/** What lies under the institutions: plain areas, catchments, or the share of the group among residents. */
export const backdrops = ['areas', 'catchments', 'residents'] as const;
export type Backdrop = (typeof backdrops)[number];

export const thresholdMethods = ['funnel-998', 'funnel-95', 'points', 'sd', 'absolute'] as const;
export interface Threshold {
  readonly method: (typeof thresholdMethods)[number];
  /** Share points for `points` (0.2 = 20 points), SDs for `sd`, share for `absolute`; ignored by the funnels. */
  readonly value: number;
}

export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}
