import { describe, expect, test } from 'vitest';
import { de } from '#i18n/de/index.ts';
import { en } from '#i18n/en/index.ts';
import { readTextUses } from './textUses.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const german: Texts = de;
const english: Texts = en;

const listed = (catalogue: Texts): [string, string][] =>
  Object.entries(catalogue).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${namespace}.${key}`, text]),
  );
const germanTexts = listed(german);
const englishTexts = new Map(listed(english));
const all = [...germanTexts, ...listed(english)];
const uses = readTextUses(Object.keys(german));

const placeholder = /\{(\w+)(?:\|[^|{}]*\|[^|{}]*)?\}/g;
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))].sort();

/** Names of the texts for which something holds: an empty list reads better in a failure than a boolean. */
const where = (texts: readonly [string, string][], holds: (text: string) => boolean): string[] =>
  texts.filter(([, text]) => holds(text)).map(([key, text]) => `${key}: ${text}`);

describe('the two languages', () => {
  test('have the same keys', () => {
    expect([...englishTexts.keys()].sort()).toEqual(germanTexts.map(([key]) => key).sort());
    expect(germanTexts.length).toBeGreaterThan(50);
  });

  test('have the same placeholders in every text', () => {
    const differing = germanTexts
      .map(([key, text]) => [key, placeholders(text), placeholders(englishTexts.get(key) ?? '')] as const)
      .filter(([, own, other]) => own.join() !== other.join());
    expect(differing).toEqual([]);
  });

  test('have no empty or untidy text', () => {
    expect(where(all, (text) => text.trim() === '' || text !== text.trim() || / {2}/.test(text))).toEqual([]);
  });

  test('have well-formed placeholders only', () => {
    expect(where(all, (text) => /[{}|]/.test(text.replaceAll(placeholder, '')))).toEqual([]);
  });
});

describe('the tone', () => {
  test.each([
    {
      rule: 'names no quarter and no school a problem',
      wrong:
        /problem(viertel|bezirk|kiez|gebiet|quartier|schule)|brennpunkt|ghetto|slum|no-go|parallelgesellschaft|überfremd|problem (area|district|neighbourhood|school)/i,
      example: 'Die Nordstadt ist ein Problemviertel.',
    },
    {
      rule: 'raises no alarm',
      wrong: /alarmierend|alarming|zu hoher anteil|too many/i,
      example: 'Alarmierend hoch',
    },
    { rule: 'does not shout', wrong: /!/, example: 'Achtung!' },
  ])('$rule', ({ wrong, example }) => {
    expect(example).toMatch(wrong);
    expect(where(all, (text) => wrong.test(text))).toEqual([]);
  });
});

describe('German typography', () => {
  test.each([
    {
      rule: 'real umlauts',
      wrong: /\b(fuer|ueber|zurueck|waehl|groess|koenn|moeg|aender|oeffn|schluess|pruef|verfueg|laeng)/i,
      example: 'Zurueck zur Karte',
    },
    { rule: 'German quotation marks', wrong: /"|“[^”]*”/, example: 'Das Merkmal "SGB II"' },
    // The statisticians' sign "..." (figure follows later) stands at the beginning.
    { rule: 'an ellipsis, not three dots', wrong: /[\wß-ü] ?\.{3}/i, example: 'Karte wird geladen ...' },
    { rule: 'a true minus before figures', wrong: /(^|\s)-\d/, example: 'bei -3 Punkten' },
  ])('$rule', ({ wrong, example }) => {
    expect(example).toMatch(wrong);
    expect(where(germanTexts, (text) => wrong.test(text))).toEqual([]);
  });
});

describe('the program and its texts', () => {
  test('asks for no text that is not there', () => {
    const known = new Set(germanTexts.map(([key]) => key));
    expect(uses.asked.filter(({ key }) => /^\w+\./.test(key) && !known.has(key))).toEqual([]);
  });

  test('uses every text', () => {
    const codes = new Set(uses.problems.map(({ code }) => `problems.${code}`));
    const unused = germanTexts
      .map(([key]) => key)
      .filter(
        (key) =>
          !codes.has(key) &&
          !uses.open.has(key.split('.', 1)[0] ?? '') &&
          !uses.keys.some((pattern) => pattern.test(key)),
      );
    expect(unused).toEqual([]);
  });

  test('words every problem, from parameters the problem has', () => {
    const given = ['file', 'row', 'column'];
    const lacking = uses.problems.flatMap(({ code, params, at }) => {
      const text = german.problems?.[code];
      if (text === undefined) return [`${at}: no text problems.${code}`];
      const open = params ? placeholders(text).filter((name) => ![...params, ...given].includes(name)) : [];
      return open.map((name) => `${at}: problems.${code} lacks {${name}}`);
    });
    expect(lacking).toEqual([]);
  });
});
