import { clear, createStore, delMany, get, set, type UseStore, update } from 'idb-keyval';
import type { ImportDraft } from '#state/draft.ts';
import type { ImportFile } from '#worker/jobs.ts';
import type { MadeBy } from '#worker/shelf.ts';

/** An import under way: the files and what had been decided about them. */
export type KeptDraft = Pick<
  ImportDraft,
  'plan' | 'step' | 'answered' | 'disclosure' | 'recipe' | 'reopened'
> & {
  readonly files: readonly ImportFile[];
};

interface Entries {
  /** A project file, with its data where there was room for them. */
  readonly work: Uint8Array;
  /** What its import needs to be opened again. */
  readonly made: MadeBy | null;
  /** What was shown since, as in the address (`#v=1&…`). */
  readonly view: string;
  readonly draft: KeptDraft;
  /** The page that wrote last. */
  readonly owner: string;
}

let database: UseStore | null = null;

function entries(): UseStore {
  database ??= createStore('quartierlupe', 'work');
  return database;
}

const nameNew = (): string =>
  [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');

/** This page, among all that keep work on this machine. */
const page = nameNew();
let slot = '';
/** Who wrote what this page knows of its place. */
let known: string | undefined;

const keyOf = (of: string, name: keyof Entries): string => (of === '' ? name : `${of}/${name}`);

/** Reads from a place, and goes on writing there. */
export async function takeUp(wanted: string): Promise<void> {
  slot = wanted;
  known = await get(keyOf(slot, 'owner'), entries());
}

/**
 * To be called before writing. Where another window has written what this page has not seen, neither replaces the other:
 * this page goes on in a place of its own.
 *
 * @returns the place, and whether it is a new one, where everything has to be written.
 */
export async function claim(): Promise<{ readonly slot: string; readonly isNew: boolean }> {
  if (await isClaimed()) return { slot, isNew: false };
  slot = nameNew();
  await isClaimed();
  return { slot, isNew: true };
}

/** Looking and writing in one transaction: two windows cannot both be first. */
async function isClaimed(): Promise<boolean> {
  let isOurs = false;
  await update<string>(
    keyOf(slot, 'owner'),
    (owner) => {
      isOurs = owner === undefined || owner === page || owner === known;
      return isOurs ? page : (owner ?? page);
    },
    entries(),
  );
  return isOurs;
}

/** Rejects where the browser forbids it or has no room. */
export function keep<N extends keyof Entries>(of: string, name: N, value: Entries[N]): Promise<void> {
  return set(keyOf(of, name), value, entries());
}

export function kept<N extends keyof Entries>(of: string, name: N): Promise<Entries[N] | undefined> {
  return get(keyOf(of, name), entries());
}

export function forget(of: string, ...names: readonly (keyof Entries)[]): Promise<void> {
  return delMany(
    names.map((name) => keyOf(of, name)),
    entries(),
  );
}

/** All that is kept in one place. */
export function forgetSlot(of: string): Promise<void> {
  return forget(of, 'work', 'made', 'view', 'draft', 'owner');
}

/** All that is kept. */
export function forgetAll(): Promise<void> {
  return clear(entries());
}
