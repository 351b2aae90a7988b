import type { BeeswarmOptions } from './beeswarm.ts';
import { chartOf } from './Chart.tsx';
import type { CourseOptions } from './course.ts';
import type { LegendHistogramOptions } from './legendHistogram.ts';
import type { ScatterOptions } from './scatter.ts';

/** Every chart as a component; the drawing code comes with the first one shown. */
export const LegendHistogram = chartOf<LegendHistogramOptions>(
  async () => (await import('./legendHistogram.ts')).legendHistogram,
);
export const Beeswarm = chartOf<BeeswarmOptions>(async () => (await import('./beeswarm.ts')).beeswarm);
export const Scatter = chartOf<ScatterOptions>(async () => (await import('./scatter.ts')).scatter);
export const Course = chartOf<CourseOptions>(async () => (await import('./course.ts')).course);
