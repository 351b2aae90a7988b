import type { AppState } from '#state/state.ts';
import { type Speech, useSelect, useSpeech } from '#state/useApp.ts';

/** The indicator looked at next door; null where it is the group's own share. */
function nextDoorOf({ study, view }: Pick<AppState, 'study' | 'view'>) {
  return study?.study.indicators.find((one) => one.id === view.nextDoor) ?? null;
}

/** Its name in a few words. */
export function nextDoorName(
  state: Pick<AppState, 'study' | 'view'>,
  { text }: Pick<Speech, 'text'>,
): string | null {
  const indicator = nextDoorOf(state);
  return indicator && text(indicator.short);
}

export function useNextDoor(): string | null {
  const indicator = useSelect(nextDoorOf);
  const { text } = useSpeech();
  return indicator && text(indicator.short);
}
