/** What the page knows of work kept on this machine without loading it. */
export interface KeptMarker {
  readonly city: string;
  readonly title: string;
  /** ISO date and time. */
  readonly saved: string;
}

const keptKey = 'quartierlupe.kept';
const workingKey = 'quartierlupe.working';

/** Null when there is none, or storage is forbidden. */
export function readMarker(storage: Storage | null): KeptMarker | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(keptKey) ?? 'null');
    const { city, title, saved } = (value ?? {}) as Record<string, unknown>;
    return typeof city === 'string' && typeof title === 'string' && typeof saved === 'string'
      ? { city, title, saved }
      : null;
  } catch {
    return null;
  }
}

export function writeMarker(storage: Storage | null, marker: KeptMarker | null): void {
  try {
    if (marker) storage?.setItem(keptKey, JSON.stringify(marker));
    else storage?.removeItem(keptKey);
  } catch {
    // Without storage nothing is kept, which is said where it matters.
  }
}

/** Tells when another window has deleted the work kept on this machine. */
export function onForgotten(listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key === null || (key === keptKey && newValue === null)) listener();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** Does this window show work of one's own? Survives a reload and a crash, but not the window. */
export function isWorking(session: Storage | null): boolean {
  return session?.getItem(workingKey) === '1';
}

export function setWorking(session: Storage | null, working: boolean): void {
  try {
    if (working) session?.setItem(workingKey, '1');
    else session?.removeItem(workingKey);
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
