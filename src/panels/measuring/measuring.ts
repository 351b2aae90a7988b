import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { noOutlines, plainContents, programmeOutlines } from '../mapParts.ts';
import type { TaskPanel } from '../task.ts';
import { MeasureAnswerPanel } from './MeasureAnswerPanel.tsx';
import { MeasureControls } from './MeasureControls.tsx';
import { MeasureHover } from './MeasureHover.tsx';
import { MeasureLegend } from './MeasureLegend.tsx';
import { measuredMapOf, measureRequest, uncertaintyRequest } from './measured.ts';
import { measureCaption, measureTable } from './measureTable.ts';

const mapContents = memo(
  (state: AppState) => [measuredMapOf(state), state.view.programmes] as const,
  ([map, programmes]) =>
    map && {
      level: map.measured.level,
      context: map.measured.study.context,
      colours: { classes: map.classes, palette: map.colors, signs: map.signs },
      programmes: programmes ? programmeOutlines(map.measured.study) : noOutlines,
      institutions: null,
      background: 'coloured' as const,
    },
);

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
    { name: 'uncertainty', request: uncertaintyRequest },
  ],
  table: measureTable,
  caption: measureCaption,
};
