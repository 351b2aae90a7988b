import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { noOutlines, plainContents, programmeOutlines } from '../mapParts.ts';
import type { TaskPanel } from '../task.ts';
import { assessedOf, catchmentClicked, circlesOf, groundOf, institutionRequest } from './assessed.ts';
import { InstitutionAnswerPanel } from './InstitutionAnswerPanel.tsx';
import { InstitutionControls } from './InstitutionControls.tsx';
import { InstitutionHover } from './InstitutionHover.tsx';
import { InstitutionLegend } from './InstitutionLegend.tsx';
import { institutionCaption, institutionTable } from './institutionTable.ts';

const mapContents = memo(
  (state: AppState) => [assessedOf(state), groundOf(state), circlesOf(state), state.view.programmes] as const,
  ([assessed, ground, circles, programmes]) =>
    assessed &&
    ground && {
      level: ground.level,
      context: assessed.study.context,
      colours: { classes: ground.classes, palette: ground.palette, signs: ground.signs },
      programmes: programmes ? programmeOutlines(assessed.study) : noOutlines,
      institutions: circles,
      background: ground.background,
    },
);

export const institutionTask: TaskPanel = {
  id: 'institutions',
  name: 'app.task-institutions',
  Controls: InstitutionControls,
  Answer: InstitutionAnswerPanel,
  Legend: InstitutionLegend,
  Hover: InstitutionHover,
  mapContents: (state) => mapContents(state) ?? plainContents(state),
  areaClicked: catchmentClicked,
  requests: [{ name: 'institutions', request: institutionRequest }],
  table: institutionTable,
  caption: institutionCaption,
};
