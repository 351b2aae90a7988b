import { beforeAll, describe, expect, test } from 'vitest';
import type { Indicator, Study } from '#model/study.ts';
import { exploreSentence } from '#panels/exploring/exploreSentence.ts';
import { type Shown, show } from '#panels/exploring/shown.ts';
import { defaultView } from '#state/defaults.ts';
import { speechOf } from '#state/useApp.ts';
import { musterstadtStudy } from '../musterstadt.ts';

let study: Study;
beforeAll(async () => {
  study = await musterstadtStudy();
});

const quantiles = { method: 'quantile', count: 6, own: [] } as const;

function shownOf(indicator: string, change: Partial<Indicator> = {}): Shown {
  const changed = {
    ...study,
    indicators: study.indicators.map((one) => (one.id === indicator ? { ...one, ...change } : one)),
  };
  const { level, year } = defaultView(study);
  const shown = show(changed, { indicator, level, year, classes: quantiles });
  if (!shown) throw new Error(`no values: ${indicator}`);
  return shown;
}

const said = (shown: Shown, area: string | null = null) =>
  exploreSentence(shown, area, speechOf('de'))
    .map((part) => part.text)
    .join('')
    .replaceAll('\u00a0', ' ');

describe('the sentence', () => {
  test('of an indicator with words of its own says place, figure, year and what it was', () => {
    const words = said(shownOf('child-poverty'));
    expect(words).toMatch(/^In Musterstadt leben \d+ von 100 Kindern .* \(2023\)\. 2014 waren es [\d,]+\./);
    expect(words).toMatch(/Die Gebiete reichen von [\d,]+ % \(.+\) bis [\d,]+ % \(.+\)\.$/);
  });

  test('without own words names the indicator and stays a sentence', () => {
    const shown = shownOf('child-poverty', { sentence: null });
    expect(said(shown)).toMatch(/^Kinderarmut in Musterstadt \(2023\): [\d,]+ %\. 2014 waren es/);
    const highest = shown.level.keys[shown.order[0]!]!;
    expect(said(shown, highest)).toMatch(
      /^Kinderarmut in .+ \(2023\): [\d,]+ %, das [\d,]+-Fache des städtischen Werts \([\d,]+ %\)\. 2014 waren es [\d,]+ %\.$/,
    );
  });

  test('never gives a multiple of a balance, which may be near zero or negative', () => {
    const shown = shownOf('child-poverty', { sentence: null, unit: 'share-points' });
    const words = said(shown, shown.level.keys[shown.order[0]!]!);
    expect(words).not.toContain('Fache');
    expect(words).toContain('in der Stadt insgesamt');
  });

  test('of an area without a value says why', () => {
    const shown = shownOf('child-poverty');
    const values = shown.data.values.slice();
    values[0] = NaN;
    const lacking: Shown = { ...shown, data: { ...shown.data, values } };
    expect(said(lacking, shown.level.keys[0]!)).toMatch(/^Für .+ ist kein Wert ausgewiesen: /);
  });
});
