import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import type { Review } from '#import/plan/review.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import type { Problem } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';
import { catalogueRecipe } from '../recipe/cityRecipes.ts';
import { file, type Opened, opened, unhurried } from './smallCity.ts';

const slow = 120_000;

function real(path: string) {
  return {
    path: path.slice(path.lastIndexOf('/') + 1),
    bytes: new Uint8Array(readFileSync(requireRealData(path))),
  };
}

function named(plan: ImportPlan): ImportPlan {
  return {
    ...plan,
    title: 'Stadt',
    levels: plan.levels.map((level) => ({ ...level, vintage: level.vintage || '2021' })),
  };
}

async function adopted({ session, inspection, plan }: Opened): Promise<{
  readonly study: Study;
  readonly review: Review;
  readonly notes: readonly Problem[];
}> {
  const said = named(plan);
  const review = await reviewPlan(said, inspection, session, unhurried);
  if (review.problems.length > 0) throw new Error(JSON.stringify(review.problems));
  const recipe = recipeOf(said, inspection);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  const built = await buildPack(recipe.value, session.source());
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const study = await openPack(fromFiles(built.value));
  if (!study.ok) throw new Error(JSON.stringify(study.problems));
  return { study: study.value, review, notes: built.notes };
}

describeWithRealData('NRW: the schools of a whole state for one city', () => {
  /** Duisburg as three boxes: the outlines of the city are not among the files. */
  const boxes = [6.62, 6.7, 6.76, 6.84].slice(0, 3).map((west, i) => {
    const east = [6.7, 6.76, 6.84][i] ?? 0;
    const ring = [
      [west, 51.34],
      [east, 51.34],
      [east, 51.55],
      [west, 51.55],
      [west, 51.34],
    ];
    return {
      type: 'Feature',
      properties: { key: `0${i + 1}`, name: `Teil ${i + 1}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  const outlines = file(
    'stadtbezirke_2025.geojson',
    JSON.stringify({ type: 'FeatureCollection', features: boxes }),
  );
  let city: Opened;
  let found: Awaited<ReturnType<typeof adopted>>;
  beforeAll(async () => {
    city = await opened(outlines, real('nrw/schulen_grunddaten.csv'), real('nrw/schulformen_schluessel.csv'));
    found = await adopted(city);
  }, slow);

  test('are left out but for those in the areas, and the review said the same', () => {
    const [list] = found.review.institutions;
    expect(found.study.institutions).toHaveLength(list?.institutions ?? NaN);
    expect((list?.institutions ?? 0) + (list?.leftOut ?? 0)).toBe(5637);
    const note = found.notes.find(({ code }) => code.startsWith('institutions-outside'));
    expect(note?.params).toMatchObject({ n: list?.leftOut });
    for (const { position } of found.study.institutions) {
      expect(position && position[0] > 6.62 && position[0] < 6.84 && position[1] > 51.34).toBe(true);
    }
  });

  test('are told apart by the words of the key table, eight at most and the rest together', () => {
    const [list] = city.plan.institutions;
    expect(list).toMatchObject({
      form: 'Schulform',
      formNames: { table: 'schulformen_schluessel.csv', key: 'Schluessel', name: 'Schulform' },
      provider: null,
      formName: 'Übrige Schule',
    });
    expect(list?.formWords).toEqual([
      'Grundschule',
      'Gymnasium',
      'Förderschule',
      'Gesamtschule',
      'Realschule',
      'Berufskolleg',
      'Hauptschule',
      'Sekundarschule',
    ]);
    expect(found.study.institutions.filter(({ form }) => form === 'grundschule').length).toBeGreaterThan(70);
  });
});

describeWithRealData('Berlin: the catchments of primary schools', () => {
  test(
    'are those of the recipe, from the same raw files',
    async () => {
      const city = await opened(
        ...['geo/plr_2021.geojson', 'schools/einschulungsbereiche_2019.geojson'].map((path) =>
          real(`berlin/${path}`),
        ),
        ...['schools/schulen_ndh_2020_21.csv', 'schools/schulen_verzeichnis.csv'].map((path) =>
          real(`berlin/${path}`),
        ),
      );
      expect(city.plan.levels.map(({ id }) => id)).toEqual(['planungsraum']);
      expect(city.plan.catchments).toMatchObject([
        { key: 'ESB', year: 2019, publicOnly: true, forms: ['Grundschule', 'Gemeinschaftsschule'] },
      ]);
      const { study, review } = await adopted(city);
      const byHand = await byRecipe();
      const inside = ({ institutions, catchments }: Study) => {
        const names = new Map(institutions.map(({ id, name }) => [id, name]));
        return catchments
          .map(({ id, institutions: ids }) => [id, ids.map((one) => names.get(one)).sort()] as const)
          .sort(([a], [b]) => a.localeCompare(b));
      };
      expect(study.catchments).toHaveLength(346);
      expect(inside(study)).toEqual(inside(byHand));
      expect(review.catchments).toMatchObject([
        { areas: 346, withInstitution: study.catchments.filter((one) => one.institutions.length > 0).length },
      ]);
    },
    slow,
  );
});

/** The schools and catchments of the recipe of the catalogue, and nothing else of it. */
async function byRecipe(): Promise<Study> {
  const recipe = catalogueRecipe('berlin/recipe.json');
  const used = new Set(['plr-2021', 'schools-ndh', 'schools-register', 'schools-startchancen', 'catchments']);
  const [level] = recipe.levels.filter(({ geometry }) => 'file' in geometry && used.has(geometry.file));
  const read = readRecipe(
    {
      ...recipe,
      files: recipe.files.filter(({ id }) => used.has(id)),
      levels: level ? [{ ...level, parent: null }] : [],
      variables: [],
      tables: [],
      indicators: [],
      groups: recipe.groups
        .filter(({ scope }) => scope === 'institutions')
        .map((group) => ({ ...group, residentTwin: null })),
      institutions: recipe.institutions && {
        ...recipe.institutions,
        tables: recipe.institutions.tables.filter(({ file: id }) => used.has(id)),
      },
      crosswalks: [],
      editions: [],
    },
    'recipe.json',
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const built = await buildPack(read.value, fromFolder(requireRealData('berlin')));
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const study = await openPack(fromFiles(built.value));
  if (!study.ok) throw new Error(JSON.stringify(study.problems));
  return study.value;
}

describeWithRealData('Hamburg: schools of several forms', () => {
  test(
    'are called by their general forms, in the plan, in the review and when built',
    async () => {
      const city = await opened(
        real('hamburg/stadtteile_osm.geojson'),
        real('hamburg/schulen_sozialindex_2024_25.csv'),
      );
      expect(city.plan.institutions[0]?.formWords?.slice(0, 5)).toEqual([
        'Grundschule',
        'Gymnasium',
        'Stadtteilschule',
        'Grundschule und Stadtteilschule',
        'Sonderschule',
      ]);
      const { study, review } = await adopted(city);
      const built = new Map<string, number>();
      for (const { form } of study.institutions) built.set(form, (built.get(form) ?? 0) + 1);
      // 204 with language support, 32 with Vorschulklasse only, one with neither.
      expect(built.get('grundschule')).toBe(237);
      expect(built.get('grundschule-und-stadtteilschule')).toBeGreaterThan(35);
      const forms = review.institutions[0]?.forms ?? [];
      expect(forms.find(({ name }) => name === 'Grundschule')?.count).toBe(237);
      expect(forms.reduce((sum, { count }) => sum + count, 0)).toBe(study.institutions.length);
      expect(new Set(forms.map(({ count }) => count))).toEqual(new Set(built.values()));
    },
    slow,
  );
});
