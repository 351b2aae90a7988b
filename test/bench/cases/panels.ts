import { readFileSync } from 'node:fs';
import { fromFolder } from '#cli/fromFolder.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import { measure } from '#measuring/measure.ts';
import { createMeasureCache } from '#measuring/measureCache.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import { indicatorValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { assessNeed } from '#monitoring/need.ts';
import { classBreaks, classesOf } from '#symbology/classes.ts';
import { realData } from '../../realData.ts';
import type { BenchCase } from '../bench.ts';

/** What one change in the app costs, on Berlin's real pack built by its recipe. */
const berlin = await openBerlin();

const request = {
  family: 'planungsraum',
  year: 2024,
  group: 'foreigners',
  reference: 'rest',
  neighbourhood: 'contiguity',
  radius: 1000,
  kernel: 'biweight',
} as const;

function onBerlin(task: string, work: (study: Study) => () => number): BenchCase {
  return { task, sizes: [542], prepare: () => berlin && work(berlin) };
}

export const panelCases: readonly BenchCase[] = [
  onBerlin('explore: values and classes of another indicator', (study) => () => {
    const data = indicatorValues(study, 'plr-2021', 'foreigners', 2024);
    if (!data) return NaN;
    const breaks = classBreaks(data.values, { method: 'quantile', count: 6, own: [] });
    return classesOf(data.values, breaks).length + breaks.length;
  }),
  onBerlin('measure panel: all it shows, 8 years, 4 levels (neighbours ready)', (study) => {
    const cache = createMeasureCache();
    return () => measure(study, request, cache).indices.length;
  }),
  onBerlin('measure panel: 999 permutations', (study) => {
    const cache = createMeasureCache();
    return () => {
      const stepper = beginUncertainty(
        study,
        { ...request, bootstraps: 0, permutations: 999, seed: 1 },
        cache,
      );
      stepper.step(stepper.total);
      return stepper.result().permutations;
    };
  }),
  onBerlin(
    'institutions panel: primary schools',
    (study) => () =>
      assessInstitutions(study, {
        kind: 'school',
        form: 'primary',
        provider: 'all',
        group: 'ndh',
        year: 2020,
        threshold: { method: 'funnel-998', value: 0 },
      }).rows.length,
  ),
  onBerlin('need panel: MSS 2021 over five editions', (study) => () => {
    const result = assessNeed(study, { profile: 'mss-2021', edition: 2021, thresholds: {} });
    return result.ok ? result.value.rated : NaN;
  }),
];

async function openBerlin(): Promise<Study | null> {
  const folder = realData('berlin');
  if (!folder) return null;
  const path = 'data/berlin/recipe.json';
  const recipe = readRecipe(JSON.parse(readFileSync(path, 'utf8')), path);
  if (!recipe.ok) throw new Error(`invalid recipe: ${JSON.stringify(recipe.problems[0])}`);
  const built = await buildPack(recipe.value, fromFolder(folder));
  if (!built.ok) throw new Error(`invalid pack: ${JSON.stringify(built.problems[0])}`);
  const opened = await openPack(fromFiles(built.value));
  if (!opened.ok) throw new Error(`invalid pack: ${JSON.stringify(opened.problems[0])}`);
  return opened.value;
}
