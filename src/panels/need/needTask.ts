import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { noOutlines, plainContents, programmeOutlines } from '../mapParts.ts';
import type { TaskPanel } from '../task.ts';
import { needColoursOf, needOf, needRequest } from './assessed.ts';
import { NeedAnswerPanel } from './NeedAnswerPanel.tsx';
import { NeedControls } from './NeedControls.tsx';
import { NeedHover } from './NeedHover.tsx';
import { NeedLegend } from './NeedLegend.tsx';
import { needCaption, needTable } from './needTable.ts';

const mapContents = memo(
  (state: AppState) => [needOf(state), needColoursOf(state), state.view.programmes] as const,
  ([assessed, colours, programmes]) =>
    assessed &&
    colours && {
      level: assessed.level,
      context: assessed.study.context,
      colours,
      programmes: programmes ? programmeOutlines(assessed.study) : noOutlines,
      institutions: null,
      background: 'coloured' as const,
    },
);

export const needTask: TaskPanel = {
  id: 'need',
  name: 'app.task-need',
  Controls: NeedControls,
  Answer: NeedAnswerPanel,
  Legend: NeedLegend,
  Hover: NeedHover,
  mapContents: (state) => mapContents(state) ?? plainContents(state),
  requests: [
    { name: 'need', request: needRequest },
    { name: 'stability', request: needRequest },
  ],
  table: needTable,
  caption: needCaption,
};
