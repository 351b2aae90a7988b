/** What the page knows of work kept on this machine without loading it. */
export interface KeptMarker {
  /** Where it is kept; every window of the app has a place of its own. */
  readonly slot: string;
  /** Empty: no city yet, an import that was begun. */
  readonly city: string;
  /** Empty: the import has no name yet. */
  readonly title: string;
  /** ISO date and time. */
  readonly saved: string;
}

const keptKey = 'quartierlupe.kept';
const workingKey = 'quartierlupe.working';

/** The first place has no name: there was only one in former versions. */
const keyOf = (slot: string): string => (slot === '' ? keptKey : `${keptKey}.${slot}`);

/** All that is kept, the newest first; none where storage is forbidden. */
export function readMarkers(storage: Storage | null): readonly KeptMarker[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
  return keys
    .filter((key) => key === keptKey || key.startsWith(`${keptKey}.`))
    .flatMap((key) => markerOf(key.slice(keptKey.length + 1), storage?.getItem(key)) ?? [])
    .sort((a, b) => (a.saved < b.saved ? 1 : -1));
}

function markerOf(slot: string, written: string | null | undefined): KeptMarker | null {
  try {
    const value: unknown = JSON.parse(written ?? 'null');
    const { city, title, saved } = (value ?? {}) as Record<string, unknown>;
    return typeof city === 'string' && typeof title === 'string' && typeof saved === 'string'
      ? { slot, city, title, saved }
      : null;
  } catch {
    return null;
  }
}

export function writeMarker(storage: Storage | null, { slot, ...marker }: KeptMarker): void {
  try {
    storage?.setItem(keyOf(slot), JSON.stringify(marker));
  } catch {
    // Without storage nothing is kept, which is said where it matters.
  }
}

export function removeMarker(storage: Storage | null, slot: string): void {
  storage?.removeItem(keyOf(slot));
}

/** Tells when another window has deleted what is kept in a place. */
export function onForgotten(listener: (slot: string) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key?.startsWith(keptKey) && newValue === null) listener(key.slice(keptKey.length + 1));
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** The place where this window keeps its work; null when it has none. Survives a reload and a crash, but not the window. */
export function workingSlot(session: Storage | null): string | null {
  const value = session?.getItem(workingKey) ?? null;
  return value === '1' ? '' : value;
}

export function setWorking(session: Storage | null, slot: string | null): void {
  try {
    if (slot === null) session?.removeItem(workingKey);
    else session?.setItem(workingKey, slot === '' ? '1' : slot);
  } catch {
    // As above.
  }
}

export function storageOf(get: () => Storage): Storage | null {
  try {
    return get();
  } catch {
    return null;
  }
}
