import * as v from 'valibot';
import type { DisclosureProfile } from './profile.ts';
import { disclosureProfileById, limits, sameRules } from './profiles.ts';

const limit = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/**
 * A profile as it stands in a recipe or a project file. Counts below the minimum that are rounded to a smaller number
 * would look like secret ones that were shown: the minimum may not be above the base of rounding.
 */
export const profileSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/)),
    minimumCount: limit(limits.minimumCount),
    minimumDenominator: limit(limits.minimumDenominator),
    minimumInstitution: limit(limits.minimumInstitution),
    roundTo: v.picklist([1, 3, 5, 10]),
    dominance: v.nullable(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1))),
    secondary: v.boolean(),
  }),
  v.check(
    ({ roundTo, minimumCount }) => roundTo === 1 || minimumCount <= roundTo,
    'minimumCount exceeds roundTo',
  ),
);

/** The profile in a file, or null where it is none. A listed id with other values than listed is no such profile. */
export function readDisclosureProfile(value: unknown): DisclosureProfile | null {
  const parsed = v.safeParse(profileSchema, value);
  if (!parsed.success) return null;
  const listed = disclosureProfileById(parsed.output.id);
  return listed && !sameRules(listed, parsed.output) ? null : parsed.output;
}
