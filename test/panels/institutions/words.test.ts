import { beforeAll, describe, expect, test } from 'vitest';
import { loadWords } from '#i18n/i18n.ts';
import type { InstitutionRequest, Standing } from '#institutions/answer.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import type { Study } from '#model/study.ts';
import { assessedOf } from '#panels/institutions/assessed.ts';
import { besideText } from '#panels/institutions/besideText.ts';
import { findingParts } from '#panels/institutions/findingParts.ts';
import { schoolYear } from '#panels/institutions/schoolYear.ts';
import { sidesOf, standingText, thresholdShares } from '#panels/institutions/standingText.ts';
import { speechOf } from '#state/useApp.ts';
import { ask, figures, forms, fourSchools, school } from '../../institutions/exampleSchools.ts';
import { stateOf } from './stateOf.ts';

beforeAll(async () => {
  await loadWords('en');
});
const speech = speechOf('de');

describe('a standing', () => {
  const say = (method: InstitutionRequest['threshold']['method'], value: number, standing: Standing) =>
    standingText(speech, { method, value }, standing);

  test('speaks of the threshold that made it', () => {
    expect(say('funnel-998', 0, 'above')).toBe('deutlich über dem Schnitt (Trichter 99,8\u00a0%)');
    expect(say('funnel-95', 0, 'within')).toBe('im Rahmen des Zufalls (Trichter 95\u00a0%)');
    expect(say('points', 0.2, 'below')).toBe('mindestens 20 Punkte unter dem Schnitt');
    expect(say('points', 0.35, 'within')).toBe('weniger als 35 Punkte vom Schnitt entfernt');
    expect(say('sd', 1, 'above')).toBe('mindestens 1 Standardabweichung über dem Schnitt');
    expect(say('sd', 1.25, 'below')).toBe('mindestens 1,25 Standardabweichungen unter dem Schnitt');
  });

  test('knows no average under a fixed share, only from it on and below it', () => {
    expect(say('absolute', 0.5, 'above')).toBe('mit mindestens 50\u00a0%');
    expect(say('absolute', 0.5, 'within')).toBe('unter 50\u00a0%');
    expect(sidesOf('absolute')).toEqual(['above', 'within']);
    expect(sidesOf('points')).toEqual(['above', 'below']);
  });

  test('has its lines in the funnel plot, unless the funnel itself decides', () => {
    const yardstick = { share: 0.4, deviation: 0.1 };
    expect(thresholdShares({ method: 'points', value: 0.2 }, yardstick)).toEqual([0.2, 0.6000000000000001]);
    expect(thresholdShares({ method: 'sd', value: 2 }, yardstick)).toEqual([0.2, 0.6000000000000001]);
    expect(thresholdShares({ method: 'absolute', value: 0.5 }, yardstick)).toEqual([0.5]);
    expect(thresholdShares({ method: 'funnel-95', value: 0 }, yardstick)).toEqual([]);
  });
});

test('a school year has two years', () => {
  expect([2020, 2008, 1999].map(schoolYear)).toEqual(['2020/21', '2008/09', '1999/00']);
});

describe('the finding', () => {
  const say = (study: Study, request: Partial<InstitutionRequest> = {}, language: 'de' | 'en' = 'de') => {
    const assessed = assessedOf(stateOf(study, ask({ form: 'primary', ...request })));
    if (!assessed) throw new Error('nothing assessed');
    return findingParts(assessed, speechOf(language))
      .map((part) => part.text)
      .join('');
  };

  test('says who meets whom, with forms of any gender', () => {
    expect(say(fourSchools())).toBe(
      '85 von 100 ndh besuchen Grundschulen, in denen sie die Mehrheit sind, aber nur 15 von 100 der anderen Kinder.',
    );
    expect(say(fourSchools(), { form: 'all' })).toContain('besuchen Schulen, in denen');
    const grammar = fourSchools({ institutions: ['A', 'D'].map((id) => school(id, { form: 'grammar' })) });
    expect(say(grammar, { form: 'grammar' })).toContain('besuchen Gymnasien, in denen');
  });

  test('does not say "only" where it is no fewer', () => {
    const alike = fourSchools({ compositions: [figures('A', 100, 60), figures('B', 100, 62)] });
    expect(say(alike)).toBe(
      '100 von 100 ndh besuchen Grundschulen, in denen sie die Mehrheit sind, und 100 von 100 der anderen Kinder.',
    );
  });

  test('gives the range where the group is nowhere the majority', () => {
    const few = fourSchools({ compositions: [figures('A', 100, 5), figures('B', 100, 50)] });
    expect(say(few)).toBe(
      'ndh sind nirgends die Mehrheit: Ihr Anteil in 2 Grundschulen reicht von 5,0\u00a0% bis 50,0\u00a0%.',
    );
  });

  test('says what is there when there are no figures, and when there is nothing', () => {
    const places = fourSchools({ compositions: [], institutions: [school('A', { capacity: 80 })] });
    expect(say(places)).toBe(
      'Für 1 Grundschule gibt es keine Zahlen zur Zusammensetzung. Gezeigt werden Lage und Plätze.',
    );
    expect(say(fourSchools({ compositions: [] }))).toContain('Gezeigt wird die Lage.');
    const pupils = { groups: [], compositions: [{ ...figures('A', 100, 0), counts: {} }] };
    expect(say(fourSchools(pupils), { group: '' })).toBe(
      'Für 4 Grundschulen ist nur bekannt, wie viele Kinder sie besuchen. Gezeigt werden Lage und Zahl der Kinder.',
    );
    expect(say(fourSchools(pupils), { group: '' }, 'en')).toContain('how many children attend');
    const nowhere = { ...pupils, institutions: [school('A', { position: null })] };
    expect(say(fourSchools(nowhere), { group: '' })).not.toContain('Lage');
    expect(say(fourSchools(), { provider: 'independent' })).toBe(
      'Zu dieser Auswahl gehört keine Einrichtung.',
    );
  });

  test('writes forms small inside an English sentence', () => {
    const named = fourSchools({
      forms: forms.map((form) => ({ ...form, plural: { de: form.plural.de, en: 'Primary schools' } })),
    });
    expect(say(named, {}, 'en')).toContain('attend primary schools where');
  });
});

describe('residents and institutions side by side', () => {
  const say = (correctedD: number, residentsD: number | null) =>
    besideText(speech, {
      indices: { D: 0.5, expectedD: 0.1, correctedD, xPx: 0.5 },
      residents:
        residentsD === null
          ? null
          : { group: 'x', level: 'l', year: 2020, D: residentsD, xPx: 0.4, share: 0.3 },
    });

  test('are compared without the part of chance, in one sentence', () => {
    expect(say(0.427, 0.323)).toMatch(/^Auch ohne den Zufallsanteil .* um 10,4 Punkte höher als am Wohnort/);
    expect(say(0.2, 0.323)).toMatch(/um 12,3 Punkte niedriger als am Wohnort/);
    expect(say(0.327, 0.323)).toMatch(/etwa so hoch wie am Wohnort/);
    expect(say(-0.05, 0.323)).toMatch(/nicht stärker, als bei ihrer Größe schon der Zufall/);
  });

  test('are not compared without one side', () => {
    expect(say(0.4, null)).toBeNull();
    expect(say(Number.NaN, 0.3)).toBeNull();
  });

  test('the answer of four schools has nothing at home to compare with', () => {
    expect(besideText(speech, assessInstitutions(fourSchools(), ask()))).toBeNull();
  });
});
