import { indicatorValues, variablesOf, yearsOfFamily } from '#model/aggregate.ts';
import type { Edition, Study } from '#model/study.ts';
import type { NeedRequest } from './answer.ts';
import { profileById } from './profiles/catalog.ts';
import type { MethodProfile } from './profiles/profile.ts';

/**
 * The editions a profile can be applied to, ascending: those the pack declares for its family; where it declares none,
 * one for every year in which the finest family of areas has the profile's indicators.
 */
export function editionsOf(study: Study, profile: MethodProfile): readonly Edition[] {
  const byYear = new Map<number, Edition>();
  for (const edition of study.editions) {
    if (familyOf(edition.profile) !== profile.family) continue;
    if (!byYear.has(edition.year) || edition.profile === profile.id) byYear.set(edition.year, edition);
  }
  const declared = [...byYear.values()].sort((a, b) => a.year - b.year);
  return declared.length > 0 ? declared : derivedEditions(study, profile);
}

/**
 * The profile by which one edition is judged: a custom profile wherever the edition has its indicators, the requested
 * one in its own edition, else the one the edition was published with (a method may change over the years).
 */
export function profileOfEdition(
  study: Study,
  edition: Edition,
  requested: MethodProfile,
  request: NeedRequest,
): MethodProfile {
  if (edition.year === request.edition) return requested;
  if (request.custom && missingIndicators(study, edition, requested).length === 0) return requested;
  return profileById(edition.profile) ?? requested;
}

/** Status indicators of the profile without any figure in this edition. */
export function missingIndicators(study: Study, edition: Edition, profile: MethodProfile): readonly string[] {
  return profile.indicators
    .map((indicator) => indicator.id)
    .filter(
      (id) =>
        !study.indicators.some((known) => known.id === id) ||
        !indicatorValues(study, edition.level, id, edition.dataYear),
    );
}

/** Does a profile let an edition do without these of its indicators? */
export function isEnough({ indicators, missing: rules }: MethodProfile, missing: readonly string[]): boolean {
  return rules.rule === 'exclude'
    ? missing.length === 0
    : indicators.length - missing.length >= rules.minimumIndicators;
}

function familyOf(profileId: string): string {
  return profileById(profileId)?.family ?? profileId;
}

function derivedEditions(study: Study, profile: MethodProfile): readonly Edition[] {
  const known = profile.indicators.flatMap(
    (indicator) => study.indicators.find((candidate) => candidate.id === indicator.id) ?? [],
  );
  const needed =
    profile.missing.rule === 'exclude' ? profile.indicators.length : profile.missing.minimumIndicators;
  if (known.length < needed) return [];
  const variables = [...new Set(known.flatMap(variablesOf))];
  for (const family of study.families) {
    const years = yearsOfFamily(study, family.id, variables);
    if (years.length === 0) continue;
    return years.map(({ year, level }) => ({
      year,
      profile: profile.id,
      level: level.id,
      dataYear: year,
      official: null,
      outliers: [],
    }));
  }
  return [];
}
