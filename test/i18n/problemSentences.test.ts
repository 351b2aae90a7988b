import { beforeAll, describe, expect, test } from 'vitest';
import { de } from '#i18n/de/index.ts';
import { loadWords, wordsOf } from '#i18n/i18n.ts';
import { problemSentence } from '#i18n/problemText.ts';
import { type ProblemParam, problem } from '#model/result.ts';

beforeAll(async () => {
  await loadWords('de');
  await loadWords('en');
});

/** Texts that are sentences: not names of kinds and places, nor the frame around them. */
const codes = Object.keys(de.problems).filter((code) => !/^(kind|place)|^placed$/.test(code));

/** Names that data bring along, in both languages. */
const names = new Set([
  'name',
  'level',
  'variable',
  'base',
  'whole',
  'part',
  'from',
  'to',
  'form',
  'profile',
  'indicators',
  'variables',
]);
const numbers = new Set(['n', 'points', 'people', 'columns', 'unplaced', 'now', 'before', 'filled']);

function sentence(code: string, language: 'de' | 'en', n: number): string {
  const text: string = de.problems[code as keyof typeof de.problems];
  const params: Record<string, ProblemParam> = {};
  for (const [, name = '', forms] of text.matchAll(/\{(\w+)(\|)?/g)) {
    if (name === 'kind') params[name] = 'level';
    else if (forms || (numbers.has(name) && !['columns', 'now', 'before'].includes(name))) params[name] = n;
    else params[name] = names.has(name) ? { de: 'Größe', en: 'Figure' } : 'x7';
  }
  return problemSentence(wordsOf(language), problem(code, params));
}

const where = (language: 'de' | 'en', holds: (text: string, code: string) => boolean): string[] =>
  codes
    .flatMap((code) => [1, 2].map((n) => [code, sentence(code, language, n)] as const))
    .filter(([code, text]) => holds(text, code))
    .map(([code, text]) => `${code}: ${text}`);

describe.each(['de', 'en'] as const)('every problem in %s', (language) => {
  test('is a whole sentence, with all its parameters filled in', () => {
    expect(where(language, (text) => /[{}|]/.test(text))).toEqual([]);
    // An address or a list of a service stands last, without a full stop that would be copied with it.
    expect(where(language, (text) => !/[.?“”]$/.test(text) && !/x7$/.test(text))).toEqual([]);
    expect(
      where(language, (text) => /^\p{Ll}(?!7)/u.test(text)).filter((one) => !/^difference-form/.test(one)),
    ).toEqual([]);
  });

  test('has no doubled blanks, full stops or blanks before punctuation', () => {
    expect(where(language, (text) => / {2}|\.\.|[^…] [.,;:?](?!\w)/.test(text))).toEqual([]);
  });

  test('writes names in this language', () => {
    const other = language === 'de' ? /\bFigure\b/ : /Größe/;
    expect(where(language, (text) => other.test(text))).toEqual([]);
    expect(sentence('plan-part-left-out', language, 2)).toContain(language === 'de' ? '„Größe“' : '“Figure”');
  });
});

test('English ones have no German word, sign or blank before a per cent sign', () => {
  // It shows what a broken umlaut looks like.
  const shows = (code: string) => code === 'encoding-doubled';
  expect(where('en', (text, code) => !shows(code) && /[äöüßÄÖÜ„]/.test(text))).toEqual([]);
  expect(
    where('en', (text) => /\b(und|oder|nicht|der|die|das|Bitte|Zeile|Spalte|Datei)\b/.test(text)),
  ).toEqual([]);
  expect(where('en', (text) => / %/.test(text))).toEqual([]);
});

/** What needs nothing to be done: notes on how something was read or what differs, and codes of those who write packs. */
const informing = new Set([
  'more',
  'no-wording',
  'descriptor-invalid',
  'class-kind-unknown',
  'genesis-reshaped',
  'genesis-provisional',
  'columns-ignored',
  'rows-missing',
  'variables-empty',
  'areas-without-geometry',
  'outlines-crossing',
  'outlines-repaired',
  'compositions-without-total',
  'catchments-without-institution',
  'crosswalk-without-residents',
  'plan-part-left-out',
  'rows-without-area',
  'rows-without-area-residents',
  'file-left-out-offered',
  'file-missing-offered',
  'renew-file-missing-offered',
]);

test('every problem says what to do now', () => {
  const asks = { de: /\b[Bb]itte\b|\bSie\b/, en: /\b[Pp]lease\b|\b(Try|Open|Ask|Load|Drop|Look|Compare)\b/ };
  const silent = (language: 'de' | 'en') =>
    where(
      language,
      (text, code) =>
        !informing.has(code) &&
        !/^(difference|institutions|service|need|import)-/.test(code) &&
        !asks[language].test(text),
    );
  expect(silent('de')).toEqual([]);
  expect(silent('en')).toEqual([]);
});
