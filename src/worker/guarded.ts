import type { GuardExample } from '#disclosure/example.ts';
import type { Guarded } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import type { GuardReport } from '#disclosure/report.ts';
import type { Study } from '#model/study.ts';
import { inTurns, type Turns } from './inTurns.ts';

/** What a profile would do. The example holds true values: for whoever decides about the profile, never kept. */
export interface GuardPreview {
  readonly report: GuardReport;
  readonly example: GuardExample | null;
}

/** A study under a profile, worked out beside other jobs. The code comes with the first profile that is chosen. */
export async function guarded(
  study: Study,
  profile: DisclosureProfile,
  { now = () => performance.now(), pause = async () => {} }: Partial<Turns> = {},
): Promise<Guarded> {
  const { guardSteps } = await import('#disclosure/guard.ts');
  return inTurns(guardSteps(study, profile), { now, pause });
}

/** What a profile would do to a study, without the study itself. */
export async function guardPreview(
  study: Study,
  profile: DisclosureProfile,
  turns: Partial<Turns> = {},
): Promise<GuardPreview> {
  const { report, example } = await guarded(study, profile, turns);
  return { report, example };
}
