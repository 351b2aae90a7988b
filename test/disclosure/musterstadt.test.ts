import { expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import { asDelivered, standard, strict } from '#disclosure/profiles.ts';
import { relationsOf } from '#disclosure/relations.ts';
import { hiddenCells } from '#disclosure/report.ts';
import { indicatorValues } from '#model/aggregate.ts';
import { musterstadtStudy } from '../panels/musterstadt.ts';

test('what adds up in Musterstadt is found', async () => {
  const { additions } = relationsOf(await musterstadtStudy());
  expect(additions).toEqual([
    { parts: ['in-migration', 'out-migration'], whole: 'moves' },
    { parts: ['children', 'older', 'working-age'], whole: 'residents' },
  ]);
});

test('from profile to profile more is hidden, and most is still shown', async () => {
  const study = await musterstadtStudy();
  const hidden = [asDelivered, standard, strict].map((profile) => {
    const { report } = guardStudy(study, profile);
    return hiddenCells(report) / (report.cells + report.institutions.cells);
  });
  expect(hidden[0]).toBe(0);
  expect(hidden[1]).toBeGreaterThan(0.05);
  expect(hidden[2]).toBeGreaterThan(hidden[1]!);
  expect(hidden[2]).toBeLessThan(0.25);
});

test('the city and its quarters keep their shares, whatever is hidden below', async () => {
  const study = await musterstadtStudy();
  const guarded = guardStudy(study, standard).study;
  const { id } = study.indicators.find(
    ({ measure }) => measure.kind === 'share' && measure.numerator.includes('to-gymnasium'),
  )!;
  const cityBefore = indicatorValues(study, 'stadtbezirk', id, 2020)!;
  const cityAfter = indicatorValues(guarded, 'stadtbezirk', id, 2020)!;
  expect(cityAfter.city).toBeCloseTo(cityBefore.city, 2);
  cityAfter.values.forEach((value, a) => {
    expect(value).toBeCloseTo(cityBefore.values[a]!, 2);
  });
  expect(indicatorValues(guarded, 'bezirk', id, 2020)!.city).toBeCloseTo(cityBefore.city, 2);
});
