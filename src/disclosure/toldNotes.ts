import type { Problem } from '#model/result.ts';
import type { DisclosureProfile } from './profile.ts';
import { hidesNothing } from './profiles.ts';

/**
 * What may be said about the making of a study that is shown under a profile: notes without numbers of people. Rows that
 * were left out are in no table, so nothing protects them.
 */
export function toldNotes(notes: readonly Problem[], profile: DisclosureProfile | null): readonly Problem[] {
  if (!profile || hidesNothing(profile)) return notes;
  return notes.map((note) => {
    if (note.code !== 'rows-without-area-residents') return note;
    const { people, year, ...params } = note.params;
    return { ...note, code: 'rows-without-area', params };
  });
}
