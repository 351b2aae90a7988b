import type { Guarded } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import type { GuardReport } from '#disclosure/report.ts';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import type { Study } from '#model/study.ts';
import type { OpenedStudy } from './jobs.ts';

/** What a study was made of: enough to make it again elsewhere. */
export interface Materials {
  /** Null: the files are a city pack. */
  readonly recipe: Recipe | null;
  /** With the paths the recipe or the pack knows them by. */
  files(): Promise<readonly PackFile[]>;
}

export interface AdoptOptions {
  /** Keys of studies still in use; of all others the last two are kept. */
  readonly keep?: readonly string[] | undefined;
  readonly materials?: Materials | null | undefined;
  /** What may be shown of the study; null: all of it. */
  readonly disclosure?: DisclosureProfile | null | undefined;
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
  #opened = 0;

  readonly adopt: Adopt = async (raw, { keep = [], materials = null, disclosure = null } = {}) => {
    const guarded = disclosure && (await guardedStudy(raw, disclosure));
    const key = `${raw.id}-${this.#opened++}`;
    const study = guarded?.study ?? raw;
    this.#studies.set(key, { raw, study, materials });
    const unused = [...this.#studies.keys()].filter((one) => !keep.includes(one));
    for (const old of unused.slice(0, -2)) this.#studies.delete(old);
    return { key, study, guard: guarded?.report ?? null };
  };

  /** The same study under another profile, made of what was delivered. The one before stays as it is. */
  async guard(
    key: string,
    disclosure: DisclosureProfile | null,
    keep: readonly string[] = [],
  ): Promise<OpenedStudy> {
    const { raw, materials } = this.#of(key);
    return this.adopt(raw, { keep: [key, ...keep], materials, disclosure });
  }

  /** What a profile would do to a study. */
  async guardReport(key: string, disclosure: DisclosureProfile): Promise<GuardReport> {
    return (await guardedStudy(this.#of(key).raw, disclosure)).report;
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

/** Its code comes with the first profile that is chosen. */
async function guardedStudy(study: Study, profile: DisclosureProfile): Promise<Guarded> {
  const { guardStudy } = await import('#disclosure/guard.ts');
  return guardStudy(study, profile);
}
