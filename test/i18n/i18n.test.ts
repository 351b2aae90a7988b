import { describe, expect, test, vi } from 'vitest';
import type { TextKey } from '#i18n/i18n.ts';

vi.mock('#i18n/de/later.ts', () => ({
  later: {
    trial: {
      plain: 'Karte',
      named: '{area} liegt bei {figure}.',
      counted: '{n|# Gebiet|# Gebiete} von {total}',
      chosen: 'Es {n|fehlt ein Wert|fehlen # Werte}.',
    },
  },
}));
vi.mock('#i18n/en/index.ts', () => ({
  en: {
    trial: {
      plain: 'Map',
      named: '{area} is at {figure}.',
      counted: '{n|# area|# areas} of {total}',
      chosen: '{n|One value is|# values are} missing.',
    },
  },
}));

const key = (name: string) => `trial.${name}` as TextKey;
// The words that every test loads beforehand are not these.
vi.resetModules();
const { hasAllWords, loadWords, wordsOf } = await import('#i18n/i18n.ts');
const isCompleteAtFirst = hasAllWords('de');
const german = await loadWords('de');

describe('words', () => {
  test('fills placeholders and writes numbers as the language does', () => {
    expect(german.t(key('plain'))).toBe('Karte');
    expect(german.t(key('named'), { area: 'Nordstadt', figure: 21.45 })).toBe('Nordstadt liegt bei 21,45.');
  });

  test.each([
    [0, '0 Gebiete von 1\u202f200'],
    [1, '1 Gebiet von 1\u202f200'],
    [2, '2 Gebiete von 1\u202f200'],
    [1.5, '1,5 Gebiete von 1\u202f200'],
  ])('chooses the form for %s', (n, text) => {
    expect(german.t(key('counted'), { n, total: 1200 })).toBe(text);
  });

  test('a form may do without the number', () => {
    expect(german.t(key('chosen'), { n: 1 })).toBe('Es fehlt ein Wert.');
    expect(german.t(key('chosen'), { n: 3 })).toBe('Es fehlen 3 Werte.');
  });

  test('what is put in is not read again as a placeholder', () => {
    expect(german.t(key('named'), { area: '{figure}', figure: '$& 5' })).toBe('{figure} liegt bei $& 5.');
  });

  test('a parameter that was forgotten stays visible', () => {
    expect(german.t(key('named'), { area: 'Nordstadt' })).toBe('Nordstadt liegt bei {figure}.');
  });

  test('an unknown key is an error of the program, an unknown code is not', () => {
    expect(() => german.t(key('nothing'))).toThrow('invalid text key: trial.nothing');
    expect(german.find('trial', 'nothing')).toBeNull();
    expect(german.find('nothing', 'plain')).toBeNull();
    expect(german.find('trial', 'toString')).toBeNull();
    expect(german.find('trial', 'counted', { n: 1, total: 2 })).toBe('1 Gebiet von 2');
  });

  test('what does not come with the page is loaded on demand', () => {
    expect([isCompleteAtFirst, hasAllWords('de')]).toEqual([false, true]);
  });

  test('English is loaded on demand', async () => {
    expect(wordsOf('en').t(key('plain'))).toBe('Karte');
    const english = await loadWords('en');
    expect([english.language, english.t(key('plain'))]).toEqual(['en', 'Map']);
    expect(english.t(key('counted'), { n: 1, total: 1200 })).toBe('1 area of 1\u202f200');
    expect(wordsOf('en').t(key('plain'))).toBe('Map');
  });
});
