import { expect, test } from 'vitest';
import { wordsOf } from '#i18n/i18n.ts';
import { numbersOf } from '#i18n/numbers.ts';
import type { NeedAnswer } from '#monitoring/answer.ts';
import { defaultThresholds } from '#monitoring/thresholds.ts';
import { summarySentence } from '#panels/need/summarySentence.ts';
import type { Speech } from '#state/useApp.ts';

const words = wordsOf('de');
const speech = { ...words, words, numbers: numbersOf('de') } as unknown as Speech;
const counts = { areas: 0, residents: 0 };

function said(editions: readonly number[], edition: number): string {
  const areas = [
    { statusClass: 'niedrig', residents: 1200 },
    { statusClass: 'sehr niedrig', residents: 300 },
    { statusClass: 'mittel', residents: 5000 },
    { statusClass: null, residents: NaN },
  ];
  const answer = {
    request: { edition },
    editions,
    areas,
    rated: 3,
    thresholds: defaultThresholds,
    verdictCounts: { 'long-term': counts },
  } as unknown as NeedAnswer;
  return summarySentence(answer, speech)
    .map(({ text }) => text)
    .join('');
}

test('nothing is said about long before there are enough editions', () => {
  const early = said([2021], 2021);
  expect(early).toContain('2 von 3 Gebieten haben jetzt einen niedrigen oder sehr niedrigen Status');
  expect(early).toMatch(/dort leben 1\s500 Menschen/);
  expect(early).toContain('erst aus 3 Ausgaben sagen; hier liegt 1 vor.');
  expect(early).not.toContain('langfristig');
  // The year shown is the second of three: later ones are not known then.
  expect(said([2015, 2017, 2019], 2017)).toContain('hier liegen 2 vor.');
});

test('with enough of them the areas of long need are counted', () => {
  expect(said([2015, 2017, 2019], 2019)).toMatch(/^0 von 3 Gebieten brauchen voraussichtlich langfristig/);
});
