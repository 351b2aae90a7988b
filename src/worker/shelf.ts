import type { DisclosureProfile } from '#disclosure/profile.ts';
import { toldReport } from '#disclosure/report.ts';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import type { Study } from '#model/study.ts';
import { type GuardPreview, guarded, guardPreview } from './guarded.ts';
import type { Turns } from './inTurns.ts';
import type { Decisions, OpenedStudy } from './jobs.ts';

/** What a study was made of: enough to make it again elsewhere. */
export interface Materials {
  /** Null: the files are a city pack. */
  readonly recipe: Recipe | null;
  /** With the paths the recipe or the pack knows them by. */
  files(): Promise<readonly PackFile[]>;
  /** The import it was taken over from. Null or undefined: none is known, only the recipe. */
  readonly made?: MadeBy | null | undefined;
}

/** What opens an import again as it was left, beside the files of the recipe. */
export interface MadeBy {
  readonly decisions: Decisions;
  /** Files that were there and that nothing was taken from. */
  readonly aside: readonly PackFile[];
  /** Of them, those that were too large to be kept as well. */
  readonly left: readonly string[];
}

export interface AdoptOptions {
  /** Keys of studies still in use; of all others the last two are kept. */
  readonly keep?: readonly string[] | undefined;
  readonly materials?: Materials | null | undefined;
  /** What may be shown of the study; null: all of it. */
  readonly disclosure?: DisclosureProfile | null | undefined;
  /** Lets others have their turn while the study is guarded; throws where that was cancelled. */
  readonly pause?: Turns['pause'] | undefined;
}

/** Puts a study, or what may be shown of it, among those the worker answers about. */
export type Adopt = (study: Study, options?: AdoptOptions) => Promise<OpenedStudy>;

interface Shelved {
  /** As its publisher delivered it: never leaves the worker under a profile that hides something. */
  readonly raw: Study;
  /** What everything is answered from. */
  readonly study: Study;
  readonly materials: Materials | null;
}

/** The studies the worker answers about, by the keys the page knows them by. */
export class Shelf {
  readonly #studies = new Map<string, Shelved>();
  readonly #now: () => number;
  #opened = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  readonly adopt: Adopt = async (raw, { keep = [], materials = null, disclosure = null, pause } = {}) => {
    const turns = { now: this.#now, ...(pause ? { pause } : {}) };
    const shown = disclosure && (await guarded(raw, disclosure, turns));
    const key = `${raw.id}-${this.#opened++}`;
    const study = shown?.study ?? raw;
    this.#studies.set(key, { raw, study, materials });
    const unused = [...this.#studies.keys()].filter((one) => !keep.includes(one));
    for (const old of unused.slice(0, -2)) this.#studies.delete(old);
    return { key, study, guard: shown ? toldReport(shown.report) : null };
  };

  /** The same study under another profile, made of what was delivered. The one before stays as it is. */
  async guard(
    key: string,
    disclosure: DisclosureProfile | null,
    keep: readonly string[] = [],
    pause?: Turns['pause'],
  ): Promise<OpenedStudy> {
    const { raw, materials } = this.#of(key);
    return this.adopt(raw, { keep: [key, ...keep], materials, disclosure, pause });
  }

  /** What a profile would do to a study. */
  guardReport(key: string, disclosure: DisclosureProfile, pause?: Turns['pause']): Promise<GuardPreview> {
    return guardPreview(this.#of(key).raw, disclosure, { now: this.#now, ...(pause ? { pause } : {}) });
  }

  study(key: string): Study {
    return this.#of(key).study;
  }

  materials(key: string): Materials | null {
    return this.#of(key).materials;
  }

  #of(key: string): Shelved {
    const shelved = this.#studies.get(key);
    if (!shelved) throw new Error(`invalid study: ${key}`);
    return shelved;
  }
}
