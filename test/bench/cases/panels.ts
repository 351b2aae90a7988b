import { assessInstitutions } from '#institutions/assess.ts';
import { decompose } from '#measuring/decomposition.ts';
import { beginLocal } from '#measuring/local.ts';
import { beginMeasure, measure } from '#measuring/measure.ts';
import { createMeasureCache } from '#measuring/measureCache.ts';
import { profileOf } from '#measuring/profile.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import { indicatorValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { assessNeed } from '#monitoring/need.ts';
import { profileRadii } from '#stats/indices/spatial/profile.ts';
import { classBreaks, classesOf } from '#symbology/classes.ts';
import type { BenchCase } from '../bench.ts';
import { berlinStudy } from '../berlin.ts';

/** What one change in the app costs, on Berlin's real pack built by its recipe. */
const berlin = await berlinStudy();

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
  onBerlin('measure panel: another year (the others known)', (study) => {
    const cache = createMeasureCache();
    measure(study, request, cache);
    let turn = 0;
    return () => {
      // A year that has been asked for before costs next to nothing: forget what was made of it.
      const known = cache.measured.get(study);
      const year = [2021, 2022, 2023][turn++ % 3]!;
      for (const key of known?.keys() ?? []) if (key.includes(`,${year},`)) known?.delete(key);
      return measure(study, { ...request, year }, cache).indices.length;
    };
  }),
  onBerlin('measure panel: another radius', (study) => {
    const cache = createMeasureCache();
    let turn = 0;
    return () => measure(study, { ...request, radius: 500 + 10 * (turn++ % 400) }, cache).indices.length;
  }),
  onBerlin('measure panel: other groups, 8 years, 4 levels', (study) => {
    const cache = createMeasureCache();
    measure(study, request, cache);
    return () => {
      cache.measured.delete(study);
      return measure(study, request, cache).indices.length;
    };
  }),
  onBerlin('measure panel: first sentence of all (counts alone)', (study) => () => {
    const stepper = beginMeasure(study, request, createMeasureCache());
    stepper.step(stepper.marks[0]!);
    return stepper.result().indices.length;
  }),
  onBerlin(
    'measure panel: first question of all (geography too)',
    (study) => () => measure(study, request, createMeasureCache()).indices.length,
  ),
  ...(
    [
      ['first look at intervals and chance, 99 each', 99],
      ['500 bootstraps and 999 random allocations', Infinity],
    ] as const
  ).map(([task, until]) =>
    onBerlin(`measure panel: ${task}`, (study) => {
      const cache = createMeasureCache();
      return () => {
        const stepper = beginUncertainty(
          study,
          { ...request, bootstraps: 500, permutations: 999, seed: 1 },
          cache,
        );
        stepper.step(until === Infinity ? stepper.total : stepper.marks[2]!);
        return stepper.result().permutations;
      };
    }),
  ),
  onBerlin('measure panel: clusters and hot spots, 9 999 permutations', (study) => {
    const cache = createMeasureCache();
    const local = { ...request, second: null, permutations: 9999, seed: 1, discovery: true };
    return () => {
      const stepper = beginLocal(study, local, cache);
      stepper.step(stepper.total);
      return stepper.result().global.p;
    };
  }),
  onBerlin('measure panel: profile over ten radii, two years', (study) => {
    const cache = createMeasureCache();
    return () =>
      profileOf(study, { ...request, radii: [...profileRadii] }, cache).macroMicro.spatial_H ?? NaN;
  }),
  onBerlin('measure panel: decomposition', (study) => {
    const cache = createMeasureCache();
    return () => decompose(study, { ...request, from: null }, cache).total.M;
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
