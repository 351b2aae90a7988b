import { describe, expect, test } from 'vitest';
import { disclosureProfiles, sameRules, standard, strict } from '#disclosure/profiles.ts';
import { disclosureLine } from '#panels/disclosure/disclosureLine.ts';
import { profileOf, textsOf } from '#panels/disclosure/OwnRules.tsx';
import { profileRules } from '#panels/disclosure/profileRules.ts';
import { speechOf } from '#state/useApp.ts';

describe('the fields of own rules', () => {
  test.each(disclosureProfiles.map((profile) => [profile.id, profile] as const))('hold %s', (_, profile) => {
    expect(sameRules(profileOf(textsOf(profile))!, profile)).toBe(true);
  });

  test.each([
    ['', '100'],
    ['3.5', '100'],
    ['-1', '100'],
    ['21', '100'],
    ['3', '10001'],
    ['1e1', '100'],
  ])('refuse %j and %j', (minimumCount, minimumDenominator) => {
    expect(profileOf({ ...textsOf(standard), minimumCount, minimumDenominator })).toBeNull();
  });

  test('refuse a minimum above the base of rounding, and dominance of less than half', () => {
    expect(profileOf({ ...textsOf(strict), minimumCount: '6' })).toBeNull();
    expect(profileOf({ ...textsOf(strict), dominance: '49' })).toBeNull();
    expect(profileOf({ ...textsOf(strict), minimumCount: '5', roundTo: '10' })).not.toBeNull();
  });
});

describe('rules in words', () => {
  test('say each rule once, with its number', () => {
    const speech = speechOf('de');
    const rules = profileRules(strict, speech);
    expect(rules).toHaveLength(6);
    expect(rules.join(' ')).toMatch(
      /unter 5 .* mindestens 100 .* weniger als 10 .* 85\u00a0% .* Vielfaches von 5 /,
    );
  });

  test('a file says its profile in one line, and nothing where nothing was kept back', () => {
    const speech = speechOf('de');
    expect(disclosureLine(null, speech)).toEqual([]);
    expect(disclosureLine(disclosureProfiles[0], speech)).toEqual([]);
    expect(disclosureLine(standard, speech)).toEqual([
      'Geheimhaltung: Üblich; Zahlen ab 3, Anteile ab 100 Personen, Einrichtungen ab 10 Kindern',
    ]);
    expect(disclosureLine(strict, speech)[0]).toMatch(/Streng; .*; gerundet auf Vielfache von 5$/);
    expect(disclosureLine({ ...standard, minimumCount: 4 }, speech)[0]).toContain(
      'eigene Regeln; Zahlen ab 4',
    );
  });
});
