export const statusClasses = ['hoch', 'mittel', 'niedrig', 'sehr niedrig'] as const;
export type StatusClass = (typeof statusClasses)[number];
export const dynamicsClasses = ['positiv', 'stabil', 'negativ'] as const;
export type DynamicsClass = (typeof dynamicsClasses)[number];

/** METHODS.md §6, first match wins. */
export const verdicts = [
  'not-rated',
  'long-term',
  'entrenched',
  'emerging',
  'phase-out',
  'watch',
  'no-need',
] as const;
export type Verdict = (typeof verdicts)[number];

export const recommendations = ['continue', 'phase-out', 'admit', 'no-change'] as const;
export type Recommendation = (typeof recommendations)[number];

export interface NeedRequest {
  readonly profile: string;
  /** The year people call the edition by. */
  readonly edition: number;
  /** Deviations from the default thresholds of the long-term rule; empty = defaults. */
  readonly thresholds: Partial<NeedThresholds>;
}

export interface NeedThresholds {
  /** Part of the editions that must be niedrig or sehr niedrig: 0.75. */
  readonly persistence: number;
  readonly minimumEditions: number;
  /** Location quotient of newcomers: 1.25, in most years. */
  readonly arrivals: number;
  /** Affordable stock relative to the city: 1.25. */
  readonly affordable: number;
  /** Part of the children in institutions outside the funnel limits. */
  readonly exposedChildren: number;
  /** Stability below this is named: 0.95. */
  readonly stability: number;
}

/** One line of the grounds for a verdict: worded by `need.reason-<code>` with params. */
export interface Reason {
  readonly code: string;
  readonly met: boolean;
  /** False: no figures for this criterion in the pack. */
  readonly known: boolean;
  readonly params: Readonly<Record<string, string | number>>;
  /** The figure shown at the end of the line, and how to write it; null = none. */
  readonly figure: {
    readonly value: number;
    readonly as: 'sd' | 'ratio' | 'share' | 'count' | 'points' | 'years';
    readonly of?: number;
  } | null;
}

export interface AreaNeed {
  readonly area: string;
  readonly name: string;
  readonly residents: number;
  /** Code of the reason for not rating (`under-minimum`, `outlier`, `missing-values`), or null. */
  readonly excluded: string | null;
  /** z value by indicator id, status then dynamics indicators. */
  readonly z: Readonly<Record<string, number>>;
  readonly statusIndex: number;
  readonly statusClass: StatusClass | null;
  readonly dynamicsIndex: number;
  readonly dynamicsClass: DynamicsClass | null;
  /** All editions up to the requested one, oldest first; class null where not rated. */
  readonly history: readonly {
    readonly edition: number;
    readonly statusClass: StatusClass | null;
    readonly dynamicsClass: DynamicsClass | null;
  }[];
  readonly persistence: {
    /** Editions rated, of these low or very low; their quotient; current unbroken run of low editions. */
    readonly editions: number;
    readonly low: number;
    readonly share: number;
    readonly spell: number;
  };
  readonly programme: {
    readonly id: string;
    readonly name: string;
    readonly start: number | null;
    readonly end: number | null;
  } | null;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly recommendation: Recommendation;
  /** Share of draws in which the status class stays, by source of doubt; null when not computed. */
  readonly stability: Readonly<Record<string, number>> | null;
}

export interface NeedAnswer {
  readonly request: NeedRequest;
  readonly level: string;
  readonly dataYear: number;
  readonly areas: readonly AreaNeed[];
  /** [status 0…3][dynamics 0…2]. */
  readonly table: readonly (readonly { readonly areas: number; readonly residents: number }[])[];
  readonly rated: number;
  readonly verdictCounts: Readonly<Record<Verdict, { readonly areas: number; readonly residents: number }>>;
  readonly comparison: Readonly<
    Record<Recommendation, { readonly areas: number; readonly residents: number }>
  >;
  /** How many published classes were met; null when none are published. */
  readonly official: { readonly status: number; readonly dynamics: number; readonly areas: number } | null;
  /** Editions available to the profile's family, ascending. */
  readonly editions: readonly number[];
}
