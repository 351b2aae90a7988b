import type { BarsOptions } from './bars.ts';
import type { BeeswarmOptions } from './beeswarm.ts';
import { chartOf } from './Chart.tsx';
import type { ClassLegendOptions } from './classLegend.ts';
import type { CourseOptions } from './course.ts';
import type { FunnelOptions } from './funnel.ts';
import type { HistoryStripOptions } from './historyStrip.ts';
import type { LegendHistogramOptions } from './legendHistogram.ts';
import type { ScatterOptions } from './scatter.ts';
import type { SizeLegendOptions } from './sizeLegend.ts';
import type { StepLegendOptions } from './stepLegend.ts';

/** Every chart as a component; the drawing code comes with the first one shown. */
export const LegendHistogram = chartOf<LegendHistogramOptions>(
  async () => (await import('./legendHistogram.ts')).legendHistogram,
);
export const Beeswarm = chartOf<BeeswarmOptions>(async () => (await import('./beeswarm.ts')).beeswarm);
export const Scatter = chartOf<ScatterOptions>(async () => (await import('./scatter.ts')).scatter);
export const Course = chartOf<CourseOptions>(async () => (await import('./course.ts')).course);
export const Funnel = chartOf<FunnelOptions>(async () => (await import('./funnel.ts')).funnel);
export const Bars = chartOf<BarsOptions>(async () => (await import('./bars.ts')).bars);
export const HistoryStrip = chartOf<HistoryStripOptions>(
  async () => (await import('./historyStrip.ts')).historyStrip,
);
export const StepLegend = chartOf<StepLegendOptions>(
  async () => (await import('./stepLegend.ts')).stepLegend,
);
export const ClassLegend = chartOf<ClassLegendOptions>(
  async () => (await import('./classLegend.ts')).classLegend,
);
export const SizeLegend = chartOf<SizeLegendOptions>(
  async () => (await import('./sizeLegend.ts')).sizeLegend,
);
