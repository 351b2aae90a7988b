import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { disclosureSchema } from '#disclosure/disclosureSchema.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import {
  asDelivered,
  disclosureProfiles,
  hidesNothing,
  listedAs,
  rulesOf,
  standard,
  strict,
} from '#disclosure/profiles.ts';

describe('profiles', () => {
  test.each(disclosureProfiles.map((profile) => [profile.id, profile] as const))(
    '%s is read back from a file',
    (_, profile) => {
      expect(v.parse(disclosureSchema, JSON.parse(JSON.stringify(rulesOf(profile))))).toEqual(
        rulesOf(profile),
      );
      expect(listedAs({ ...profile, id: 'mine' })).toBe(profile);
    },
  );

  test('the usual one has the numbers of METHODS and of the employment agency', () => {
    expect(standard).toMatchObject({
      minimumCount: 3,
      minimumDenominator: 100,
      minimumInstitution: 10,
      roundTo: 1,
      secondary: true,
    });
    expect(hidesNothing(asDelivered)).toBe(true);
    expect([standard, strict].some(hidesNothing)).toBe(false);
  });

  const own: DisclosureProfile = { ...rulesOf(standard), id: 'own' };
  test.each<[string, unknown]>([
    ['a fraction', { ...own, minimumCount: 2.5 }],
    ['a negative number', { ...own, minimumDenominator: -1 }],
    ['another rounding', { ...own, roundTo: 7 }],
    ['rounding to less than the minimum', { ...own, minimumCount: 5, roundTo: 3 }],
    ['dominance of less than half', { ...own, dominance: 0.2 }],
    ['a listed id with other rules', { ...own, id: 'strict' }],
    ['an unknown rule', { ...own, more: 1 }],
    ['an id that is none', { ...own, id: '__proto__' }],
    ['nothing', null],
  ])('%s is not read', (_, value) => {
    expect(v.is(disclosureSchema, value)).toBe(false);
  });

  test('own values are', () => {
    expect(v.parse(disclosureSchema, { ...own, minimumCount: 5, roundTo: 5, dominance: 0.9 })).toMatchObject({
      minimumCount: 5,
      roundTo: 5,
      dominance: 0.9,
    });
  });
});
