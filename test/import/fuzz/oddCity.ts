import fc from 'fast-check';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import { areasFile, benefitsFile, residentsFile, schoolsFile } from '../plan/smallCity.ts';
import { type Edit, edit, edited, pickOf } from './jsonMutations.ts';
import { type Mutation, mutation } from './mutations.ts';

/** Areas, residents, benefits, schools: what a city hands in. */
export const cityFiles: readonly LooseFile[] = [areasFile(), residentsFile, benefitsFile, schoolsFile];

const oddCells: readonly string[] = [
  '',
  '-',
  '.',
  'x',
  '/',
  '…',
  '(12)',
  '-1',
  '-9999',
  'NaN',
  'Infinity',
  '1e308',
  '1e999',
  '999999999999999999999',
  '1.234,5',
  '1 234',
  '0x10',
  '12,5 %',
  '011',
  '11',
  '01100000',
  'Altstadt',
  '2023',
  '0',
  '99999',
  '31.12.2023',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=HYPERLINK("http://example.org","x")',
  '=1+1',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  '{param}',
  '\0',
  '\ud800',
  '\u202e',
  'x'.repeat(5_000),
];

type Rows = string[][];
type TableChange = (rows: Rows) => Rows;

const cellChange = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...oddCells)).map(
  ([row, column, text]): TableChange =>
    (rows) => {
      const cells = rows[row % Math.max(1, rows.length)];
      if (cells) cells[column % Math.max(1, cells.length)] = text;
      return rows;
    },
);

const columnChange = fc
  .record({
    from: fc.nat(),
    to: fc.nat(),
    how: fc.constantFrom('away', 'double', 'same-name', 'all', 'exchange'),
    text: fc.constantFrom(...oddCells),
  })
  .map(
    ({ from, to, how, text }): TableChange =>
      (rows) => {
        const width = Math.max(1, rows[0]?.length ?? 1);
        const [a, b] = [from % width, to % width];
        return rows.map((cells, r) => {
          if (how === 'away') return cells.filter((_, c) => c !== a);
          if (how === 'double') return [...cells, cells[a] ?? ''];
          if (how === 'same-name')
            return r === 0 ? cells.map((cell, c) => (c === b ? (cells[a] ?? '') : cell)) : cells;
          if (how === 'all') return r === 0 ? cells : cells.map((cell, c) => (c === a ? text : cell));
          return cells.map((cell, c) => (c === a ? (cells[b] ?? '') : c === b ? (cells[a] ?? '') : cell));
        });
      },
  );

const rowChange = fc
  .record({
    row: fc.nat(),
    how: fc.constantFrom('away', 'twice', 'often', 'only-head', 'none', 'no-head', 'short'),
  })
  .map(
    ({ row, how }): TableChange =>
      (rows) => {
        const at = row % Math.max(1, rows.length);
        const one = rows[at] ?? [];
        if (how === 'away') return rows.filter((_, r) => r !== at);
        if (how === 'twice') return [...rows, [...one]];
        if (how === 'often') return [...rows, ...Array.from({ length: 300 }, () => [...one])];
        if (how === 'only-head') return rows.slice(0, 1);
        if (how === 'none') return [];
        if (how === 'no-head') return rows.slice(1);
        return rows.map((cells, r) => (r === at ? cells.slice(0, 1) : cells));
      },
  );

const wide = fc.constantFrom(300, 10_000).map(
  (columns): TableChange =>
    (rows) =>
      rows.map((cells, r) => [
        ...cells,
        ...Array.from({ length: columns }, (_, c) => (r === 0 ? `s${c}` : String(c))),
      ]),
);

const tableChange = fc.oneof(
  { weight: 12, arbitrary: cellChange },
  { weight: 6, arbitrary: columnChange },
  { weight: 4, arbitrary: rowChange },
);

interface Change {
  readonly file: number;
  readonly bytes: Mutation | null;
  readonly table: readonly TableChange[];
  readonly geometry: readonly Edit[];
}

const change: fc.Arbitrary<Change> = fc.record({
  file: fc.nat({ max: cityFiles.length - 1 }),
  bytes: fc.option(mutation, { nil: null, freq: 1 }),
  table: fc.oneof(
    { weight: 40, arbitrary: fc.array(tableChange, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: wide.map((one) => [one]) },
  ),
  geometry: fc.array(edit, { minLength: 1, maxLength: 4 }),
});

/** The files of the city with some of them damaged, missing or there twice. */
export const oddCity: fc.Arbitrary<readonly LooseFile[]> = fc
  .record({
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    missing: fc.option(fc.nat({ max: cityFiles.length - 1 }), { nil: null, freq: 1 }),
    again: fc.option(fc.nat({ max: cityFiles.length - 1 }), { nil: null, freq: 1 }),
  })
  .map(({ changes, missing, again }) => {
    const files = [...cityFiles];
    for (const one of changes) files[one.file] = changedFile(pickOf(files, one.file), one);
    const extra =
      again === null ? [] : [{ ...pickOf(files, again), path: `again/${pickOf(files, again).path}` }];
    return [...files.filter((_, i) => i !== missing || changes.length > 2), ...extra];
  });

function changedFile({ path, bytes }: LooseFile, { bytes: mutate, table, geometry }: Change): LooseFile {
  if (mutate) return { path, bytes: mutate(bytes) };
  const text = new TextDecoder().decode(bytes);
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
  if (path.endsWith('.csv')) {
    const rows = text.split('\n').map((line) => line.split(';'));
    const changed = table.reduce((now, one) => one(now), rows);
    return { path, bytes: encode(changed.map((cells) => cells.map(quoted).join(';')).join('\n')) };
  }
  try {
    return { path, bytes: encode(JSON.stringify(edited(JSON.parse(text), geometry))) };
  } catch {
    // It was changed before and is no JSON any more.
    return { path, bytes };
  }
}

function quoted(cell: string): string {
  return /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
