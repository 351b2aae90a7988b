import { describe, expect, test } from 'vitest';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { mergePlan } from '#import/plan/proposePlan.ts';
import { mostForms } from '#import/plan/proposeWords.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildPack } from '#import/recipe/buildPack.ts';
import type { Study } from '#model/study.ts';
import { areasFile, file, type Opened, opened, said, unhurried } from './smallCity.ts';

const codedFile = file(
  'schulen_2023.csv',
  [
    'Schulnummer;Name;Schulform;Rechtsform;lon;lat',
    '101;Schule am Markt;02;1;9.41;51.31',
    '102;Hafenschule;02;1;9.47;51.31',
    '103;Freie Schule;15;2;9.45;51.305',
    '104;Schule im Umland;20;1;9.9;51.305',
    '105;Neue Schule;99;1;9.45;51.31',
    '',
  ].join('\n'),
);
const keyFile = file(
  'schulformen_schluessel.csv',
  'Schluessel;Schulform\n02;Grundschule\n04;Hauptschule\n15;Gesamtschule\n20;Gymnasium\n99;Sonstige\n',
);
const providerFile = file(
  'rechtsform_schluessel.csv',
  'Code;Bezeichnung Rechtsform\n1;öffentlich\n2;privat\n',
);

async function adopted({ session, inspection }: Opened, plan: ImportPlan): Promise<Study> {
  const recipe = recipeOf(plan, inspection);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  const built = await buildPack(recipe.value, session.source());
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const study = await openPack(fromFiles(built.value));
  if (!study.ok) throw new Error(JSON.stringify(study.problems));
  return study.value;
}

describe('codes of forms and providers', () => {
  test('get the words of the tables that say what they mean', async () => {
    const city = await opened(areasFile(), codedFile, keyFile, providerFile);
    const [list] = city.plan.institutions;
    expect(list).toMatchObject({
      form: 'Schulform',
      formNames: { table: keyFile.path, key: 'Schluessel', name: 'Schulform' },
      provider: 'Rechtsform',
      providerNames: { table: providerFile.path, key: 'Code', name: 'Bezeichnung Rechtsform' },
      publicWords: ['öffentlich'],
      within: true,
    });
    expect(list?.formWords?.[0]).toBe('Grundschule');
    const study = await adopted(city, said(city.plan));
    expect(study.institutions.map(({ id, form, provider }) => [id, form, provider])).toEqual([
      ['101', 'grundschule', 'public'],
      ['102', 'grundschule', 'public'],
      ['103', 'gesamtschule', 'independent'],
      ['105', 'sonstige', 'public'],
    ]);
    const review = await reviewPlan(said(city.plan), city.inspection, city.session, unhurried);
    expect(review.institutions[0]?.words).toContainEqual({ name: 'Grundschule', count: 2 });
  });

  test('that come later are found then, unless a person has decided', async () => {
    const { session, plan } = await opened(areasFile(), codedFile);
    expect(plan.institutions[0]?.formNames).toBeUndefined();
    await session.change([keyFile], []);
    const inspection = await session.inspect(plan, unhurried);
    expect(mergePlan(plan, inspection, session).institutions[0]?.formWords).toContain('Grundschule');
    const decided = { ...plan, institutions: plan.institutions.map((one) => ({ ...one, formNames: null })) };
    expect(mergePlan(decided, inspection, session).institutions[0]?.formNames).toBeNull();
  });

  test('are codes again when the table is taken away', async () => {
    const { session, plan } = await opened(areasFile(), codedFile, keyFile);
    await session.change([], [keyFile.path]);
    const merged = mergePlan(plan, await session.inspect(plan, unhurried), session);
    expect(merged.institutions[0]).toMatchObject({ form: 'Schulform', formNames: undefined });
    expect(merged.institutions[0]?.formWords).toContain('02');
  });

  test('are not explained by a table that happens to have such numbers', async () => {
    const chance = file('strassen.csv', 'Nr;Strasse;Ort\n02;Weg;A\n15;Gasse;B\n20;Allee;C\n99;Platz;D\n');
    const { plan } = await opened(areasFile(), codedFile, chance);
    expect(plan.institutions[0]?.formNames).toBeUndefined();
    expect(plan.institutions[0]?.provider).toBeNull();
  });

  test('who runs a school may stand in another list that knows its number', async () => {
    const figures = file(
      'ndh_2023.csv',
      'Schulnummer;Name;Schulart;Schüler;ndH;lon;lat\n101;Markt;Grundschule;200;80;9.41;51.31\n103;Frei;Gesamtschule;90;9;9.45;51.305\n107;Neu;Grundschule;100;50;9.47;51.31\n',
    );
    const register = file(
      'verzeichnis.csv',
      'Schulnummer;Name;Träger;lon;lat\n101;Markt;öffentlich;9.41;51.31\n102;Hafen;öffentlich;9.47;51.31\n103;Frei;privat;9.45;51.305\n',
    );
    const city = await opened(areasFile(), figures, register);
    const list = city.plan.institutions.find(({ use }) => use === 'institutions');
    expect(list).toMatchObject({
      table: figures.path,
      provider: 'Schulnummer',
      providerNames: { table: register.path, key: 'Schulnummer', name: 'Träger' },
    });
    const study = await adopted(city, said(city.plan));
    // Of a number the register does not know nothing is said.
    expect(study.institutions.map(({ id, provider }) => [id, provider])).toEqual([
      ['101', 'public'],
      ['107', 'unknown'],
      ['103', 'independent'],
    ]);
  });
});

describe('many forms', () => {
  const kinds = [
    ...['Berufsschule', 'Fachschule', 'Kosmetikschule', 'Sprachenschule', 'Abendschule', 'Kunstschule'],
    ...['Tanzschule', 'Seminar', 'Gymnasium', 'Grundschule'],
  ];
  const rows = kinds.flatMap((kind, i) => Array.from({ length: 12 - i }, () => kind));
  const long = file(
    'schulen_2023.csv',
    [
      'Schulnummer;Name;Schulart;lon;lat',
      ...rows.map((kind, i) => `${100 + i};Nr ${i};${kind};9.41;51.31`),
      '',
    ].join('\n'),
  );

  test('are summed up but for the most frequent, and schools for everybody come first', async () => {
    const city = await opened(areasFile(), long);
    const [list] = city.plan.institutions;
    expect(list?.formWords).toHaveLength(mostForms);
    expect(list?.formWords?.slice(-2)).toEqual(['Gymnasium', 'Grundschule']);
    expect(list?.formWords).not.toContain('Seminar');
    expect(list?.formName).toBe('Übrige Schule');
    const review = await reviewPlan(said(city.plan), city.inspection, city.session, unhurried);
    expect(review.institutions[0]?.words).toHaveLength(10);
    expect(review.institutions[0]?.forms.find(({ name }) => name === 'Übrige Schule')?.count).toBe(6 + 5);
  });
});
