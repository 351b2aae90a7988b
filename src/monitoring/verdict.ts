import type { NeedThresholds, Recommendation, Verdict } from './answer.ts';
import { type DynamicsClass, isLow, type StatusClass } from './classes.ts';
import { persistenceOf } from './persistence.ts';

/** What the long-term rule looks at, for one area. */
export interface VerdictFacts {
  /** Oldest first, the last one is now. */
  readonly history: readonly {
    readonly edition: number;
    readonly statusClass: StatusClass | null;
    readonly dynamicsClass: DynamicsClass | null;
  }[];
  /** Does it take in newcomers for the whole city? False also where nothing is known. */
  readonly arrivals: boolean;
  /** Has it more affordable stock than the city? False also where nothing is known. */
  readonly affordable: boolean;
  /** Inside a running programme area. */
  readonly inProgramme: boolean;
  /** Share of draws in which the verdict stays, or null when not computed. */
  readonly stability: number | null;
}

/**
 * Verdict of the long-term rule [Befund zum langfristigen Unterstützungsbedarf], first match wins:
 *
 * 1. `not-rated`: no status class now
 * 2. `long-term`: persistent, and arrivals or affordable stock
 * 3. `entrenched`: persistent without either
 * 4. `emerging`: low now without being persistent, or middle with negative dynamics in the last two editions
 * 5. `phase-out`: in a programme, rated and not low in the last two editions, dynamics not negative now
 * 6. `watch`: in a programme otherwise, or stability below its threshold
 * 7. `no-need`
 *
 * Persistent: low now, at least `minimumEditions` rated, and low in at least the part `persistence` of these.
 * A dynamics class that is not known is not negative. Cost: O(editions). Source: own rule, after the
 * conclusions of BBSR-Online 06/2021 on support beyond the programme period.
 */
export function verdictOf(facts: VerdictFacts, thresholds: NeedThresholds): Verdict {
  const now = facts.history.at(-1);
  const before = facts.history.at(-2);
  if (!now?.statusClass) return 'not-rated';
  const { editions, share } = persistenceOf(facts.history);
  const lowNow = isLow(now.statusClass);
  const persistent = lowNow && editions >= thresholds.minimumEditions && share >= thresholds.persistence;
  if (persistent) return facts.arrivals || facts.affordable ? 'long-term' : 'entrenched';
  const sinking =
    now.statusClass === 'mittel' && now.dynamicsClass === 'negativ' && before?.dynamicsClass === 'negativ';
  if (lowNow || sinking) return 'emerging';
  if (facts.inProgramme) {
    const recovered = before?.statusClass != null && !isLow(before.statusClass);
    return recovered && now.dynamicsClass !== 'negativ' ? 'phase-out' : 'watch';
  }
  return facts.stability !== null && facts.stability < thresholds.stability ? 'watch' : 'no-need';
}

/**
 * Recommendation against the running programme areas [Abgleich mit den Fördergebieten]. Inside: `phase-out` for that
 * verdict, no change where nothing can be said, else continue. Outside: admission is to be examined where need is
 * persistent (with or without role and preconditions), else no change.
 */
export function recommendationOf(verdict: Verdict, inProgramme: boolean): Recommendation {
  if (inProgramme) {
    if (verdict === 'phase-out') return 'phase-out';
    return verdict === 'not-rated' ? 'no-change' : 'continue';
  }
  return verdict === 'long-term' || verdict === 'entrenched' ? 'admit' : 'no-change';
}
