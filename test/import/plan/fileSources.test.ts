import { describe, expect, test } from 'vitest';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { sourceOfFile } from '#import/plan/fileSources.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { mergePlan, proposePlan } from '#import/plan/proposePlan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { usedFiles } from '#import/plan/usedFiles.ts';
import { buildPack } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import {
  areasFile,
  file,
  type Opened,
  opened,
  residentsFile,
  said,
  schoolsFile,
  unhurried,
} from './smallCity.ts';

const benefits = file(
  'sgb2_2023.csv',
  [
    'Schlüssel;Leistungsberechtigte nach SGB II',
    '011;120',
    '012;90',
    '021;310',
    '022;50',
    'Quelle: Bundesagentur für Arbeit;',
    'Stand: 31.12.2023;',
    '',
  ].join('\n'),
);
const more = file(
  'arbeitslose_2023.csv',
  [
    'Schlüssel;Arbeitslose',
    '011;12',
    '012;9',
    '021;31',
    '022;5',
    '© Bundesagentur für Arbeit, 2024;',
    'Stand: 31.12.2023;',
    '',
  ].join('\n'),
);

function recipe({ inspection }: Opened, plan: ImportPlan): Recipe {
  const made = recipeOf(plan, inspection);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

describe('sources of files', () => {
  test('a file that names its publisher is credited to it, others to nobody yet', async () => {
    const { plan } = await opened(areasFile(), residentsFile, benefits, more);
    expect(plan.sources).toMatchObject([{ publisher: 'Bundesagentur für Arbeit', date: '31.12.2023' }]);
    const [own] = plan.sources ?? [];
    expect(sourceOfFile(plan, benefits.path)).toBe(own?.id);
    expect(sourceOfFile(plan, more.path)).toBe(own?.id);
    expect(sourceOfFile(plan, residentsFile.path)).toBe('default');
    expect(plan.source.publisher).toBe('');
  });

  test('what was decided about a source stays when files are read again, and goes with its file', async () => {
    const { session, inspection, plan } = await opened(areasFile(), benefits);
    const decided: ImportPlan = {
      ...plan,
      files: { ...plan.files, [benefits.path]: { source: 'default' } },
    };
    expect(sourceOfFile(mergePlan(decided, inspection, session), benefits.path)).toBe('default');
    await session.change([], [benefits.path]);
    const less = await session.inspect(plan, unhurried);
    expect(mergePlan(plan, less, session).sources).toEqual([]);
  });

  test('a plan of before, without further sources, gives all files the one it has', async () => {
    const city = await opened(areasFile(), residentsFile);
    const { sources: _, ...before } = said(city.plan);
    const made = recipe(city, before);
    expect(made.sources).toMatchObject([{ id: 'default', publisher: 'Kleinstadt' }]);
    expect(new Set(made.files.map(({ source }) => source))).toEqual(new Set(['default']));
    expect(made.indicators.every(({ source, otherSources }) => source === 'default' && !otherSources)).toBe(
      true,
    );
  });

  test('recipe and city name the right publisher of every figure, outline and school', async () => {
    const city = await opened(areasFile(), residentsFile, benefits, schoolsFile);
    const plan = said(city.plan);
    const [agency] = plan.sources ?? [];
    const own = (id: string) => ({
      id,
      title: id,
      publisher: `Amt ${id}`,
      date: '2023',
      licence: '',
      url: null,
    });
    const credited: ImportPlan = {
      ...plan,
      sources: [...(plan.sources ?? []), own('geo'), own('schulen')],
      files: {
        ...plan.files,
        [areasFile().path]: { source: 'geo' },
        [schoolsFile.path]: { source: 'schulen' },
      },
      indicators: plan.indicators.map((one) => ({ ...one, included: true })),
    };
    const made = recipe(city, credited);
    expect(made.sources.map(({ id }) => id)).toEqual(['default', agency?.id, 'geo', 'schulen']);
    const built = await buildPack(made, city.session.source());
    const study = built.ok ? await openPack(fromFiles(built.value)) : built;
    if (!study.ok) throw new Error(JSON.stringify(study.problems));
    const { variables, indicators, levels, institutionSources } = study.value;
    expect(variables.find(({ id }) => id === 'residents')?.source).toBe('default');
    const shared = indicators.filter(({ otherSources }) => otherSources);
    expect(shared.length).toBeGreaterThan(0);
    for (const { source, otherSources } of shared) {
      expect([source, otherSources]).toEqual([agency?.id, ['default']]);
    }
    expect(levels.map(({ source }) => source)).toEqual(levels.map(() => 'geo'));
    expect(institutionSources).toEqual(['schulen']);
  });

  test('the files in use are those the recipe names', async () => {
    const unused = file('adressen.csv', 'Straße;Ort\nA;B\nC;D\n');
    const city = await opened(areasFile(), residentsFile, benefits, schoolsFile, unused);
    const plan = said(city.plan);
    const named = new Set(recipe(city, plan).files.map(({ path }) => path));
    expect(new Set(usedFiles(plan, city.inspection))).toEqual(named);
    expect(named.has(unused.path)).toBe(false);
  });

  test('a source no file comes from is not written', async () => {
    const city = await opened(areasFile(), residentsFile);
    const all = Object.fromEntries(city.inspection.files.map(({ path }) => [path, { source: 'amt' }]));
    const plan: ImportPlan = {
      ...said(city.plan),
      sources: [{ id: 'amt', title: '', publisher: 'Amt', date: '', licence: '', url: null }],
      files: all,
    };
    expect(recipe(city, plan).sources.map(({ id }) => id)).toEqual(['amt']);
    expect(proposePlan(city.inspection, city.session).sources).toEqual([]);
  });
});
