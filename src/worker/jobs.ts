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
import type { Study } from '#model/study.ts';
import type { NeedAnswer, NeedRequest, StabilityAnswer } from '#monitoring/answer.ts';

/** Where the bytes of a pack come from. */
export type PackOrigin =
  | { readonly kind: 'url'; readonly base: string }
  | { readonly kind: 'zip'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'files';
      readonly name: string;
      readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
    };

/** Every job the worker can do: what goes in, what comes out. A Study is sent once (`open`) and named by its key after. */
export interface Jobs {
  readonly open: {
    /** `keep`: keys of studies that are still in use; of all others the last two are kept. */
    readonly input: PackOrigin & { readonly keep?: readonly string[] };
    readonly output: Result<OpenedStudy>;
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
  readonly study: Study;
}

export interface About<Request> {
  readonly study: string;
  readonly request: Request;
}

export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Jobs[N]['input'];
export type JobOutput<N extends JobName> = Jobs[N]['output'];
