import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { noClass } from '#symbology/classes.ts';
import { paled } from '#symbology/clusters.ts';
import { noOutlines, plainContents, programmeOutlines } from '../mapParts.ts';
import type { TaskPanel } from '../task.ts';
import { MeasureAnswerPanel } from './MeasureAnswerPanel.tsx';
import { MeasureControls } from './MeasureControls.tsx';
import { MeasureHover } from './MeasureHover.tsx';
import { MeasureLegend } from './MeasureLegend.tsx';
import { type MeasuredMap, measuredMapOf } from './measured.ts';
import { measureCaption, measureTable } from './measureTable.ts';
import {
  comparisonRequest,
  decompositionRequest,
  localRequest,
  measureRequest,
  profileRequest,
  uncertaintyRequest,
} from './requests.ts';

const mapContents = memo(
  (state: AppState) =>
    [
      measuredMapOf(state),
      state.view.programmes,
      state.view.measurePart === 'neighbours' ? state.session.brushed : noneBrushed,
    ] as const,
  ([map, programmes, brushed]) =>
    map && {
      level: map.measured.level,
      context: map.measured.study.context,
      colours: coloursOf(map, brushed),
      programmes: programmes ? programmeOutlines(map.measured.study) : noOutlines,
      institutions: null,
      background: 'coloured' as const,
    },
);

const noneBrushed: readonly string[] = [];

/** What is brushed keeps its colour, everything else recedes. */
function coloursOf({ classes, colors, signs, measured }: MeasuredMap, brushed: readonly string[]) {
  const marked = new Set(brushed);
  const { keys } = measured.level;
  if (!keys.some((key) => marked.has(key))) return { classes, palette: colors, signs };
  const pale = colors.length;
  return {
    classes: classes.map((code, a) => (code === noClass || marked.has(keys[a] ?? '') ? code : code + pale)),
    palette: [...colors, ...colors.map(paled)],
    signs,
  };
}

export const measuring: TaskPanel = {
  id: 'measure',
  name: 'app.task-measure',
  Controls: MeasureControls,
  Answer: MeasureAnswerPanel,
  Legend: MeasureLegend,
  Hover: MeasureHover,
  mapContents: (state) => mapContents(state) ?? plainContents(state),
  requests: [
    { name: 'measure', request: measureRequest },
    { name: 'local', request: localRequest },
    { name: 'comparison', request: comparisonRequest },
    { name: 'profile', request: profileRequest },
    { name: 'decomposition', request: decompositionRequest },
    { name: 'uncertainty', request: uncertaintyRequest },
  ],
  table: measureTable,
  caption: measureCaption,
};
