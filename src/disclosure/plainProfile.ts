import type { DisclosureProfile } from './profile.ts';

/** The rules of a profile alone, as files keep them: a listed one brings its name along. */
export function plainProfile({
  id,
  minimumCount,
  minimumDenominator,
  minimumInstitution,
  roundTo,
  dominance,
  secondary,
}: DisclosureProfile): DisclosureProfile {
  return { id, minimumCount, minimumDenominator, minimumInstitution, roundTo, dominance, secondary };
}
