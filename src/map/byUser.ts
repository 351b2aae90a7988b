/** Travels with the moves that a person asks for by a button. */
export const users = { byUser: true };

/** Did a person begin this move, by hand or by a button? */
export function byUser(event: object): boolean {
  return ('originalEvent' in event && Boolean(event.originalEvent)) || 'byUser' in event;
}
