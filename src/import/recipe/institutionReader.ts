import type { TextRow } from '../formats/table.ts';
import { templateOf, testOf, wordOf } from './conditions.ts';
import type { Recipe } from './recipe.ts';
import type { CellReader, JoinedTable } from './recipeFiles.ts';

export type Institutions = NonNullable<Recipe['institutions']>;
export type InstitutionTable = Institutions['tables'][number];

export interface RowReader {
  readonly keep: (row: TextRow) => boolean;
  readonly ids: readonly ((row: TextRow) => string | null)[];
  readonly name: (row: TextRow) => string | null;
  readonly address: (row: TextRow) => string | null;
  readonly form: CellReader;
  readonly formText: CellReader;
  readonly provider: CellReader;
  readonly providerText: CellReader;
  readonly capacity: CellReader | null;
  readonly flags: readonly { readonly flag: string; readonly test: (row: TextRow) => boolean }[];
  /** What repeated rows have in common; null for a row that cannot be a repetition. */
  readonly sameness: (row: TextRow) => string | null;
  readonly compositions: readonly {
    readonly spec: InstitutionTable['compositions'][number];
    readonly total: CellReader;
    readonly counts: readonly { readonly key: string; readonly cell: CellReader }[];
  }[];
}

/** All columns of the table looked up at once; null when one is unknown (the table has reported it). */
export function rowReader(table: InstitutionTable, joined: JoinedTable): RowReader | null {
  const missing: string[] = [];
  const must = <T>(found: T | null, what: string): T | null => {
    if (found === null) missing.push(what);
    return found;
  };
  const optional = (name: string | undefined): CellReader | null =>
    name === undefined ? null : must(joined.column(name), name);
  const keep = must(testOf(table.where, joined), 'where');
  const ids = table.id.map((text) => must(templateOf(text, joined), text));
  const name = must(templateOf(table.name, joined), 'name');
  const address =
    table.address === undefined ? () => null : must(templateOf(table.address, joined), 'address');
  const form = must(wordOf(table.form, joined), 'form');
  const provider = must(wordOf(table.provider, joined), 'provider');
  const flags = table.flags.map(({ flag, where }) => ({ flag, test: must(testOf(where, joined), flag) }));
  const same = (table.dedupe ?? []).map((column) => must(joined.column(column), column));
  const compositions = table.compositions.map((spec) => ({
    spec,
    total: must(joined.column(spec.total), spec.total),
    counts: Object.entries(spec.counts).map(([key, column]) => ({
      key,
      cell: must(joined.column(column), column),
    })),
  }));
  const capacity = optional(table.capacity);
  const formText = optional(table.form.column) ?? (() => '');
  const providerText = optional(table.provider.column) ?? (() => '');
  if (missing.length > 0 || !keep || !name || !address || !form || !provider) return null;
  return {
    keep,
    ids: ids.filter((fill) => fill !== null),
    name,
    address,
    form,
    formText,
    provider,
    providerText,
    capacity,
    flags: flags.flatMap(({ flag, test }) => (test ? [{ flag, test }] : [])),
    sameness: (row) => {
      const cells = same.map((cell) => cell?.(row) ?? '');
      // Without its first column (the key of the institution) nothing says that two rows are the same.
      return cells.length > 0 && cells[0] !== '' ? JSON.stringify(cells) : null;
    },
    compositions: compositions.flatMap(({ spec, total, counts }) =>
      total
        ? [{ spec, total, counts: counts.flatMap(({ key, cell }) => (cell ? [{ key, cell }] : [])) }]
        : [],
    ),
  };
}
