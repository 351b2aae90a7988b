import type { DisclosureProfile } from '#disclosure/profile.ts';
import { hidesNothing, listedAs } from '#disclosure/profiles.ts';
import type { Speech } from '#state/useApp.ts';

/** What a profile does, rule by rule, in plain words. */
export function profileRules(profile: DisclosureProfile, { t, numbers }: Speech): readonly string[] {
  if (hidesNothing(profile)) return [t('disclosure.rule-nothing')];
  const { minimumCount, minimumDenominator, minimumInstitution, roundTo, dominance, secondary } = profile;
  const rules: string[] = [];
  if (minimumCount > 1) rules.push(t('disclosure.rule-count', { minimum: minimumCount }));
  if (minimumDenominator > 1) rules.push(t('disclosure.rule-denominator', { minimum: minimumDenominator }));
  if (minimumInstitution > 1) rules.push(t('disclosure.rule-institution', { minimum: minimumInstitution }));
  if (dominance !== null)
    rules.push(t('disclosure.rule-dominance', { share: numbers.percent(dominance, 0) }));
  if (roundTo > 1) rules.push(t('disclosure.rule-rounding', { base: roundTo }));
  if (secondary) rules.push(t('disclosure.rule-secondary'));
  return rules;
}

export function profileName(profile: DisclosureProfile, { t, text }: Speech): string {
  const listed = listedAs(profile);
  return listed ? text(listed.name) : t('disclosure.own');
}
