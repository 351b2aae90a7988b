import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Sign } from './sign.ts';
import type { LocalText, Statement } from './text.ts';

/** Keys of administrative units are strings for ever: `05911000` never becomes 5911000. */
export type AreaKey = string;

/**
 * Everything loaded of one city: the unchanging data side of the application state. Plain data, so that it can be
 * cloned into the worker. Look-ups and aggregation are functions beside it (`aggregate.ts`, `lookup.ts`).
 */
export interface Study {
  readonly id: string;
  readonly title: LocalText;
  /** A notice always shown with the data, e.g. that they are invented. */
  readonly notice: LocalText | null;
  readonly invented: boolean;
  /** Projected CRS for distances and areas in metres, e.g. `EPSG:25833`. */
  readonly crs: string;
  /** Finest first. A family is one kind of area through all its vintages ("Planungsraum"). */
  readonly families: readonly LevelFamily[];
  readonly levels: readonly Level[];
  readonly variables: readonly Variable[];
  readonly indicators: readonly Indicator[];
  readonly groups: readonly Group[];
  readonly observations: readonly Observations[];
  readonly forms: readonly InstitutionForm[];
  readonly providers: readonly Provider[];
  readonly institutions: readonly Institution[];
  /** Where the institutions and their figures come from; absent: not said, it may be any. */
  readonly institutionSources?: readonly string[];
  readonly compositions: readonly Composition[];
  readonly catchments: readonly Catchment[];
  readonly programmes: readonly Programme[];
  readonly crosswalks: readonly Crosswalk[];
  readonly editions: readonly Edition[];
  readonly sources: readonly Source[];
  /** Water, railway, villages: the ground under the map. Each feature has `properties.kind`. */
  readonly context: FeatureCollection | null;
  /** What may be shown, as the pack declares it; absent or null: nothing declared. */
  readonly disclosure?: DeclaredDisclosure | null;
}

/** The profile of `#disclosure/profile.ts` as plain data of a pack. */
export interface DeclaredDisclosure {
  readonly id: string;
  readonly minimumCount: number;
  readonly minimumDenominator: number;
  readonly minimumInstitution: number;
  readonly roundTo: 1 | 3 | 5 | 10;
  readonly dominance: number | null;
  readonly secondary: boolean;
}

export interface LevelFamily {
  readonly id: string;
  readonly name: LocalText;
  readonly plural: LocalText;
}

/** One set of areas in one vintage (Gebietsstand), in the fixed order all arrays over areas follow. */
export interface Level {
  readonly id: string;
  readonly family: string;
  /** Shown to people, e.g. `2021` or `bis 2020`. */
  readonly vintage: string;
  /** First and last year (inclusive) in which this vintage is the official one; null = open. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
  readonly keys: readonly AreaKey[];
  readonly names: readonly string[];
  /** WGS 84 lon/lat; null where the source gives no geometry. */
  readonly geometries: readonly (Polygon | MultiPolygon | null)[];
  /** The next coarser level of the same vintage and each area's key there. */
  readonly parent: { readonly level: string; readonly keys: readonly (AreaKey | null)[] } | null;
  /** Where the outlines come from, where that is known. */
  readonly source?: string;
}

export const variableKinds = ['count', 'value'] as const;
export const units = [
  'persons',
  'households',
  'dwellings',
  'children',
  'places',
  'share',
  'share-points',
  'euro-per-sqm',
  'sqm',
  'cases',
  'years',
  'number',
] as const;
export type Unit = (typeof units)[number];

/**
 * A column of numbers per area and year. `count`s are summed on aggregation; `value`s (published shares, medians)
 * cannot be, and are averaged with `weight` (marked estimated) or missing at coarser levels.
 * Shares are 0…1 here, whatever the file said.
 */
export interface Variable {
  readonly id: string;
  readonly name: LocalText;
  readonly kind: (typeof variableKinds)[number];
  readonly unit: Unit;
  readonly weight: string | null;
  /**
   * Of shares that `weight` does not weight: the count they are the share of, which tells its own whole (count ÷ share);
   * null: nothing does, so they have no value of the city.
   */
  readonly averagedBy?: string | null;
  readonly source: string;
  /** Where the figures come from several sources, or rest on those of others: the rest of them. */
  readonly otherSources?: readonly string[];
  /** Smallest and largest count that its publisher keeps secret, where that is known ("one or two"). */
  readonly secret?: { readonly from: number; readonly to: number } | null;
  /** Counts that were not published but estimated from published shares; absent or null: counted. */
  readonly estimated?: Estimated | null;
}

/**
 * count = share × `of`. The true share lies between share − `below` and share + `above` (parts of 0…1): half a unit of
 * the last digit where the publisher rounded, nothing and a whole unit where digits were cut off.
 */
export interface Estimated {
  readonly from: 'share';
  /** The variable the shares are shares of. */
  readonly of: string;
  readonly rounding: { readonly below: number; readonly above: number };
}

export const themes = ['population', 'arrivals', 'sgb2', 'housing', 'education'] as const;
export type Theme = (typeof themes)[number];

export type IndicatorMeasure =
  /** Sum of the numerator variables / sum of the denominator variables, recomputed at every aggregation. */
  | { readonly kind: 'share'; readonly numerator: readonly string[]; readonly denominator: readonly string[] }
  /** As share, but a quantity per head or per dwelling (persons per dwelling, sqm per head), not 0…1. */
  | { readonly kind: 'ratio'; readonly numerator: readonly string[]; readonly denominator: readonly string[] }
  /** A published value. */
  | { readonly kind: 'value'; readonly variable: string };

export interface Indicator {
  readonly id: string;
  readonly theme: Theme;
  readonly name: LocalText;
  /** A few words for table heads and legends. */
  readonly short: LocalText;
  readonly definition: LocalText;
  /**
   * The finding in plain words, without full stop: "In {place} leben {figure} Kindern in Haushalten mit SGB II", where
   * {figure} becomes "24 von 100" for shares and the value with its unit otherwise. Null: a general wording is used.
   */
  readonly sentence: LocalText | null;
  /** Numerator and denominator in words; null for published values. */
  readonly numeratorText: LocalText | null;
  readonly denominatorText: LocalText | null;
  readonly unit: Unit;
  readonly measure: IndicatorMeasure;
  /** Does a high value mean more need of support, less, or neither? */
  readonly direction: 'need' | 'resource' | 'neutral';
  readonly decimals: number;
  readonly source: string;
  /** Further sources, e.g. of the denominator. */
  readonly otherSources?: readonly string[];
}

/**
 * A group of people (residents, counted per area) or children (counted per institution).
 * `universe` is the whole that group and rest add up to. Residents: both are variable ids. Institutions: `count` is a
 * key of `Composition.counts`, `universe` is the composition's total.
 */
export interface Group {
  readonly id: string;
  readonly scope: 'residents' | 'institutions';
  readonly name: LocalText;
  /** "Kindern nichtdeutscher Herkunftssprache": as it stands after "von 100". Dative plural in German. */
  readonly ofName: LocalText;
  /** Name of everyone else in the universe ("Deutsche", "übrige Kinder"). */
  readonly restName: LocalText;
  readonly count: string;
  readonly universe: string;
  /** The resident group this institution group corresponds to, for comparison side by side. */
  readonly residentTwin: string | null;
  /** Groups of the same scope that share people with this one (either side may say so): never compared as a pair. */
  readonly overlaps?: readonly string[];
}

/** All variables known at one level. `values[y * areas + a]`, NaN where `signs` is not 0 (present) – or 3 (unreliable). */
export interface Observations {
  readonly level: string;
  readonly years: readonly number[];
  readonly columns: Readonly<Record<string, Column>>;
}

export interface Column {
  readonly values: Float64Array;
  /** Codes of `signs`; null when every cell is present. */
  readonly signs: Uint8Array | null;
}

export const institutionKinds = ['school', 'kita'] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

export interface InstitutionForm {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly name: LocalText;
  readonly plural: LocalText;
}

export interface Provider {
  readonly id: string;
  readonly name: LocalText;
  /** Public or independent, the split most tables use. */
  readonly public: boolean;
}

export interface Institution {
  readonly id: string;
  readonly name: string;
  readonly form: string;
  readonly provider: string;
  /** [lon, lat]; null when the position is unknown: listed, never drawn at a guess. */
  readonly position: readonly [number, number] | null;
  readonly capacity: number | null;
  readonly address: string | null;
  /** Labels such as `startchancen`. */
  readonly flags: readonly string[];
}

export const classKinds = ['all', 'regular', 'preparatory'] as const;
export type ClassKind = (typeof classKinds)[number];

/** Children of one institution in one year and class kind. `all` is given, or is the sum of the others. */
export interface Composition {
  readonly institution: string;
  readonly year: number;
  readonly classKind: ClassKind;
  readonly total: number;
  /** By group count key; a group missing here was not published for this row. */
  readonly counts: Readonly<Record<string, number>>;
  /** Why `total` or a count is NaN although it was published, by key: `secret` or `too-small`. */
  readonly secret?: Readonly<Record<string, Sign>>;
}

/** The area from which a school takes its pupils. Several schools may share one. */
export interface Catchment {
  readonly id: string;
  readonly form: string;
  readonly year: number;
  readonly institutions: readonly string[];
  readonly geometry: Polygon | MultiPolygon;
}

/** An area of urban-development funding, as a list of areas, an outline, or both. */
export interface Programme {
  readonly id: string;
  readonly name: string;
  readonly programme: LocalText;
  readonly start: number | null;
  readonly end: number | null;
  /** Keys of the areas inside, at `level`. */
  readonly level: string;
  readonly areas: readonly AreaKey[];
  readonly geometry: Polygon | MultiPolygon | null;
}

/** Weights from areas of one vintage to another: `weight` = part of `from` that lies in `to`. Parallel arrays. */
export interface Crosswalk {
  readonly from: string;
  readonly to: string;
  readonly fromKeys: readonly AreaKey[];
  readonly toKeys: readonly AreaKey[];
  readonly weights: Float64Array;
  /** How the weights were made, e.g. `area`. */
  readonly method: string;
}

/** One edition of a monitoring: a method profile applied to one level and data year. */
export interface Edition {
  /** The year people call it by (MSS 2021). */
  readonly year: number;
  readonly profile: string;
  readonly level: string;
  /** The year of the observations it uses (31.12.2020 → 2020). */
  readonly dataYear: number;
  /** Officially published classes to check against: variable ids holding the class position 1…n, or null. */
  readonly official: { readonly status: string; readonly dynamics: string } | null;
  /** Areas the publisher excludes by declaration. */
  readonly outliers: readonly { readonly area: AreaKey; readonly reason: LocalText }[];
}

export interface Source {
  readonly id: string;
  readonly title: Statement;
  readonly publisher: Statement;
  readonly date: Statement;
  readonly licence: Statement;
  readonly url: string | null;
}
