import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { ImportDraft } from '#state/draft.ts';
import type { ImportFile } from '#worker/jobs.ts';

/** A project file with its data, and what was shown since. */
export interface KeptWork {
  readonly content: Uint8Array;
  /** As in the address (`#v=1&…`). */
  readonly view: string;
}

/** An import under way: the files and what had been decided about them. */
export type KeptDraft = Pick<ImportDraft, 'plan' | 'step' | 'answered' | 'disclosure' | 'recipe'> & {
  readonly files: readonly ImportFile[];
};

interface Entries {
  readonly work: Uint8Array;
  readonly view: string;
  readonly draft: KeptDraft;
}

let database: UseStore | null = null;

function entries(): UseStore {
  database ??= createStore('quartierlupe', 'work');
  return database;
}

/** Rejects where the browser forbids it or has no room. */
export function keep<N extends keyof Entries>(name: N, value: Entries[N]): Promise<void> {
  return set(name, value, entries());
}

export function kept<N extends keyof Entries>(name: N): Promise<Entries[N] | undefined> {
  return get(name, entries());
}

/** All that is kept. */
export function forgetAll(): Promise<unknown> {
  return forget('work', 'view', 'draft');
}

export function forget(...names: readonly (keyof Entries)[]): Promise<unknown> {
  return Promise.all(names.map((name) => del(name, entries())));
}
