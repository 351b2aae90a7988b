import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { noOutlines, openCircles, plainContents, programmeOutlines } from '../mapParts.ts';
import type { TaskPanel } from '../task.ts';
import { ExploreAnswer } from './ExploreAnswer.tsx';
import { ExploreControls } from './ExploreControls.tsx';
import { ExploreHover } from './ExploreHover.tsx';
import { ExploreLegend } from './ExploreLegend.tsx';
import { exploreCaption, exploreTable } from './exploreTable.ts';
import { shownOf } from './shown.ts';

const mapContents = memo(
  (state: AppState) => [shownOf(state), state.view.programmes, state.view.overlay] as const,
  ([shown, programmes, overlay]) =>
    shown && {
      level: shown.level,
      context: shown.study.context,
      colours: { classes: shown.classes, palette: shown.palette, signs: shown.data.signs },
      programmes: programmes ? programmeOutlines(shown.study) : noOutlines,
      institutions: overlay === 'none' ? null : openCircles(shown.study, overlay),
      background: 'coloured' as const,
    },
);

export const exploring: TaskPanel = {
  id: 'explore',
  name: 'app.task-explore',
  Controls: ExploreControls,
  Answer: ExploreAnswer,
  Legend: ExploreLegend,
  Hover: ExploreHover,
  mapContents: (state) => mapContents(state) ?? plainContents(state),
  requests: [],
  table: exploreTable,
  caption: exploreCaption,
};
