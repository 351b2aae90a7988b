/** Id of the place in the wizard that is about something, so that a list of what is missing can lead there. */
export function anchor(...parts: readonly string[]): string {
  return ['import', ...parts.map((part) => part.replace(/[^\w-]+/g, '_'))].join('-');
}
