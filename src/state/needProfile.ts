import type { Study } from '#model/study.ts';
import { editionsOf, missingIndicators } from '#monitoring/editions.ts';
import { profiles } from '#monitoring/profiles/catalog.ts';
import type { MethodProfile } from '#monitoring/profiles/profile.ts';
import type { View } from './view.ts';

const remembered = new WeakMap<Study, readonly MethodProfile[]>();

/**
 * The profiles of the study's own editions (where indicators are missing, asking for one says which), and after them
 * every other one this study has the indicators for.
 */
export function profilesFor(study: Study): readonly MethodProfile[] {
  let known = remembered.get(study);
  if (!known) {
    const own = study.editions.map((edition) => edition.profile);
    const usable = profiles.filter((profile) => {
      const editions = editionsOf(study, profile);
      return own.includes(profile.id)
        ? editions.length > 0
        : editions.some((edition) => missingIndicators(study, edition, profile).length === 0);
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

/** Years of the editions the chosen profile can be applied to, ascending. */
export function editionYears(study: Study, view: Pick<View, 'profile' | 'edition'>): readonly number[] {
  const profile = profileFor(study, view);
  return profile ? editionsOf(study, profile).map((edition) => edition.year) : [];
}
