import type { Review } from '#import/plan/review.ts';
import type { Problem } from '#model/result.ts';

/** What the steps ask for themselves, each at its own place. */
const askedElsewhere: ReadonlySet<string> = new Set([
  'plan-title-missing',
  'plan-no-level',
  'plan-vintage-missing',
  'plan-crs-missing',
  'plan-level-without-key',
  'plan-key-missing',
  'plan-nothing-matched',
  'plan-year-missing',
  'plan-column-year-missing',
  'plan-indicator-without',
  'plan-group-without',
  'plan-catchments-without-key',
  'plan-catchments-year-missing',
  'plan-catchments-without-form',
  'plan-institutions-without-id',
  'plan-institutions-without-name',
  'plan-institutions-year-missing',
]);

/** The problems of a review that only the matching shows. */
export function ownProblems({ problems }: Review): readonly Problem[] {
  return problems.filter(({ code }) => !askedElsewhere.has(code));
}
