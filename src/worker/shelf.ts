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
}

/** Puts a study among those the worker answers about. */
export type Adopt = (study: Study, options?: AdoptOptions) => OpenedStudy;

interface Shelved {
  readonly study: Study;
  readonly materials: Materials | null;
}

/** The studies the worker answers about, by the keys the page knows them by. */
export class Shelf {
  readonly #studies = new Map<string, Shelved>();
  #opened = 0;

  readonly adopt: Adopt = (study, { keep = [], materials = null } = {}) => {
    const key = `${study.id}-${this.#opened++}`;
    this.#studies.set(key, { study, materials });
    const unused = [...this.#studies.keys()].filter((one) => !keep.includes(one));
    for (const old of unused.slice(0, -2)) this.#studies.delete(old);
    return { key, study };
  };

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
