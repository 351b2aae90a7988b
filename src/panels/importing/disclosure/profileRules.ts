import type { DisclosureProfile } from '#disclosure/profile.ts';
import { hidesNothing } from '#disclosure/profiles.ts';
import type { Words } from '#i18n/i18n.ts';

/** What a profile does, rule by rule, in plain words. */
export function profileRules(profile: DisclosureProfile, t: Words['t']): readonly string[] {
  if (hidesNothing(profile)) return [t('importing.rule-none')];
  const { minimumCount, minimumDenominator, minimumInstitution, roundTo, dominance, secondary } = profile;
  return [
    minimumCount > 1 ? t('importing.rule-count', { n: minimumCount }) : '',
    minimumDenominator > 1 ? t('importing.rule-denominator', { n: minimumDenominator }) : '',
    minimumInstitution > 1 ? t('importing.rule-institution', { n: minimumInstitution }) : '',
    roundTo > 1 ? t('importing.rule-round', { n: roundTo }) : '',
    dominance !== null ? t('importing.rule-dominance', { n: Math.round(dominance * 100) }) : '',
    secondary ? t('importing.rule-secondary') : '',
  ].filter(Boolean);
}
