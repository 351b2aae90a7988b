import type { Join } from '../recipe.ts';
import { cellLikeness } from './cellLikeness.ts';
import { ownColumns, type Rename } from './columnMaps.ts';
import { changedColumns, freeColumns } from './renamedColumns.ts';
import { differ, type Renewing, type Replacement } from './renewing.ts';

/** What became of the columns that a table needs of its file and of those joined to it. */
export interface ChangedNames {
  readonly rename: Rename;
  /** Columns that are no longer there, as the table names them. */
  readonly gone: ReadonlySet<string>;
}

/** Compares the needed columns with those of the new files, and says what is not as it was. */
export async function renewColumns(
  renewing: Renewing,
  columns: readonly string[],
  joins: readonly Join[],
  own: Replacement | null,
  joined: ReadonlyMap<string, Replacement>,
): Promise<ChangedNames> {
  const names = new Map<string, string>();
  const gone = new Set<string>();
  const compare = async (replacement: Replacement, as: string | null): Promise<void> => {
    const needed = ownColumns(columns, joins, as);
    const header = replacement.found.table?.header ?? [];
    const prefix = as === null ? '' : `${as}.`;
    const taken = new Set<string>();
    const { path } = replacement.file;
    const old = renewing.isThere(replacement.before.id)
      ? await renewing.old.table(replacement.before.id)
      : null;
    const fresh = replacement.found.table;
    const changes = changedColumns(needed, header, {
      before: old?.header ?? [],
      chosen: Object.hasOwn(renewing.chosen, path) ? renewing.chosen[path] : {},
      ...(old && fresh ? { cells: cellLikeness(old, fresh) } : {}),
    });
    const candidates = freeColumns(needed, header);
    for (const change of changes) {
      const { before, now, likeness } = change;
      const known = renewing.columns.some((one) => one.file === path && one.before === before);
      if (!known) renewing.columns.push({ ...change, file: path, candidates });
      if (now === null) {
        gone.add(prefix + before);
        differ(renewing, 'column-gone', path, { column: before });
        continue;
      }
      taken.add(now);
      names.set(prefix + before, prefix + now);
      const params = { column: before, now, likeness: Math.round(likeness * 100) };
      differ(renewing, 'column-renamed', path, params);
    }
    for (const column of old ? header : []) {
      if (!old?.header.includes(column) && !taken.has(column))
        differ(renewing, 'column-new', replacement.file.path, { column });
    }
  };
  if (own) await compare(own, null);
  for (const [as, replacement] of joined) await compare(replacement, as);
  return { rename: (name) => names.get(name) ?? name, gone };
}

/** What was said of how the file is written, and is different now. */
export function differInForm(renewing: Renewing, { file, found }: Replacement): void {
  for (const change of found.changes) differ(renewing, 'format', file.path, { ...change });
}
