import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Inspection } from '#import/inspect/inspection.ts';
import { familyText } from '#import/plan/familyWords.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { type PlanText, spoken } from '#import/plan/planText.ts';
import type { Review } from '#import/plan/review.ts';
import type { ImportDraft, ImportStep } from '#state/draft.ts';
import { useSpeech } from '#state/useApp.ts';
import type { Bench, PlanChange } from './bench.ts';
import type { Blocker } from './blockers.ts';

/** Id of the head of the page of a step: it gets the focus when the step begins. */
export const stepTitle = 'import-step-title';

/** What every part of the wizard has at hand. */
export interface Wizard {
  readonly draft: ImportDraft;
  readonly bench: Bench;
  readonly blockers: readonly Blocker[];
  /** Changes the plan; changes in a row about the same thing are undone together. */
  edit(change: PlanChange, about?: string): void;
  /** Changes the plan in a way that needs the files to be read again. */
  reread(change: PlanChange): void;
  answer(questions: readonly string[], isAnswered?: boolean): void;
  /** Goes to a step, and to a place in it. */
  go(step: ImportStep, at?: string): void;
}

export const WizardContext = createContext<Wizard | null>(null);

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('invalid use: no wizard above');
  return wizard;
}

export interface Planned extends Wizard {
  /** A name of the plan in the language of the session. */
  say(text: PlanText): string;
  /** A kind of areas, by the plural of the plan: words of ours are known in both languages. */
  sayAreas(plural: string): string;
  readonly plan: ImportPlan;
  readonly inspection: Inspection;
  /** Null until there is one of this very plan. */
  readonly review: Review | null;
}

/** In steps that there are only once files have been read. */
export function usePlanned(): Planned {
  const wizard = useWizard();
  const { language } = useSpeech();
  const { plan, inspection, review } = wizard.draft;
  if (!plan || !inspection) throw new Error('invalid use: no plan yet');
  const say = (text: PlanText): string => spoken(text, language);
  const sayAreas = (plural: string): string => spoken(familyText(plural, 'plural'), language);
  return { ...wizard, plan, inspection, say, sayAreas, review: review?.plan === plan ? review.value : null };
}
