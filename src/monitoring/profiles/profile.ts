import * as v from 'valibot';
import { dynamicsClasses, statusClasses } from '../classes.ts';

/**
 * A method profile [Methodenprofil]: everything a city decides when it turns indicators into classes, as data. Nothing
 * in the computation knows a profile by name; a new one is a JSON file and a line in `catalog.ts`.
 */
const text = v.object({ de: v.string(), en: v.string() });
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]*$/i), v.maxLength(80));

const indicator = v.object({
  id,
  name: text,
  /** `need`: a high value means more need. `resource`: a high value means less; its z value counts negatively. */
  direction: v.optional(v.picklist(['need', 'resource']), 'need'),
  weight: v.optional(v.pipe(v.number(), v.minValue(0)), 1),
  /**
   * Which part of the residents the denominator is, for a share published without its counts. Serves only the noise of
   * small numbers in the stability check, never a value.
   */
  residentsBehind: v.optional(v.nullable(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))), null),
});

const cut = v.object({
  at: v.number(),
  /** The class that an index exactly on the cut belongs to. */
  equal: v.picklist(['below', 'above']),
});

/** `cuts`: fixed limits of the index. `parts`: classes of equally many areas, by rank. Classes in ascending order of the index. */
const classing = <Name extends string>(names: readonly Name[]) =>
  v.variant('by', [
    v.pipe(
      v.object({
        by: v.literal('cuts'),
        classes: v.pipe(v.array(v.picklist(names)), v.minLength(2)),
        cuts: v.array(cut),
      }),
      v.check((it) => it.cuts.length === it.classes.length - 1, 'cuts = classes − 1'),
      v.check(
        (it) => it.cuts.every((each, i) => i === 0 || it.cuts[i - 1]!.at < each.at),
        'cuts[i] < cuts[i + 1]',
      ),
    ),
    v.object({ by: v.literal('parts'), classes: v.pipe(v.array(v.picklist(names)), v.minLength(2)) }),
  ]);

const dynamics = v.variant('kind', [
  /** Changes published as indicators of their own. */
  v.object({
    kind: v.literal('published'),
    indicators: v.pipe(v.array(indicator), v.minLength(1)),
    classing: classing(dynamicsClasses),
  }),
  /** Change of the status indicators over so many years, in share points, on one vintage. */
  v.object({
    kind: v.literal('window'),
    years: v.pipe(v.number(), v.integer(), v.minValue(1)),
    classing: classing(dynamicsClasses),
  }),
]);

export const profileSchema = v.object({
  id,
  /** Profiles of one family are editions of one method; persistence looks across them. */
  family: id,
  name: text,
  /** A few words on what is (not) certain about it. */
  note: v.optional(v.nullable(text), null),
  authority: v.picklist(['official', 'inferred', 'unconfirmed', 'invented', 'own']),
  source: v.string(),
  indicators: v.pipe(
    v.array(indicator),
    v.minLength(1),
    v.check((all) => all.some((each) => each.weight > 0), 'Σ weight > 0'),
    v.check((all) => new Set(all.map((each) => each.id)).size === all.length, 'id[i] ≠ id[j]'),
  ),
  /** What a z value is measured from. */
  reference: v.picklist(['mean', 'population', 'city', 'median']),
  /** What it is divided by: an SD over the valid areas, 1.4826 × the median absolute deviation, or nothing. */
  spread: v.picklist(['population-sd', 'sample-sd', 'mad', 'none']),
  restandardise: v.boolean(),
  status: classing(statusClasses),
  dynamics: v.nullable(dynamics),
  minimumPopulation: v.object({
    /** The first of these that the pack knows. */
    variables: v.pipe(v.array(id), v.minLength(1)),
    minimum: v.pipe(v.number(), v.minValue(0)),
  }),
  /** Areas left out by declaration, beside those of the edition in the pack. */
  outliers: v.optional(
    v.array(v.object({ area: v.string(), editions: v.nullable(v.array(v.number())), reason: text })),
    [],
  ),
  missing: v.object({
    /** `exclude`: one value missing excludes the area. `available`: the sum of the others, scaled up to all weights. */
    rule: v.picklist(['exclude', 'available']),
    /** For `available`: fewer indicators than this exclude the area. */
    minimumIndicators: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    /** Publishers write 0 throughout the row of an unclassified area: such a row is `missing`, or a real zero (`value`). */
    allZero: v.optional(v.picklist(['missing', 'value']), 'value'),
  }),
});

export type MethodProfile = v.InferOutput<typeof profileSchema>;
export type MethodProfileInput = v.InferInput<typeof profileSchema>;
export type ProfileIndicator = MethodProfile['indicators'][number];
export type Classing = MethodProfile['status'] | NonNullable<MethodProfile['dynamics']>['classing'];
export type Cut = v.InferOutput<typeof cut>;
