import { expect, test } from 'vitest';
import { figureNames } from '#import/plan/figureNames.ts';

const names = (heads: readonly string[], year: number | null = null) =>
  figureNames(heads.map((head) => ({ parts: head.split(' – '), year })));

test('headings of themes and rows that only explain are left out, broken words put together', () => {
  expect(
    names(
      [
        'Wohnen – Wohngebäude (2013) – Anzahl der Wohngebäude',
        'Wohnen – Preise für Eigentums-wohnungen in EUR/m² (Jan 2014) – Durchschnittlicher Preis für eine Eigentums-wohnung',
        'Verkehr – Private PKW (Jan 2014) – Anzahl privater PKW',
        'Verkehr – Lohn- und Einkommen-steuerpflichtige (2010) – Anzahl der Lohn- und Einkommen-steuerpflichtigen',
      ],
      2013,
    ),
  ).toEqual([
    'Wohngebäude',
    'Preise für Eigentumswohnungen (Jan 2014)',
    'Private PKW (Jan 2014)',
    // Another year than that of the table is part of what is meant.
    'Lohn- und Einkommensteuerpflichtige (2010)',
  ]);
});

test('what does not stand alone keeps what it is a part of', () => {
  expect(
    names([
      'bedarfsgemeinschaften – mit 1 Person',
      'bedarfsgemeinschaften – mit Kindern',
      'migranten – Mehrstaater',
    ]),
  ).toEqual([
    'Bedarfsgemeinschaften – mit 1 Person',
    'Bedarfsgemeinschaften – mit Kindern',
    'Migranten – Mehrstaater',
  ]);
});

test('what all heads share is left out where the rest stands alone', () => {
  expect(
    names(
      ['Bestand am 31.12.2022 – Hunde', 'Bestand am 31.12.2022 – Katzen', 'Bestand am 31.12.2022 – Vögel'],
      2022,
    ),
  ).toEqual(['Hunde', 'Katzen', 'Vögel']);
});

test('two of the same name keep more of their heads, years of a series do not', () => {
  expect(names(['Tiere – Hunde in %', 'Tiere – Hunde', 'Tiere – Katzen'])).toEqual([
    'Hunde in %',
    'Hunde',
    'Katzen',
  ]);
  expect(names(['Wohnen – Kosten', 'Verkehr – Kosten', 'Wohnen – Zahl', 'Verkehr – Summe'])).toEqual([
    'Wohnen – Kosten',
    'Verkehr – Kosten',
    'Zahl',
    'Summe',
  ]);
  const series = [2021, 2022].map((year) => ({ parts: [`Hunde ${year}`], year }));
  expect(figureNames(series)).toEqual(['Hunde', 'Hunde']);
});

test('a span of years stays', () => {
  expect(names(['entwicklung_2017_2022'], 2022)).toEqual(['Entwicklung 2017 2022']);
});

test('names are never empty and, of one year, never the same', () => {
  const heads = ['2023', '%', 'a – a', 'a', 'a – ', 'und zwar – 2023', 'Insgesamt – Anzahl', 'Insgesamt – %'];
  const found = names(heads, 2023);
  expect(found.every((name) => name !== '')).toBe(true);
  expect(new Set(found).size).toBe(heads.length);
});
