import type { Study } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';
import { editionsOf, isEnough, missingIndicators } from '#monitoring/editions.ts';
import { profiles } from '#monitoring/profiles/catalog.ts';
import type { MethodProfile } from '#monitoring/profiles/profile.ts';
import type { View } from './view.ts';

const remembered = new WeakMap<Study, readonly MethodProfile[]>();

/**
 * The profiles of the study's own editions (where indicators are missing, asking for one says which), and after them
 * every other one this study has enough indicators for.
 */
export function profilesFor(study: Study): readonly MethodProfile[] {
  let known = remembered.get(study);
  if (!known) {
    const own = study.editions.map((edition) => edition.profile);
    const usable = profiles.filter((profile) => {
      const editions = editionsOf(study, profile);
      return own.includes(profile.id)
        ? editions.length > 0
        : editions.some((edition) => isEnough(profile, missingIndicators(study, edition, profile)));
    });
    known = [
      ...usable.filter((profile) => own.includes(profile.id)),
      ...usable.filter((profile) => !own.includes(profile.id)),
    ];
    remembered.set(study, known);
  }
  return known;
}

/** The chosen profile; without a choice the one the edition was published with, else the first that fits. */
export function profileFor(study: Study, view: Pick<View, 'profile' | 'edition'>): MethodProfile | null {
  const known = profilesFor(study);
  const chosen = known.find((profile) => profile.id === view.profile);
  if (chosen) return chosen;
  const published = study.editions.find((edition) => edition.year === view.edition)?.profile;
  return known.find((profile) => profile.id === published) ?? known[0] ?? null;
}

/** What a method looks at, and what of it a study has figures of. */
export interface MethodNeeds {
  readonly profile: MethodProfile;
  readonly indicators: readonly { readonly name: LocalText; readonly isKnown: boolean }[];
}

/** For a study that no profile can be applied to: what each method that offices use would take, the newest of each. */
export function methodNeeds(study: Study): readonly MethodNeeds[] {
  const known = new Set(study.indicators.map(({ id }) => id));
  const families = new Set<string>();
  return profiles.flatMap((profile) => {
    if (profile.authority === 'invented' || families.has(profile.family)) return [];
    families.add(profile.family);
    const indicators = profile.indicators.map(({ id, name }) => ({ name, isKnown: known.has(id) }));
    return [{ profile, indicators }];
  });
}

/** Years of the editions the chosen profile can be applied to, ascending. */
export function editionYears(study: Study, view: Pick<View, 'profile' | 'edition'>): readonly number[] {
  const profile = profileFor(study, view);
  return profile ? editionsOf(study, profile).map((edition) => edition.year) : [];
}
