import { distance } from 'fastest-levenshtein';
import { guessHeading, tableWords } from '../../inspect/guess.ts';
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
/** Names that mean the same known figure. */
const sameMeaning = 0.85;

export interface Changing {
  /** Columns of the file before, where it is there: what stood there already is no new name of another one. */
  readonly before?: readonly string[];
  /** What a person said. */
  readonly chosen?: Readonly<Record<string, string | null>>;
  /** How alike the cells of two columns are, 0…1. */
  readonly cells?: (before: string, now: string) => number;
}

/** Columns of a new file that may be another one under a new name. */
export function freeColumns(
  needed: readonly string[],
  header: readonly string[],
  before: readonly string[] = [],
): readonly string[] {
  return header.filter(
    (name) => !needed.some((one) => isSame(one, name)) && !before.some((one) => isSame(one, name)),
  );
}

/**
 * The columns a recipe needs that a new file does not have under their name, each with the one that is most like it by
 * its head, its meaning or its cells – or that a person chose.
 */
export function changedColumns(
  needed: readonly string[],
  header: readonly string[],
  { before: old = [], chosen = {}, cells = () => 0 }: Changing = {},
): readonly ColumnChange[] {
  const missing = needed.filter((name) => !has(header, name));
  const found = new Map<string, ColumnChange>();
  for (const before of missing) {
    const now = Object.hasOwn(chosen, before) ? chosen[before] : undefined;
    if (now === undefined || (now !== null && !header.includes(now))) continue;
    found.set(before, { before, now, likeness: 1 });
  }
  const taken = new Set([...found.values()].map(({ now }) => now));
  const free = new Set(freeColumns(needed, header, old).filter((name) => !taken.has(name)));
  const pairs = missing
    .filter((before) => !found.has(before))
    .flatMap((before) =>
      [...free].map((now) => ({
        before,
        now,
        likeness: Math.max(likeness(before, now), meaningLikeness(before, now), cells(before, now)),
      })),
    )
    .filter((pair) => pair.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness);
  for (const pair of pairs) {
    if (found.has(pair.before) || !free.has(pair.now)) continue;
    found.set(pair.before, pair);
    free.delete(pair.now);
  }
  return missing.map((before) => found.get(before) ?? { before, now: null, likeness: 0 });
}

function meaningLikeness(one: string, other: string): number {
  const words = tableWords([], '');
  const meaning = (name: string) => guessHeading(name.split(headJoint), words);
  const [a, b] = [meaning(one), meaning(other)];
  return a.concept !== null && a.concept.id === b.concept?.id && a.share === b.share ? sameMeaning : 0;
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
