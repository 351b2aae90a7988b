import type { AreaNeed } from './answer.ts';
import { isLow, type StatusClass } from './classes.ts';

/**
 * Persistence [Verfestigung].
 *
 * In how many of the editions in which an area was rated its status was low or very low, and for how long without a
 * break up to now.
 *
 *   share = low editions / rated editions
 *
 * @param history oldest first, the last one is now; class null = not rated.
 * @returns counts, share 0…1 (NaN without a rated edition), spell = unbroken run of low editions ending now. An
 * edition without a class ends the run: what is not known is not counted as need. `entries` and `exits` name the
 * editions in which the area, compared with the rated edition before, became low or stopped being low.
 * Cost: O(editions). Source: own rule (`verdictOf`).
 * @example low, mittel, low, low → 3 of 4, spell 2
 */
export function persistenceOf(
  history: readonly { readonly edition: number; readonly statusClass: StatusClass | null }[],
): AreaNeed['persistence'] {
  let editions = 0;
  let low = 0;
  let spell = 0;
  let before: boolean | null = null;
  const entries: number[] = [];
  const exits: number[] = [];
  for (const { edition, statusClass } of history) {
    if (statusClass === null) {
      spell = 0;
      continue;
    }
    const isNow = isLow(statusClass);
    editions++;
    if (isNow) low++;
    spell = isNow ? spell + 1 : 0;
    if (before === false && isNow) entries.push(edition);
    if (before === true && !isNow) exits.push(edition);
    before = isNow;
  }
  return { editions, low, share: low / editions, spell, entries, exits };
}
