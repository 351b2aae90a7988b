import type { DisclosureProfile } from '#disclosure/profile.ts';
import type { ToldReport } from '#disclosure/report.ts';
import type { SmallNumbers } from '#disclosure/smallNumbers.ts';
import type { ServiceDescription, ServiceLayer } from '#import/formats/services/service.ts';
import type { Inspection } from '#import/inspect/inspection.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import type { NameProposal, Review } from '#import/plan/review.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import type { ChosenColumns, Renewal } from '#import/recipe/renewal.ts';
import type { InstitutionAnswer, InstitutionRequest } from '#institutions/answer.ts';
import type {
  ComparisonAnswer,
  ComparisonRequest,
  DecompositionAnswer,
  DecompositionRequest,
  LocalAnswer,
  LocalRequest,
  MeasureAnswer,
  MeasureRequest,
  ProfileAnswer,
  ProfileRequest,
  UncertaintyAnswer,
  UncertaintyRequest,
} from '#measuring/answer.ts';
import type { Result } from '#model/result.ts';
import type { Study, Variable } from '#model/study.ts';
import type { NeedAnswer, NeedRequest, StabilityAnswer } from '#monitoring/answer.ts';
import type { Project, ProjectFile, ProjectSettings } from '#project/projectFile.ts';
import type { GuardPreview } from './guarded.ts';
import type { MadeBy } from './shelf.ts';

/** Where the bytes of a pack come from. */
export type PackOrigin =
  | { readonly kind: 'url'; readonly base: string }
  | { readonly kind: 'zip'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'files';
      readonly name: string;
      readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
    };

/** A file for the import. A `File` of the page is handed over as it is and read inside the worker. */
export interface ImportFile {
  readonly path: string;
  readonly content: Uint8Array | Blob;
}

export interface Inspected {
  /** Names the files in later jobs; they stay in the worker until `forget`. */
  readonly import: string;
  readonly inspection: Inspection;
  /** The plan handed in, brought into line with what was found, or the proposal. */
  readonly plan: ImportPlan;
}

/** What people said in an import. */
export interface Decisions {
  readonly plan: ImportPlan;
  /** Questions answered, as in the draft. */
  readonly answered: readonly string[];
}

/** The jobs of an import. Nothing of it touches a study that is open. */
export interface ImportJobs {
  /** Reads files beside those the import has already, with the decisions of the plan; `without` takes files away. */
  readonly inspect: {
    readonly input: {
      readonly import: string | null;
      readonly files: readonly ImportFile[];
      readonly without?: readonly string[];
      readonly plan: ImportPlan | null;
    };
    readonly output: Result<Inspected>;
  };
  readonly review: {
    readonly input: { readonly import: string; readonly plan: ImportPlan };
    readonly output: Review;
  };
  /** Names that resemble those of the areas, for the rows of one table that have none. */
  readonly nameProposals: {
    readonly input: { readonly import: string; readonly plan: ImportPlan; readonly table: string };
    readonly output: readonly NameProposal[];
  };
  /** What its counts of people say about how far the study of a plan needs protection. */
  readonly smallNumbers: {
    readonly input: { readonly import: string; readonly plan: ImportPlan };
    readonly output: Result<SmallNumbers>;
  };
  /** What a profile would hide of the study of a plan. */
  readonly guardPlan: {
    readonly input: {
      readonly import: string;
      readonly plan: ImportPlan;
      readonly disclosure: DisclosureProfile;
    };
    readonly output: Result<GuardPreview & { readonly variables: readonly Variable[] }>;
  };
  /** Builds the study of a plan. */
  readonly adopt: {
    readonly input: {
      readonly import: string;
      readonly plan: ImportPlan;
      readonly disclosure: DisclosureProfile | null;
      /** Remembered for opening the import again. */
      readonly answered?: readonly string[];
      readonly keep?: readonly string[];
    };
    readonly output: Result<OpenedStudy & { readonly recipe: Recipe }>;
  };
  /**
   * Begins an import with the files an open study was made of, and with what was decided about them. Where only its
   * recipe is known (it was renewed, or came as a recipe), the plan is a proposal.
   */
  readonly reopen: {
    readonly input: { readonly study: string };
    readonly output: Result<
      Inspected & { readonly answered: readonly string[]; readonly recipe: Recipe | null }
    >;
  };
  /** How a recipe would fit the files of the import. */
  readonly renew: {
    readonly input: {
      readonly import: string;
      readonly recipe: unknown;
      readonly columns?: ChosenColumns;
    };
    readonly output: Result<Renewal>;
  };
  /** Builds the study of a recipe from the files of the import. */
  readonly replay: {
    readonly input: {
      readonly import: string;
      readonly recipe: unknown;
      readonly disclosure: DisclosureProfile | null;
      readonly keep?: readonly string[];
    };
    readonly output: Result<OpenedStudy & { readonly recipe: Recipe }>;
  };
  /** The files as they were handed in or loaded, to be kept elsewhere. */
  readonly importFiles: {
    readonly input: { readonly import: string };
    readonly output: readonly ImportFile[];
  };
  readonly forget: { readonly input: { readonly import: string }; readonly output: null };
  /** What a WFS or OGC API offers. The only jobs that ask another host, and only the one whose address was given. */
  readonly describeService: {
    readonly input: { readonly address: string };
    readonly output: Result<ServiceDescription>;
  };
  /** Loads the layers a recipe names as the files it knows them by. Those that could not be had are notes. */
  readonly loadSources: {
    readonly input: { readonly import: string | null; readonly recipe: unknown };
    readonly output: Result<Inspected>;
  };
  /** Loads a layer as a file of the import, which is begun when there is none. */
  readonly loadLayer: {
    readonly input: {
      readonly import: string | null;
      readonly service: ServiceDescription;
      readonly layer: ServiceLayer['id'];
      readonly plan: ImportPlan | null;
      /** However many features it has; without it, layers of very many are only counted. */
      readonly whole?: boolean;
    };
    readonly output: Result<Inspected>;
  };
}

export interface ProjectJobs {
  /** What opens the import of a study again, to be kept beside its project on the same machine. */
  readonly madeBy: { readonly input: { readonly study: string }; readonly output: MadeBy | null };
  /** A project file of a study, with its data when asked for. */
  readonly saveProject: {
    readonly input: {
      readonly study: string;
      readonly settings: ProjectSettings;
      readonly withData: boolean;
    };
    readonly output: Uint8Array;
  };
  /** Opens a project file; `files` are searched for data that are not inside. */
  readonly openProject: {
    readonly input: {
      readonly name: string;
      readonly content: Uint8Array | Blob;
      readonly files: readonly ImportFile[];
      /** What was kept beside it (`madeBy`). */
      readonly made?: MadeBy | null;
      readonly keep?: readonly string[];
    };
    readonly output: Result<
      | { readonly kind: 'opened'; readonly project: Project; readonly opened: OpenedStudy }
      | {
          readonly kind: 'wanting';
          readonly project: Project;
          readonly missing: readonly ProjectFile[];
        }
    >;
  };
}

/** Every job the worker can do: what goes in, what comes out. A Study is sent once (`open`) and named by its key after. */
export interface Jobs extends ImportJobs, ProjectJobs {
  readonly open: {
    /** `keep`: keys of studies that are still in use; of all others the last two are kept. */
    readonly input: PackOrigin & {
      readonly keep?: readonly string[];
      readonly disclosure?: DisclosureProfile | null;
    };
    readonly output: Result<OpenedStudy>;
  };
  /** The study under another disclosure profile, made of what was delivered; the one before stays. */
  readonly guard: {
    readonly input: {
      readonly study: string;
      readonly disclosure: DisclosureProfile | null;
      readonly keep?: readonly string[];
    };
    readonly output: OpenedStudy;
  };
  /** What a profile would hide. */
  readonly guardReport: {
    readonly input: { readonly study: string; readonly disclosure: DisclosureProfile };
    readonly output: GuardPreview;
  };
  readonly measure: { readonly input: About<MeasureRequest>; readonly output: MeasureAnswer };
  readonly uncertainty: { readonly input: About<UncertaintyRequest>; readonly output: UncertaintyAnswer };
  readonly local: { readonly input: About<LocalRequest>; readonly output: LocalAnswer };
  readonly profile: { readonly input: About<ProfileRequest>; readonly output: ProfileAnswer };
  readonly decomposition: {
    readonly input: About<DecompositionRequest>;
    readonly output: DecompositionAnswer;
  };
  readonly comparison: { readonly input: About<ComparisonRequest>; readonly output: ComparisonAnswer };
  readonly institutions: { readonly input: About<InstitutionRequest>; readonly output: InstitutionAnswer };
  readonly need: { readonly input: About<NeedRequest>; readonly output: Result<NeedAnswer> };
  readonly stability: { readonly input: About<NeedRequest>; readonly output: Result<StabilityAnswer> };
}

export interface OpenedStudy {
  /** Names the Study in later jobs; every opening gets a new one. */
  readonly key: string;
  /** What may be shown of it. */
  readonly study: Study;
  /** What the disclosure profile did; null without one. */
  readonly guard?: ToldReport | null;
}

export interface About<Request> {
  readonly study: string;
  readonly request: Request;
}

export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Jobs[N]['input'];
export type JobOutput<N extends JobName> = Jobs[N]['output'];
