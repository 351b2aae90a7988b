import type { LocalText } from '#model/text.ts';

/**
 * What may leave the core (METHODS §8). Applied once to a Study (`guard.ts`): everything that is shown, measured or
 * exported afterwards is made of what is left.
 */
export interface DisclosureProfile {
  readonly id: string;
  /** Smallest count shown; smaller ones (but not 0) are secret. 0: no limit. */
  readonly minimumCount: number;
  /** Smallest number of people a published share may rest on. */
  readonly minimumDenominator: number;
  /** The same for single institutions. */
  readonly minimumInstitution: number;
  /** Counts are rounded to multiples of it; 1: not rounded. */
  readonly roundTo: 1 | 3 | 5 | 10;
  /** A count that makes up this part of its whole or more says something about everybody in it; null: not checked. */
  readonly dominance: number | null;
  /** Hide a second cell where a hidden one could be found by subtracting from its sum. */
  readonly secondary: boolean;
}

export interface ListedDisclosureProfile extends DisclosureProfile {
  readonly name: LocalText;
}
