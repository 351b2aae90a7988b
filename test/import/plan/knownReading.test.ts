import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormatFile } from '#import/formats/driver.ts';
import type { ImportSession } from '#import/plan/importSession.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { buildStudy } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import { fromFormatFiles, type RecipeSource } from '#import/recipe/recipeSource.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';
import { areasFile, file, type Opened, opened, residentsFile, said, schoolsFile } from './smallCity.ts';

function fileOf(session: ImportSession, path: string): FormatFile {
  const found = session.files().find((one) => one.path === path);
  if (!found) throw new Error(`invalid path: ${path}`);
  return found;
}

function recipeFor({ inspection }: Opened, plan: ImportPlan): Recipe {
  const recipe = recipeOf(plan, inspection);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  return recipe.value;
}

async function built(recipe: Recipe, source: RecipeSource) {
  const pack = await buildStudy(recipe, source);
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  return pack;
}

/** The pack of an import with what the session knows, and as whoever has only recipe and files makes it. */
async function expectSamePack(city: Opened, plan: ImportPlan): Promise<void> {
  const recipe = recipeFor(city, plan);
  const known = await built(recipe, city.session.source());
  const anew = await built(recipe, fromFormatFiles(city.session.files()));
  expect(known.value.files.map(({ path }) => path)).toEqual(anew.value.files.map(({ path }) => path));
  for (const [i, { bytes }] of known.value.files.entries())
    expect(Buffer.compare(bytes, anew.value.files[i]?.bytes ?? new Uint8Array())).toBe(0);
  expect(known.value.study).toEqual(anew.value.study);
  expect(known.notes).toEqual(anew.notes);
}

describe('what a session has read', () => {
  test('is known by its bytes and by how it was read, stated or found', async () => {
    const { session, inspection } = await opened(areasFile(), residentsFile);
    const residents = fileOf(session, residentsFile.path);
    const { known } = session.source();
    const found = inspection.files.find(({ path }) => path === residentsFile.path);
    const encoding = found?.encoding?.encoding ?? '';
    const reading = known?.(residents, {});
    expect(reading?.ok && reading.value.contents.sheets[0]?.rows[1]?.[1]).toBe('Altstadt');
    expect(known?.(residents, { encoding, delimiter: ';' })?.ok).toBe(true);
    expect(known?.(residents, { encoding: 'cp850' })).toBeNull();
    expect(known?.(residents, { delimiter: ',' })).toBeNull();
    expect(known?.({ ...residents, bytes: residents.bytes.slice() }, {})).toBeNull();
    const companions = new Map([['prj', new Uint8Array(1)]]);
    expect(known?.({ ...residents, companions }, {})).toBeNull();
  });

  test('of a file that could not be read is nothing', async () => {
    const { session } = await opened(file('kaputt.geojson', '{"type":'));
    const { known } = session.source();
    expect(known?.(fileOf(session, 'kaputt.geojson'), {})).toBeNull();
  });

  test('makes the same pack as reading the files anew', async () => {
    const city = await opened(areasFile(), residentsFile, schoolsFile);
    await expectSamePack(city, said(city.plan));
  });
});

describeWithRealData('what a session has read of Berlin’s files', () => {
  test('makes the same pack as reading the files anew', { timeout: 120_000 }, async () => {
    const paths = [
      'berlin/geo/plr_2021.geojson',
      'berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx',
      'berlin/schools/schulen_ndh_2020_21.csv',
    ];
    const city = await opened(
      ...paths.map((path) => ({
        path: path.slice(path.lastIndexOf('/') + 1),
        bytes: new Uint8Array(readFileSync(requireRealData(path))),
      })),
    );
    const levels = city.plan.levels.map((level) => ({ ...level, vintage: level.vintage || '2021' }));
    await expectSamePack(city, { ...city.plan, title: 'Berlin', levels });
  });
});
