import { describe, expect, test } from 'vitest';
import { conceptRules, concepts } from '#import/inspect/concepts/catalog.ts';
import { conceptById, shareConcept } from '#import/inspect/concepts/conceptById.ts';
import { origins } from '#import/inspect/concepts/origins.ts';
import { ageOf, guessFigure, guessHeading, tableWords } from '#import/inspect/guess.ts';
import { headingWords, yearInHeading } from '#import/inspect/words.ts';
import { units } from '#model/study.ts';

const idOf = (heading: string, siblings: readonly string[] = [], title = '') =>
  guessHeading(heading.split(' > '), tableWords([heading, ...siblings], title)).concept?.id ?? null;

describe('what a heading makes one think of', () => {
  test.each([
    ['Einwohner insgesamt', 'residents'],
    ['EW', 'residents'],
    ['Bevölkerung am Ort der Hauptwohnung', 'residents'],
    ['Ausländer', 'foreigners'],
    ['Ausländerinnen und Ausländer', 'foreigners'],
    ['Nichtdeutsche', 'foreigners'],
    ['Anteil der 65-Jährigen und Älteren in %', 'age-65-plus-published'],
    ['hhsize_2', 'households-2'],
    ['Haushalte mit 4 Personen', 'households-4'],
    ['Haushalte > 5 und mehr Personen', 'households-5-plus'],
    ['Ausländeranteil in %', 'foreigners-published'],
    ['Anteil Ausländer', 'foreigners-published'],
    ['Deutsche', 'germans'],
    ['Einwohner mit Migrations-hintergrund', 'migration-background'],
    ['Personen mit Einwanderungsgeschichte', 'migration-background'],
    ['Einwohner ohne Migrationshintergrund', 'without-migration-background'],
    ['Deutsche mit Migrationshintergrund', 'germans-migration-background'],
    ['Deutsche > mit Migrationshintergrund', 'germans-migration-background'],
    ['weiblich', 'women'],
    ['Leistungsberechtigte nach SGB II', 'sgb2-recipients'],
    ['Leistungsempfänger/-innen SGB II', 'sgb2-recipients'],
    ['SGB-II-Quote', 'sgb2-rate'],
    ['SGB II > Quote', 'sgb2-rate'],
    ['Bedarfsgemeinschaften', 'sgb2-households'],
    ['Bedarfsgemeinschaften > unter 25 Jahre', null],
    ['Bedarfsgemeinschaften > 55 Jahre und älter', null],
    ['Bedarfs-gemeinschaften > Alleinerziehende', 'sgb2-single-parents'],
    ['Nichterwerbsfähige Leistungsberechtigte unter 15 Jahren', 'sgb2-under-15'],
    ['Unter 15-Jährige in Mindestsicherung', 'sgb2-under-15'],
    ['Kinderarmut', 'child-poverty'],
    ['Arbeitslose', 'unemployed'],
    ['Arbeitslose > Ausländer', null],
    ['Arbeitslose – darunter Ausländer', null],
    ['Arbeitslose nach SGB II', 'unemployed-sgb2'],
    ['Langzeitarbeitslose', 'long-term-unemployed'],
    ['Anteil der Langzeitarbeitslosen', 'long-term-unemployment'],
    ['Arbeitslosenquote', 'unemployment-rate'],
    ['Privathaushalte', 'households'],
    ['Einpersonenhaushalte', 'single-person-households'],
    ['Wohnungen', 'dwellings'],
    ['Sozialwohnungen', 'social-dwellings'],
    ['Anteil Sozialwohnungen in %', 'social-housing'],
    ['Angebotsmiete (EUR/m²)', 'asking-rent'],
    ['Nettokaltmiete', 'rent'],
    ['Wohnfläche je Einwohner/-in in m²', 'floor-space'],
    ['Durchschnittsalter', 'mean-age'],
    ['Schülerinnen und Schüler', 'pupils'],
    ['Schüler/innen insgesamt', 'pupils'],
    ['Schüler ndH', 'ndh'],
    ['Schüler nichtdeutscher Herkunftssprache', 'ndh'],
    ['ndH in %', 'ndh-published'],
    ['Sozialindexstufe', 'social-index'],
    ['Intensivklassen NDHS', null],
    ['Schlagwort', null],
    ['S1', null],
  ])('%s → %s', (heading, id) => {
    expect(idOf(heading)).toBe(id);
  });

  test('codes mean something only beside each other', () => {
    expect(idOf('S1', ['S3', 'S4'])).toBe('unemployment-sgb2');
    expect(idOf('S1', ['S3'])).toBeNull();
  });

  test.each([
    ['unter 6 Jahre', 'age-under-6'],
    ['unter 15', null],
    ['6 bis unter 15 Jahre', 'age-6-14'],
    ['6 bis 14 Jahre', 'age-6-14'],
    ['15 - 17 Jahre', 'age-15-17'],
    ['65 Jahre und älter', 'age-65-plus'],
    ['65-Jährige und Ältere', 'age-65-plus'],
    ['über 64 Jahre', 'age-65-plus'],
    ['ab 80 Jahren', 'age-80-plus'],
    ['Kinder unter 15 Jahren', 'under-15'],
    ['Unter 18-Jährige mit Migrationshintergrund', 'mh-age-under-18'],
    ['Unter 15-Jährige mit Migrationshintergrund', 'under-15-mh'],
    ['Ausländer > unter 18 Jahre', 'foreigners-age-under-18'],
    ['Anteil der unter 18-Jährigen in %', 'age-under-18-published'],
    ['Wohnungen > 40 bis 60 m²', null],
  ])('ages: %s → %s', (heading, id) => {
    expect(idOf(heading)).toBe(id);
  });

  test('`6 - 15` beside `15 - 18` is to under 15, beside `16 - 18` to 15', () => {
    const meeting = tableWords(['Alter 6 - 15', 'Alter 15 - 18', 'Alter 18 - 27'], '');
    expect(ageOf('alter 6 15', meeting)).toEqual({ from: 6, to: 14 });
    const following = tableWords(['Alter 6 - 15', 'Alter 16 - 18', 'Alter 19 - 27'], '');
    expect(ageOf('alter 6 15', following)).toEqual({ from: 6, to: 15 });
  });

  test('the title says of whom', () => {
    expect(idOf('Insgesamt', [], 'Ausländer nach Stadtteilen')).toBe('foreigners');
    expect(idOf('Insgesamt > Anzahl', [], 'Einwohner mit und ohne Migrationshintergrund')).toBe('residents');
    expect(idOf('unter 6 Jahre', [], 'Personen mit Migrationshintergrund nach Alter')).toBe('mh-age-under-6');
    expect(idOf('Insgesamt', [], 'Kapitel 3')).toBeNull();
  });

  test('figures of long tables', () => {
    expect(guessFigure(['Bevölkerung', 'Ausländer'], false, '')).toEqual({
      role: 'count',
      concept: 'foreigners',
    });
    expect(guessFigure(['Arbeitslose', 'Frauen'], false, '')).toEqual({ role: 'count', concept: null });
    expect(guessFigure(['Wohnen', 'Fläche je Wohnung'], false, '').role).toBe('value');
  });
});

describe('the table of concepts', () => {
  test('every rule names one, every reference exists', () => {
    const ids = new Set(concepts.map((it) => it.id));
    expect(ids.size).toBe(concepts.length);
    for (const rule of conceptRules)
      expect([rule.concept, conceptById(rule.concept) !== null]).toEqual([rule.concept, true]);
    for (const { id, universe, share, shareOf, unit, name, kind, group } of concepts) {
      for (const other of [universe, share, shareOf]) {
        if (other !== null) expect([id, other, conceptById(other) !== null]).toEqual([id, other, true]);
      }
      expect(units).toContain(unit);
      expect(name.de.length * name.en.length).toBeGreaterThan(0);
      if (group) expect(kind).toBe('count');
    }
  });

  test('ages, origins and published shares have ids that read back', () => {
    expect(conceptById('age-6-14')).toMatchObject({ kind: 'count', universe: 'residents', unit: 'persons' });
    expect(conceptById('mh-age-65-plus')?.universe).toBe('migration-background');
    expect(conceptById('age-under-6')?.name).toEqual({
      de: 'Einwohnerinnen und Einwohner, unter 6 Jahre',
      en: 'Residents under 6',
    });
    for (const origin of origins) expect(conceptById(`origin-${origin.id}`)?.group).not.toBeNull();
    const foreigners = conceptById('foreigners');
    expect(foreigners && shareConcept(foreigners)).toBe('foreigners-published');
    expect(conceptById('age-6-14-published')).toMatchObject({
      kind: 'share',
      shareOf: 'age-6-14',
      unit: 'share',
    });
    expect(conceptById('age-x')).toBeNull();
    expect(conceptById('nothing-published')).toBeNull();
  });
});

describe('words of headings', () => {
  test.each([
    ['Migrations-hintergrund', 'migrationshintergrund'],
    ['Leistungs-empfänger/-innen', 'leistungsempfaenger'],
    ['SGB-II-Quote', 'sgb ii quote'],
    ['plrName', 'plr name'],
    ['code_bez', 'code bez'],
    ['EUR/m²', 'eur/m2'],
    ['Haupt- und Nebenwohnung', 'haupt und nebenwohnung'],
  ])('%s', (heading, words) => {
    expect(headingWords(heading)).toBe(words);
  });

  test.each([
    ['Einwohner 2023', 2023],
    ['EW 31.12.2020', 2020],
    ['AlleQ_2017', 2017],
    ['Grundschulen (2013/2014)', 2013],
    ['Schuljahr 2023/24', 2023],
    ['entwicklung_2017_2022', null],
    ['Bindungsauslauf bis 2019', null],
    ['plr_id_pre2021', null],
    ['wohnungsverkaeufe1722', null],
    ['120203', null],
  ])('year in %s', (heading, year) => {
    expect(yearInHeading(heading)).toBe(year);
  });
});
