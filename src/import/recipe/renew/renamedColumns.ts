import { distance } from 'fastest-levenshtein';
import { headingWords } from '../../inspect/words.ts';
import { cleanHead, headJoint } from '../../tables/headNames.ts';

export interface ColumnChange {
  readonly before: string;
  /** Null: gone. */
  readonly now: string | null;
  /** 0…1; 1 for names that differ by their year only. */
  readonly likeness: number;
}

/** Names less alike than this are not taken for the same column. */
const least = 0.72;

/**
 * The columns a recipe needs that a new file does not have under their name, each with the one that is most like it.
 * `other` are those that are needed as well and stay as they are.
 */
export function changedColumns(
  needed: readonly string[],
  header: readonly string[],
): readonly ColumnChange[] {
  const missing = needed.filter((name) => !has(header, name));
  const free = new Set(header.filter((name) => !needed.some((one) => isSame(one, name))));
  const pairs = missing
    .flatMap((before) => [...free].map((now) => ({ before, now, likeness: likeness(before, now) })))
    .filter((pair) => pair.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness);
  const found = new Map<string, ColumnChange>();
  for (const pair of pairs) {
    if (found.has(pair.before) || !free.has(pair.now)) continue;
    found.set(pair.before, pair);
    free.delete(pair.now);
  }
  return missing.map((before) => found.get(before) ?? { before, now: null, likeness: 0 });
}

/** Is there a column of this name? As `joinTables` looks for it. */
export function has(header: readonly string[], name: string): boolean {
  if (header.some((one) => isSame(name, one))) return true;
  const ending = `${headJoint}${cleanHead(name)}`;
  return header.filter((one) => one.endsWith(ending)).length === 1;
}

function isSame(one: string, other: string): boolean {
  return one.trim() === other || cleanHead(one) === cleanHead(other);
}

/** 1 − edits per character; years, case and blanks do not count. */
function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return 1;
  return 1 - distance(a, b) / Math.max(a.length, b.length);
}

function plain(name: string): string {
  return headingWords(cleanHead(name)).replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, '#');
}
