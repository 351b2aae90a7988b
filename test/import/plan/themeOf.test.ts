import { expect, test } from 'vitest';
import { themeOf } from '#import/plan/proposeIndicators.ts';

test('those entitled to live in a place are people, not dwellings', () => {
  expect(themeOf('wohnberechtigte')).toBe('population');
  expect(themeOf('wohnflaeche-insgesamt')).toBe('housing');
});
