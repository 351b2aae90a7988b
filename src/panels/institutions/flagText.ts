import type { Speech } from '#state/useApp.ts';

/** A label of the source in words, where there are any; else as the source writes it. */
export function flagText({ find }: Speech, flag: string): string {
  return find('institutions', `flag-${flag}`) ?? flag;
}
