import type { LocalText } from '#model/text.ts';
import type { DynamicsClass, StatusClass } from './classes.ts';
import type { MethodProfile } from './profiles/profile.ts';

export { type DynamicsClass, dynamicsClasses, type StatusClass, statusClasses } from './classes.ts';

/** In the order of the rule: the first that fits is the verdict. */
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
  /**
   * A profile edited by hand or read from a file; replaces the catalogue's. It is applied to every edition that has
   * its indicators, so that its persistence follows the same rule.
   */
  readonly custom?: MethodProfile | null;
}

export interface NeedThresholds {
  /** Part of the editions that must be niedrig or sehr niedrig: 0.75. */
  readonly persistence: number;
  readonly minimumEditions: number;
  /** Location quotient of newcomers: 1.25, in most years. */
  readonly arrivals: number;
  /** "Most years": more than this part of the known ones, 0.5. */
  readonly arrivalYears: number;
  /** Affordable stock relative to the city: 1.25. */
  readonly affordable: number;
  /** Part of the children in institutions outside the funnel limits. */
  readonly exposedChildren: number;
  /** Stability below this is named: 0.95. */
  readonly stability: number;
}

/** Where a figure comes from when it is not the area's own of the edition's year. */
export interface Origin {
  /** `parent`: of the coarser area around it. `vintage`: of the old area most of its residents come from. */
  readonly kind: 'own' | 'parent' | 'vintage';
  readonly level: string;
  readonly year: number;
}

/** One line of the grounds for a verdict: worded by `need.reason-<code>` with params. */
export interface Reason {
  readonly code: string;
  readonly met: boolean;
  /** False: no figures for this criterion in the pack. */
  readonly known: boolean;
  /** Can the verdict rest on it, or is it context? */
  readonly decisive: boolean;
  /** Null where the question does not arise. */
  readonly origin: Origin | null;
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
  /** Code of the reason for not rating: `need.excluded-<code>`; null = rated. */
  readonly excluded: Exclusion | null;
  /** Wording of a declared exclusion, from the pack or the profile. */
  readonly exclusionText: LocalText | null;
  /** Unstandardised value by indicator id; the city's are in `NeedAnswer.city`. */
  readonly values: Readonly<Record<string, number>>;
  /** The status indicator that contributes most to the index; null when not rated. */
  readonly leading: string | null;
  /** z value by indicator id, status then dynamics indicators. */
  readonly z: Readonly<Record<string, number>>;
  readonly statusIndex: number;
  readonly statusClass: StatusClass | null;
  readonly dynamicsIndex: number;
  readonly dynamicsClass: DynamicsClass | null;
  /** All editions up to the requested one, oldest first; class null where not rated. `area`: the area of that vintage. */
  readonly history: readonly {
    readonly edition: number;
    readonly area: string | null;
    readonly statusClass: StatusClass | null;
    readonly dynamicsClass: DynamicsClass | null;
  }[];
  readonly persistence: {
    /** Editions rated, of these low or very low; their quotient; current unbroken run of low editions. */
    readonly editions: number;
    readonly low: number;
    readonly share: number;
    readonly spell: number;
    /** Editions in which the area became low, and in which it stopped being so. */
    readonly entries: readonly number[];
    readonly exits: readonly number[];
  };
  readonly programme: {
    readonly id: string;
    readonly name: string;
    readonly start: number | null;
    readonly end: number | null;
    /** Running in the year of the edition. */
    readonly active: boolean;
  } | null;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Null when the pack knows no programme areas, so that nothing can be compared. */
  readonly recommendation: Recommendation | null;
  /** Null when not computed or not rated. */
  readonly stability: AreaStability | null;
}

export const exclusions = ['under-minimum', 'outlier', 'missing-values', 'no-spread'] as const;
export type Exclusion = (typeof exclusions)[number];

/** Sources of doubt, in the order they are shown; `together` draws weights, cuts and noise at once. */
export const doubts = ['weights', 'cuts', 'noise', 'leave-one-out', 'robust', 'together'] as const;
export type Doubt = (typeof doubts)[number];

export interface AreaStability {
  /** Share of draws in which the status class stays. A doubt that does not apply is missing. */
  readonly status: Readonly<Partial<Record<Doubt, number>>>;
  /** Share of draws in which the verdict stays. */
  readonly verdict: Readonly<Partial<Record<Doubt, number>>>;
  /** The single doubt (not `together`) under which the status class stays least often; null when it always stays. */
  readonly weakest: Doubt | null;
  /** Indicators without which the status class is another one. */
  readonly tippedWithout: readonly string[];
}

export interface StabilityRequest {
  readonly draws: number;
  readonly seed: number;
  /** Concentration of the Dirichlet distribution around the profile's weights: larger = closer. */
  readonly concentration: number;
  /** Each cut moves by at most this many SDs. */
  readonly cutWidth: number;
}

export interface StabilityAnswer {
  readonly request: NeedRequest;
  readonly settings: StabilityRequest;
  /** In the order of `NeedAnswer.areas`; null where not rated. */
  readonly areas: readonly (AreaStability | null)[];
}

export interface NeedAnswer {
  readonly request: NeedRequest;
  readonly profile: MethodProfile;
  readonly level: string;
  readonly dataYear: number;
  /** Value of the whole city by indicator id; NaN where unknown. */
  readonly city: Readonly<Record<string, number>>;
  readonly thresholds: NeedThresholds;
  readonly areas: readonly AreaNeed[];
  /** [status 0…3][dynamics 0…2]; all zero where the profile has no dynamics. */
  readonly table: readonly (readonly { readonly areas: number; readonly residents: number }[])[];
  readonly rated: number;
  readonly verdictCounts: Readonly<Record<Verdict, { readonly areas: number; readonly residents: number }>>;
  /** Programme areas in the pack: none means that nothing can be compared. */
  readonly programmes: number;
  /** Null when the pack knows no programme areas. */
  readonly comparison: Readonly<
    Record<Recommendation, { readonly areas: number; readonly residents: number }>
  > | null;
  /** How many published classes were met; null when none are published. */
  readonly official: { readonly status: number; readonly dynamics: number; readonly areas: number } | null;
  /** Editions available to the profile's family, ascending. */
  readonly editions: readonly number[];
}
