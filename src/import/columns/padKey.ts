/** Keys of official systems have a few dozen signs at most. */
export const longestKey = 100;

/**
 * Fills a key up with zeros in front. Nothing stays nothing; lengths that no key has are slips of the pen and change
 * nothing.
 */
export function padKey(key: string, length: number | null | undefined): string {
  if (key === '' || !length || length > longestKey) return key;
  return key.padStart(length, '0');
}
