import { expect, test } from 'vitest';
import { groupSources, indicatorSources } from '#panels/figureSources.ts';
import { sourceText } from '#panels/sourceText.ts';
import {
  exampleGroup,
  exampleIndicator,
  exampleLevel,
  exampleStudy,
  exampleVariable,
} from '../model/exampleStudy.ts';

const source = (id: string, publisher: string, licence = '') => ({
  id,
  publisher,
  title: '',
  date: '',
  licence,
  url: null,
});
const study = exampleStudy({
  sources: [
    source('city', 'Statistikstelle', 'CC BY 4.0'),
    source('agency', 'Bundesagentur für Arbeit'),
    source('geo', 'Geoportal'),
  ],
  variables: [
    exampleVariable('sgb2', { source: 'agency' }),
    exampleVariable('residents', { source: 'city' }),
  ],
});
const level = exampleLevel('a', ['1'], { source: 'geo' });

test('an indicator names the sources of all its figures, each once, then that of the outlines', () => {
  const indicator = {
    ...exampleIndicator('share', { kind: 'share', numerator: ['sgb2'], denominator: ['residents'] }),
    source: 'agency',
    otherSources: ['city', 'agency'],
  };
  expect(indicatorSources(study, [indicator, indicator, undefined], level).de).toBe(
    'Bundesagentur für Arbeit; Statistikstelle (CC BY 4.0); Geoportal',
  );
});

test('a group names the source of its count and of the whole', () => {
  const group = exampleGroup('sgb2', { count: 'sgb2', universe: 'residents' });
  expect(groupSources(study, group, undefined).de).toBe(
    'Bundesagentur für Arbeit; Statistikstelle (CC BY 4.0)',
  );
});

test('what names no source that there is has the first', () => {
  expect(sourceText(study, ['gone', undefined]).de).toBe('Statistikstelle (CC BY 4.0)');
  expect(sourceText(exampleStudy(), ['gone']).en).toBe('');
});

test('what a source says in German it says in English, too; names stay', () => {
  const stated = exampleStudy({
    sources: [
      {
        ...source('city', 'Stadt Leipzig'),
        date: { de: '2000 bis 2023', en: '2000 to 2023' },
        licence: { de: 'nicht angegeben', en: 'not stated' },
      },
    ],
  });
  expect(sourceText(stated, [])).toEqual({
    de: 'Stadt Leipzig, 2000 bis 2023 (nicht angegeben)',
    en: 'Stadt Leipzig, 2000 to 2023 (not stated)',
  });
});
