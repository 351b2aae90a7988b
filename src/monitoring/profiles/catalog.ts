import * as v from 'valibot';
import { fail, problem, type Result, succeed } from '#model/result.ts';
import mss2013 from './mss-2013.json';
import mss2015 from './mss-2015.json';
import mss2017 from './mss-2017.json';
import mss2019 from './mss-2019.json';
import mss2021 from './mss-2021.json';
import mssMusterstadt from './mss-musterstadt.json';
import muenster from './muenster.json';
import { type MethodProfile, profileSchema } from './profile.ts';
import sozialmonitoringHamburg from './sozialmonitoring-hamburg.json';

/** All method profiles, in the order a picker shows them. */
export const profiles: readonly MethodProfile[] = [
  mssMusterstadt,
  mss2021,
  mss2019,
  mss2017,
  mss2015,
  mss2013,
  sozialmonitoringHamburg,
  muenster,
].map((file) => v.parse(profileSchema, file));

export function profileById(id: string): MethodProfile | null {
  return profiles.find((profile) => profile.id === id) ?? null;
}

/** Checks a profile that came from a file. Problems name the place inside it. */
export function readProfile(content: unknown, file: string): Result<MethodProfile> {
  const read = v.safeParse(profileSchema, content);
  if (read.success) return succeed(read.output);
  return fail(
    ...read.issues.map((issue) => {
      const part = v.getDotPath(issue) ?? '–';
      return issue.received === 'undefined'
        ? problem('need-profile-part-missing', { part }, { file })
        : problem('need-profile-invalid', { part, detail: detailOf(issue) }, { file });
    }),
  );
}

/** Without words of any language: what stands there against what is expected; our own checks name their condition. */
function detailOf(issue: {
  readonly received: string;
  readonly expected: string | null;
  readonly message: string;
}): string {
  return issue.expected === null ? issue.message : `${issue.received} ≠ ${issue.expected}`;
}
