import { describe, expect, test } from 'vitest';
import { loadWords, wordsOf } from '#i18n/i18n.ts';
import { describeProblem, problemSentence } from '#i18n/problemText.ts';
import { problem } from '#model/result.ts';
import { problemCodes } from './problemCodes.ts';

describe('every problem of user data', () => {
  // Read by the compiler: more than the patience of a test where much else is going on.
  const { codes, open } = problemCodes(['import', 'project', 'disclosure', 'worker', 'monitoring']);

  test('has a code that is known beforehand', () => {
    expect(open).toEqual([]);
    expect(codes.size).toBeGreaterThan(200);
    // Given as a text, by a condition, by a function, in an object.
    for (const code of ['coordinates-swapped', 'gpkg-tables-missing', 'ring-open', 'descriptor-invalid'])
      expect([...codes.keys()]).toContain(code);
    // What only looks like one.
    for (const other of ['east-first', 'euro-per-sqm', 'utf-8'])
      expect([...codes.keys()]).not.toContain(other);
  });

  test.each(['de', 'en'] as const)('has words in %s', async (language) => {
    const words = await loadWords(language);
    const silent = [...codes].filter(([code]) => words.find('problems', code) === null);
    expect(silent).toEqual([]);
  });
});

describe('a problem is described', () => {
  const words = wordsOf('de');

  test('with file, row and column, rows without thousands signs', () => {
    const found = problem(
      'row-duplicate',
      { key: '0101', year: '2020', first: 1234 },
      {
        file: 'tables/a.csv',
        row: 5678,
        column: 'area',
      },
    );
    expect(describeProblem(words, found)).toBe(
      'tables/a.csv, Zeile 5678, Spalte „area“: Gebiet „0101“ und Jahr 2020 kommen zweimal vor, zuerst in Zeile 1234. Bitte eine der Zeilen auslassen.',
    );
  });

  test('as a feature where the file is geometry', () => {
    const found = problem('ring-open', { area: '<b>x</b>' }, { file: 'geo/a.topojson', row: 3 });
    expect(describeProblem(words, found)).toBe(
      'geo/a.topojson, Objekt 3: Der Umriss von „<b>x</b>“ ist nicht geschlossen. Bitte im GIS berichtigen.',
    );
  });

  test('with a word for the kind of thing', () => {
    const found = problem('reference-unknown', { id: 'x', kind: 'level', path: 'a' });
    expect(describeProblem(words, found)).toBe(
      'An der Stelle „a“ wird „x“ genannt, aber nirgends beschrieben: Gebietsebene (level). Bitte beschreiben oder die Kennung berichtigen.',
    );
  });

  test('in a few words, however long what stands in the file', () => {
    const key = `${'😀'.repeat(9_000)}`;
    const found = problem(
      'area-unknown',
      { key, level: 'a' },
      { file: 'a.csv', row: 2, column: 'x'.repeat(9_000) },
    );
    const text = describeProblem(words, found);
    expect(text.length).toBeLessThan(1_000);
    expect(text).toContain('😀…');
    // Half a sign cannot be written as an address.
    expect(() => encodeURIComponent(text)).not.toThrow();
  });

  test('even when nobody worded it', () => {
    expect(problemSentence(words, problem('never-heard-of'))).toContain('never-heard-of');
  });
});
