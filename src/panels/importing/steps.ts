import type { ComponentType } from 'preact';
import type { TextKey } from '#i18n/i18n.ts';
import type { ImportStep } from '#state/draft.ts';
import { AdoptStep } from './adopt/AdoptStep.tsx';
import { AreasStep } from './areas/AreasStep.tsx';
import { ColumnsStep } from './columns/ColumnsStep.tsx';
import { DisclosureStep } from './disclosure/DisclosureStep.tsx';
import { FilesStep } from './files/FilesStep.tsx';
import { IndicatorsStep } from './indicators/IndicatorsStep.tsx';
import { JoinStep } from './join/JoinStep.tsx';

export interface StepSpec {
  readonly id: ImportStep;
  /** On the stepper. */
  readonly name: TextKey;
  /** Head of the page. */
  readonly title: TextKey;
  readonly Page: ComponentType;
}

export const steps: readonly StepSpec[] = [
  { id: 'files', name: 'importing.step-files', title: 'importing.files-title', Page: FilesStep },
  { id: 'areas', name: 'importing.step-areas', title: 'importing.areas-title', Page: AreasStep },
  { id: 'columns', name: 'importing.step-columns', title: 'importing.columns-title', Page: ColumnsStep },
  {
    id: 'indicators',
    name: 'importing.step-indicators',
    title: 'importing.indicators-title',
    Page: IndicatorsStep,
  },
  { id: 'join', name: 'importing.step-join', title: 'importing.join-title', Page: JoinStep },
  {
    id: 'disclosure',
    name: 'importing.step-disclosure',
    title: 'importing.disclosure-title',
    Page: DisclosureStep,
  },
  { id: 'adopt', name: 'importing.step-adopt', title: 'importing.adopt-title', Page: AdoptStep },
];
