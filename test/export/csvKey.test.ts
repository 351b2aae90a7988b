import { expect, test } from 'vitest';
import { csvMarks } from '../../src/export/csv.ts';
import { csvKey } from '../../src/export/csvKey.ts';
import { loadWords, wordsOf } from '../../src/i18n/i18n.ts';
import { type Sign, signs } from '../../src/model/sign.ts';

const absent = signs.filter((sign): sign is Exclude<Sign, 'present'> => sign !== 'present');

test('explains the signs that the table uses and no other', () => {
  const { t } = wordsOf('de');
  expect(csvKey([['x', 1, null, { sign: 'secret' }]], t)).toEqual([
    'Zeichen: . = keine Angabe; * = geheim gehalten',
  ]);
  expect(csvKey([['x', 1]], t)).toEqual([]);
});

test.each(['de', 'en'] as const)('in %s every sign is explained by its own mark', async (language) => {
  const { t } = await loadWords(language);
  for (const sign of absent) {
    expect(
      csvKey([[{ sign }]], t)[0]
        ?.split(': ')[1]
        ?.startsWith(`${csvMarks[sign]} `),
    ).toBe(true);
  }
});
