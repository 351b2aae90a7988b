import { beforeAll, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import { show } from '#panels/exploring/shown.ts';
import { defaultView } from '#state/defaults.ts';
import { blue, diverging } from '#symbology/palettes.ts';
import { musterstadtStudy } from '../musterstadt.ts';

let study: Study;
beforeAll(async () => {
  study = await musterstadtStudy();
});

/** Child poverty less 20 points: a figure with both signs. */
function balances(): Study {
  const indicator = study.indicators.find((one) => one.id === 'child-poverty')!;
  if (indicator.measure.kind !== 'share') throw new Error('fixture: child poverty is no share');
  const [count] = indicator.measure.numerator;
  return {
    ...study,
    indicators: [
      { ...indicator, id: 'balance', unit: 'share-points', measure: { kind: 'value', variable: count! } },
    ],
    observations: study.observations.map((one) => ({
      ...one,
      columns: Object.fromEntries(
        Object.entries(one.columns).map(([id, column]) => [
          id,
          id === count ? { ...column, values: column.values.map((value) => value - 100) } : column,
        ]),
      ),
    })),
  };
}

test.each([3, 4, 6, 9])('a balance parts at zero into two colours, asked for %d classes', (count) => {
  const { level, year } = defaultView(study);
  const shown = show(balances(), {
    indicator: 'balance',
    level,
    year,
    classes: { method: 'quantile', count, own: [] },
  })!;
  expect(shown.breaks.map((one) => -one).reverse()).toEqual(shown.breaks);
  expect(shown.palette).toHaveLength(shown.breaks.length + 1);
  expect(Object.values(diverging).some((palette) => palette.includes(shown.palette[0]!))).toBe(true);
});

test('an amount gets darker upwards', () => {
  const { level, year } = defaultView(study);
  const classes = { method: 'quantile', count: 6, own: [] } as const;
  const shown = show(study, { indicator: 'child-poverty', level, year, classes })!;
  expect(shown.palette).toEqual(blue[6]);
});
