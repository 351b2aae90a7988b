import { describe, expect, test } from 'vitest';
import { profileById, profiles, readProfile } from '#monitoring/profiles/catalog.ts';

describe('method profiles', () => {
  test('have ids of their own', () => {
    expect(new Set(profiles.map((profile) => profile.id)).size).toBe(profiles.length);
    expect(profileById('mss-2021')?.name.de).toBe('MSS Berlin 2021');
    expect(profileById('mss-1999')).toBeNull();
  });

  test('are official only where published classes or z values have been reproduced', () => {
    const official = profiles
      .filter((profile) => profile.authority === 'official')
      .map((profile) => profile.id);
    expect(official).toEqual(['mss-2021', 'mss-2019', 'mss-2017', 'mss-2015', 'mss-2013']);
    for (const profile of profiles.filter((each) => each.authority === 'unconfirmed')) {
      expect(profile.note?.de).toContain('icht amtlich bestätigt');
    }
  });

  test('survive being written and read as a file', () => {
    for (const profile of profiles) {
      const read = readProfile(JSON.parse(JSON.stringify(profile)), 'x.json');
      expect(read.ok && read.value).toEqual(profile);
    }
  });

  const mss = JSON.parse(JSON.stringify(profileById('mss-2021')));
  test.each([
    [
      'no weight',
      { indicators: mss.indicators.map((each: object) => ({ ...each, weight: 0 })) },
      'indicators',
    ],
    ['a negative weight', { indicators: [{ ...mss.indicators[0], weight: -1 }] }, 'indicators.0.weight'],
    ['an indicator twice', { indicators: [mss.indicators[0], mss.indicators[0]] }, 'indicators'],
    ['cuts out of order', { status: { ...mss.status, cuts: [...mss.status.cuts].reverse() } }, 'status'],
    ['too few cuts', { status: { ...mss.status, cuts: mss.status.cuts.slice(1) } }, 'status'],
    ['an unknown class', { status: { ...mss.status, classes: ['gut', 'schlecht'] } }, 'status.classes.0'],
    ['an unknown reference', { reference: 'mode' }, 'reference'],
  ])('refuses %s and names the place', (_, change, part) => {
    const read = readProfile({ ...mss, ...change }, 'own.json');
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems.map((each) => each.params.part)).toContain(part);
    expect(read.problems[0]).toMatchObject({ code: 'need-profile-invalid', where: { file: 'own.json' } });
  });

  test('refuses what is no profile at all', () => {
    expect(readProfile(null, 'x.json').ok).toBe(false);
    expect(readProfile([], 'x.json').ok).toBe(false);
  });
});
