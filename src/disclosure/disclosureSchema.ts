import * as v from 'valibot';
import type { DisclosureProfile } from './profile.ts';
import { disclosureProfileById, limits, sameRules } from './profiles.ts';

const limit = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/**
 * A profile as it stands in a city pack, a recipe or a project file. Counts below the minimum that are rounded to a
 * smaller number would look like secret ones that were shown: the minimum may not be above the base of rounding. Nobody
 * is to read the name of a listed profile where other rules hold.
 */
export const disclosureSchema: v.GenericSchema<unknown, DisclosureProfile> = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/)),
    minimumCount: limit(limits.minimumCount),
    minimumDenominator: limit(limits.minimumDenominator),
    minimumInstitution: limit(limits.minimumInstitution),
    roundTo: v.picklist([1, 3, 5, 10]),
    dominance: v.nullable(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1))),
    secondary: v.boolean(),
  }),
  v.check(({ roundTo, minimumCount }) => roundTo === 1 || minimumCount <= roundTo, 'minimumCount ≤ roundTo'),
  v.check((profile) => {
    const listed = disclosureProfileById(profile.id);
    return !listed || sameRules(listed, profile);
  }, 'rules as listed'),
);
