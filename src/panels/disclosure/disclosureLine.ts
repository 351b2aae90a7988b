import type { DisclosureProfile } from '#disclosure/profile.ts';
import { hidesNothing, listedAs } from '#disclosure/profiles.ts';
import type { Speech } from '#state/useApp.ts';

/** The profile that the figures of a file are under, in one line; none where nothing was kept from being shown. */
export function disclosureLine(
  profile: DisclosureProfile | null | undefined,
  { t, text }: Speech,
): readonly string[] {
  if (!profile || hidesNothing(profile)) return [];
  const listed = listedAs(profile);
  const rules = t('exporting.disclosure', {
    profile: listed ? text(listed.name) : t('exporting.disclosure-own'),
    count: profile.minimumCount,
    denominator: profile.minimumDenominator,
    institution: profile.minimumInstitution,
  });
  const { roundTo } = profile;
  return [roundTo === 1 ? rules : `${rules}; ${t('exporting.disclosure-rounded', { base: roundTo })}`];
}
