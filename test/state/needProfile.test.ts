import { expect, test } from 'vitest';
import { methodNeeds } from '#state/needProfile.ts';
import { kleinstadtStudy } from './kleinstadt.ts';

test('what methods would take is told once for each office, and nothing of invented ones', async () => {
  const study = await kleinstadtStudy();
  const needs = methodNeeds(study);
  expect(needs.map(({ profile }) => profile.id)).toEqual([
    'mss-2021',
    'sozialmonitoring-hamburg',
    'muenster',
  ]);
  const ids = new Set(study.indicators.map(({ id }) => id));
  for (const { profile, indicators } of needs)
    expect(indicators.map(({ isKnown }) => isKnown)).toEqual(profile.indicators.map(({ id }) => ids.has(id)));
  const [first] = study.indicators;
  if (!first) throw new Error('the study has no indicator');
  const richer = { ...study, indicators: [...study.indicators, { ...first, id: 'transfer' }] };
  const known = methodNeeds(richer).flatMap(({ indicators }) => indicators.filter(({ isKnown }) => isKnown));
  expect(known.map(({ name }) => name)).toHaveLength(
    needs.flatMap(({ indicators }) => indicators.filter(({ isKnown }) => isKnown)).length + 1,
  );
});
