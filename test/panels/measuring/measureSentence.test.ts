import { beforeAll, describe, expect, test } from 'vitest';
import { de } from '#i18n/de/index.ts';
import { en } from '#i18n/en/index.ts';
import { loadWords } from '#i18n/i18n.ts';
import type { MeasureAnswer } from '#measuring/answer.ts';
import { measure } from '#measuring/measure.ts';
import type { Study } from '#model/study.ts';
import { indexFigure } from '#panels/measuring/indexFigure.ts';
import { type Measured, measuredOf } from '#panels/measuring/measured.ts';
import { measureSentence } from '#panels/measuring/measureSentence.ts';
import { measureRequest } from '#panels/measuring/requests.ts';
import { answerPending, answerReady } from '#state/actions/answers.ts';
import { defaultView } from '#state/defaults.ts';
import type { AppState } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import { speechOf } from '#state/useApp.ts';
import { musterstadtStudy } from '../musterstadt.ts';

let measured: Measured;
const speech = speechOf('de');

beforeAll(async () => {
  await loadWords('en');
  const study: Study = await musterstadtStudy();
  const asked = {
    ...createAppStore().getState(),
    study: { study, notes: [] },
    view: { ...defaultView(study), task: 'measure' },
  } as unknown as AppState;
  const request = measureRequest(asked);
  if (!request) throw new Error('nothing asked');
  const state = answerReady(answerPending(asked, 'measure', 'k'), 'measure', 'k', measure(study, request));
  const found = measuredOf(state);
  if (!found) throw new Error('nothing measured');
  measured = found;
});

/** The sentence, were the index `value` now and `before` in the first year. */
function said(id: string, value: number, before: number, language: 'de' | 'en' = 'de'): string {
  const answer: MeasureAnswer = {
    ...measured.answer,
    indices: [{ id, value, expected: NaN, corrected: NaN, reason: null }],
    course: [{ year: 2014, level: measured.answer.level, values: { [id]: before } }],
  };
  const parts = measureSentence({ ...measured, answer }, id, speechOf(language));
  return parts.map(({ text }) => text).join('');
}

describe('the sentence of the chosen index', () => {
  test('counts people in whole ones, and says what it was', () => {
    expect(said('D', 0.211, 0.296)).toMatch(
      /^Rund 21 von 100 Ausländerinnen und Ausländern müssten .* 2014 waren es 30\.$/,
    );
    expect(said('D', 0.211, 0.296, 'en')).toMatch(
      /^About 21 of 100 foreign nationals .* In 2014 it was 30\.$/,
    );
    expect(said('D', 0.004, 0.02)).toMatch(/^Rund 0,4 von 100 .* waren es 2\.$/);
  });

  test('writes small percentages as exactly as the table', () => {
    expect(said('H', 0.0486, 0.082)).toMatch(/um 4,9 Prozent weniger gemischt .* 2014 waren es 8,2\.$/);
    expect(said('H', 0.246, 0.31)).toMatch(/um 25 Prozent .* waren es 31\.$/);
  });

  test('says the opposite below 0, and no "it was" across 0', () => {
    expect(said('spatial_H', -0.026, 0.03)).toMatch(
      /um 2,6 Prozent stärker gemischt .* 2014 lag der Wert bei 3,0\.$/,
    );
    expect(said('spatial_R', 0.03, -0.026)).toMatch(
      /um 3,0 Prozent seltener .* 2014 lag der Wert bei −2,6\.$/,
    );
    expect(said('D_modified', -0.02, 0.1)).toMatch(/gleichmäßiger .* beträgt −2,0 /);
  });

  test('names a value as it stands in table and course', () => {
    for (const id of ['G', 'A', 'MinMax', 'ACE', 'RCO', 'SP', 'moran', 'D_adj']) {
      const figure = indexFigure(speech.numbers, id);
      const text = said(id, 0.1579, 0.2345);
      expect(text).toContain(figure.value(0.1579));
      expect(text).toMatch(new RegExp(`2014 lag der Wert bei ${figure.value(0.2345)}\\.$`));
    }
  });

  test.each([
    ['de', de.indices],
    ['en', en.indices],
  ] as const)(
    'names no scale that ends at 1 where the value is written × 100 (%s)',
    (_, texts: Readonly<Record<string, string>>) => {
      for (const { id } of measured.answer.indices) {
        const sentence = texts[`${id}.sentence`] ?? '';
        expect(sentence, id).not.toBe('');
        if (indexFigure(speech.numbers, id).scale === 100) expect(sentence).not.toMatch(/(bis|to) 1 /);
      }
    },
  );
});
