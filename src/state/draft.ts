import type { DisclosureProfile } from '#disclosure/profile.ts';
import type { SmallNumbers } from '#disclosure/smallNumbers.ts';
import type { ServiceDescription } from '#import/formats/services/service.ts';
import type { Inspection } from '#import/inspect/inspection.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import type { NameProposal, Review } from '#import/plan/review.ts';
import type { ChosenColumns, CitedSources, Renewal } from '#import/recipe/renewal.ts';
import type { Problem } from '#model/result.ts';
import type { ImportFile } from '#worker/jobs.ts';
import type { RecipeOffer } from './offer.ts';

export const importSteps = [
  'files',
  'areas',
  'columns',
  'indicators',
  'join',
  'disclosure',
  'adopt',
] as const;
export type ImportStep = (typeof importSteps)[number];

/** Something handed in that is ready to be opened: no files of an office. */
export interface Openable {
  readonly kind: 'project' | 'pack';
  /** As dropped. */
  readonly name: string;
  readonly files: readonly ImportFile[];
}

/** An import under way. Nothing of it touches the study that is open until it is taken over. */
export interface ImportDraft {
  readonly step: ImportStep;
  /** Handed in and not read yet. */
  readonly incoming: readonly ImportFile[];
  /** Handed in, and to be asked about one by one. */
  readonly openables: readonly Openable[];
  /** The worker's name of a study whose import is to be opened again, until that has begun. */
  readonly reopening: string | null;
  /** The import of the study that is open: taking it over replaces that one. */
  readonly reopened: boolean;
  /** The worker's name for the files it holds; null before the first. */
  readonly key: string | null;
  readonly inspection: Inspection | null;
  readonly plan: ImportPlan | null;
  /** Plans to go back to and forward to again, the nearest last. */
  readonly past: readonly ImportPlan[];
  readonly future: readonly ImportPlan[];
  /** What the last change was about: the letters of one word are one step back. */
  readonly lastEdit: string | null;
  /** The review, and the plan it is about: another plan makes it old. */
  readonly review: { readonly plan: ImportPlan; readonly value: Review } | null;
  readonly reviewing: boolean;
  /** Names asked for, by table. */
  readonly names: Readonly<Record<string, readonly NameProposal[]>>;
  /** Questions a person has answered: positions of layers, readings of columns (`questions.ts`). */
  readonly answered: readonly string[];
  readonly job: ImportJob | null;
  /** Of the last job that failed. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly disclosure: DisclosureProfile | null;
  /** Rules of one's own have been begun and are not complete. */
  readonly disclosureOpen: boolean;
  /** What was found of small numbers, and in which plan; without a value where nobody could look. */
  readonly protection: { readonly plan: ImportPlan; readonly value: SmallNumbers | null } | null;
  readonly service: ServiceDescription | null;
  /** A recipe dropped with the files, or one to begin with. */
  readonly recipe: { readonly name: string; readonly value: unknown } | null;
  /** Where the recipe was chosen from the catalogue: the files it asks for. */
  readonly offer: RecipeOffer | null;
  readonly renewal: {
    readonly value: Renewal;
    readonly notes: readonly Problem[];
    /** What was said of renamed columns. */
    readonly columns?: ChosenColumns;
    /** What a person wrote of the sources, by id. */
    readonly cited?: CitedSources;
  } | null;
}

export interface ImportJob {
  readonly kind: 'read' | 'names' | 'describe' | 'load' | 'renew' | 'protect' | 'adopt';
  /** What it is about, e.g. the name of a file. */
  readonly subject: string;
  /** 0…1; null while unknown. */
  readonly part: number | null;
}

export const emptyDraft: ImportDraft = {
  step: 'files',
  incoming: [],
  openables: [],
  reopening: null,
  reopened: false,
  key: null,
  inspection: null,
  plan: null,
  past: [],
  future: [],
  lastEdit: null,
  review: null,
  reviewing: false,
  names: {},
  answered: [],
  job: null,
  problems: [],
  notes: [],
  disclosure: null,
  disclosureOpen: false,
  protection: null,
  service: null,
  recipe: null,
  offer: null,
  renewal: null,
};
