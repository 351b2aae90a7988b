import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadWords, wordsOf } from '#i18n/i18n.ts';
import { describeProblem, problemSentence } from '#i18n/problemText.ts';
import { problem } from '#model/result.ts';

const folder = fileURLToPath(new URL('../../src/import/', import.meta.url));

/** Codes given to `problems.add(…)`, `notes.add(…)` and `problem(…)` anywhere in the import layer. */
function codesInUse(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, code = ''] of text.matchAll(/(?:\.add|problem)\(\s*'([a-z-]+)'/g)) codes.add(code);
    for (const [, code = ''] of text.matchAll(/(?:return|code:|\?) '([a-z]+(?:-[a-z]+)+)'/g)) codes.add(code);
  }
  for (const other of ['utf-8', 'geojson-x']) codes.delete(other);
  return codes;
}

describe('every problem of the import layer', () => {
  const codes = [...codesInUse()].sort();

  test('is found by this test', () => {
    expect(codes.length).toBeGreaterThan(60);
    expect(codes).toContain('coordinates-swapped');
  });

  test.each(['de', 'en'] as const)('has words in %s', async (language) => {
    const words = await loadWords(language);
    expect(codes.filter((code) => words.find('problems', code) === null)).toEqual([]);
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
      'tables/a.csv, Zeile 5678, Spalte „area“: Gebiet „0101“ und Jahr 2020 kommen zweimal vor, zuerst in Zeile 1234.',
    );
  });

  test('as a feature where the file is geometry', () => {
    const found = problem('ring-open', { area: '<b>x</b>' }, { file: 'geo/a.topojson', row: 3 });
    expect(describeProblem(words, found)).toBe(
      'geo/a.topojson, Objekt 3: Der Umriss von „<b>x</b>“ ist nicht geschlossen.',
    );
  });

  test('with a word for the kind of thing', () => {
    const found = problem('reference-unknown', { id: 'x', kind: 'level', path: 'a' });
    expect(describeProblem(words, found)).toBe(
      'An der Stelle „a“ wird „x“ genannt, aber nirgends beschrieben: Gebietsebene (level).',
    );
  });

  test('even when nobody worded it', () => {
    expect(problemSentence(words, problem('never-heard-of'))).toContain('never-heard-of');
  });
});
