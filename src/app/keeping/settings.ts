import type { ProjectSettings } from '#project/projectFile.ts';
import type { AppState } from '#state/state.ts';
import { addressOf } from '../effects/address.ts';
import { version } from '../version.ts';

/** What a project file holds beside the study itself. */
export function settingsOf(state: AppState, now: Date): ProjectSettings {
  return {
    program: version,
    saved: now.toISOString(),
    view: addressOf(state) ?? '#v=1',
    disclosure: state.study?.disclosure ?? null,
    scenes: [],
    profiles: [],
  };
}
