import type { DisclosureProfile } from '#disclosure/profile.ts';
import type { ToldReport } from '#disclosure/report.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import type { InstitutionAnswer } from '#institutions/answer.ts';
import type {
  ComparisonAnswer,
  DecompositionAnswer,
  LocalAnswer,
  MeasureAnswer,
  ProfileAnswer,
  UncertaintyAnswer,
} from '#measuring/answer.ts';
import type { Problem, Result } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import type { NeedAnswer, StabilityAnswer } from '#monitoring/answer.ts';
import type { Project, ProjectFile } from '#project/projectFile.ts';
import type { ImportFile } from '#worker/jobs.ts';
import type { ImportDraft } from './draft.ts';
import type { View } from './view.ts';

/**
 * study – what was loaded; view – what is shown (owned by the URL); session – neither worth saving nor sharing;
 * answers – what the worker computed, by the request it answers.
 */
export interface AppState {
  readonly study: LoadedStudy | null;
  /** Another city to compare with; stays while it is not asked for. */
  readonly other: OtherCity | null;
  readonly view: View;
  readonly session: Session;
  readonly answers: Answers;
  /** The import under way, if there is one. */
  readonly draft: ImportDraft | null;
  /** Studies to go back to and forward to again, the nearest last. */
  readonly history: { readonly past: readonly StudyStep[]; readonly future: readonly StudyStep[] };
}

/** A study as it was shown, and what took it away: undoing that brings it back. */
export interface StudyStep {
  readonly loaded: LoadedStudy;
  readonly view: View;
  readonly change: StudyChange;
}

const studyChanges = ['opened', 'adopted', 'guarded', 'restored'] as const;
export type StudyChange = (typeof studyChanges)[number];

export interface LoadedStudy {
  /** The worker's name for it. */
  readonly key: string;
  readonly study: Study;
  /** What was noticed on opening, kept to be looked up. */
  readonly notes: readonly Problem[];
  /** How it was made of its files, where that is known: it can be saved and applied again. */
  readonly recipe?: Recipe | null;
  /** What was kept from being shown. */
  readonly disclosure?: DisclosureProfile | null;
  /** What that did. */
  readonly guard?: ToldReport | null;
  /** Made or opened from files of this machine: nobody but the user can open it again. */
  readonly own?: boolean;
}

/** The key of the study that is open if it was made of files that are still at hand: its import can be opened again. */
export function madeHere({ study }: AppState): string | null {
  return study?.own && study.recipe ? study.key : null;
}

export interface OtherCity {
  /** As in the list of packs and in `View.compareWith`. */
  readonly id: string;
  readonly status: 'opening' | 'ready' | 'failed';
  readonly loaded: LoadedStudy | null;
  /** Why it could not be opened. */
  readonly problems: readonly Problem[];
}

/** A city that can be opened without a file. */
export interface ListedCity {
  readonly id: string;
  readonly title: string;
}

export interface Session {
  readonly language: 'de' | 'en';
  readonly hovered: string | null;
  readonly hoveredInstitution: string | null;
  /** Areas marked together by a rectangle in a chart; the map shows the others as through a veil. */
  readonly brushed: readonly string[];
  readonly playing: boolean;
  /** Cities the server offers. */
  readonly cities: readonly ListedCity[];
  /** What is being opened, if anything. */
  readonly opening: string | null;
  /** Problems of the last attempt to open something; the loaded study stays. */
  readonly problems: { readonly name: string; readonly list: readonly Problem[] } | null;
  /** A project whose data have to be handed in before it can be opened. */
  readonly wanting: WantingProject | null;
  /** Said once in the status line, e.g. "Link kopiert". */
  readonly message: {
    readonly key: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
  readonly mapReady: 'loading' | 'ready' | 'unavailable' | 'failed';
}

export interface WantingProject {
  readonly name: string;
  readonly content: Blob;
  /** Handed in so far. */
  readonly files: readonly ImportFile[];
  readonly project: Project;
  readonly missing: readonly ProjectFile[];
  readonly notes: readonly Problem[];
}

export interface AnswerTypes {
  readonly measure: MeasureAnswer;
  readonly uncertainty: UncertaintyAnswer;
  readonly local: LocalAnswer;
  readonly profile: ProfileAnswer;
  readonly decomposition: DecompositionAnswer;
  readonly comparison: ComparisonAnswer;
  readonly institutions: InstitutionAnswer;
  readonly need: Result<NeedAnswer>;
  readonly stability: Result<StabilityAnswer>;
}

/**
 * `value` may answer an older request than `key` while the newer one is pending: compare `valueKey`. Where that is `key`
 * already, a long job has given a first answer and goes on.
 */
export interface Answer<T> {
  readonly key: string;
  readonly status: 'pending' | 'ready' | 'failed';
  readonly value: T | null;
  readonly valueKey: string | null;
  readonly error: string | null;
  /** 0…1 while a long job reports progress. */
  readonly progress: number | null;
}

export type Answers = { readonly [N in keyof AnswerTypes]: Answer<AnswerTypes[N]> | null };

export const noAnswers: Answers = {
  measure: null,
  uncertainty: null,
  local: null,
  profile: null,
  decomposition: null,
  comparison: null,
  institutions: null,
  need: null,
  stability: null,
};
