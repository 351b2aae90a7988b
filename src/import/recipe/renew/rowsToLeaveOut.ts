import type { TextTable } from '../../formats/table.ts';
import type { RecipeFiles } from '../recipeFiles.ts';
import type { Difference } from '../renewal.ts';
import type { Replacement } from './renewing.ts';

/**
 * Rows that a recipe leaves out by their number (sums, notes) stand elsewhere in another file: they are found again by
 * their text, of several rows with the same text (a Bezirk called like one of its Stadtteile) in the order they come.
 */
export async function rowsToLeaveOut(
  replacements: Map<string, Replacement[]>,
  /** Reads the old files with all their rows. */
  old: RecipeFiles,
  isThere: (id: string) => boolean,
  differences: Difference[],
): Promise<void> {
  for (const [id, list] of replacements) {
    const renewed: Replacement[] = [];
    for (const replacement of list) {
      const { before, entry, found, file } = replacement;
      if (before.withoutRows.length === 0 || !found.allRows) {
        renewed.push(replacement);
        continue;
      }
      const all = isThere(id) ? await old.table(id) : null;
      const rows = all
        ? union(foundAgain(all, before.withoutRows, found.allRows), found.aside)
        : entry.withoutRows;
      const lost = before.withoutRows.length - rows.length;
      if (all && lost !== 0)
        differences.push({
          kind: 'rows',
          file: file.path,
          params: { before: before.withoutRows.length, now: rows.length, what: 'without' },
        });
      renewed.push({ ...replacement, entry: { ...entry, withoutRows: rows } });
    }
    replacements.set(id, renewed);
  }
}

function union(rows: readonly number[], more: readonly number[]): number[] {
  return [...new Set([...rows, ...more])].sort((a, b) => a - b);
}

function foundAgain(old: TextTable, without: readonly number[], now: TextTable): number[] {
  const leftOut = new Set(without);
  const fate = new Map<string, boolean[]>();
  for (const { row, cells } of old.rows) {
    const text = textOf(cells);
    const same = fate.get(text);
    if (same) same.push(leftOut.has(row));
    else fate.set(text, [leftOut.has(row)]);
  }
  const seen = new Map<string, number>();
  const rows: number[] = [];
  for (const { row, cells } of now.rows) {
    const text = textOf(cells);
    const n = seen.get(text) ?? 0;
    seen.set(text, n + 1);
    const list = fate.get(text) ?? [];
    if (list[n] ?? list.at(-1) ?? false) rows.push(row);
  }
  return rows;
}

/** The first words of a row; years in them change. */
function textOf(cells: readonly string[]): string {
  const text = cells.find((cell) => cell.trim() !== '') ?? '';
  return text.trim().replace(/\b(?:19|20)\d\d\b/g, '#');
}
