import type { BarsOptions } from './bars.ts';
import type { BeeswarmOptions } from './beeswarm.ts';
import { chartOf } from './Chart.tsx';
import type { ClassLegendOptions } from './classLegend.ts';
import type { ConcentrationProfileOptions } from './concentrationProfile.ts';
import type { CourseOptions } from './course.ts';
import type { DecompositionBarsOptions } from './decompositionBars.ts';
import type { FunnelOptions } from './funnel.ts';
import type { HistoryStripOptions } from './historyStrip.ts';
import type { LegendHistogramOptions } from './legendHistogram.ts';
import type { LorenzOptions } from './lorenz.ts';
import type { MoranScatterOptions } from './moranScatter.ts';
import type { ScatterOptions } from './scatter.ts';
import type { SegregationProfileOptions } from './segregationProfile.ts';
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
export const Lorenz = chartOf<LorenzOptions>(async () => (await import('./lorenz.ts')).lorenz);
export const ConcentrationProfile = chartOf<ConcentrationProfileOptions>(
  async () => (await import('./concentrationProfile.ts')).concentrationProfile,
);
export const SegregationProfile = chartOf<SegregationProfileOptions>(
  async () => (await import('./segregationProfile.ts')).segregationProfile,
);
export const MoranScatter = chartOf<MoranScatterOptions>(
  async () => (await import('./moranScatter.ts')).moranScatter,
);
export const DecompositionBars = chartOf<DecompositionBarsOptions>(
  async () => (await import('./decompositionBars.ts')).decompositionBars,
);
