import type { Level } from '#model/study.ts';
import { type MarkLabel, type NumberFormat, parseNumber } from '../../columns/parseNumber.ts';
import type { TextRow } from '../../formats/table.ts';
import { numberFormats } from '../../inspect/cellMask.ts';
import { markOf } from '../../inspect/marks.ts';
import { ProblemList } from '../../pack/problemList.ts';
import { AreaLookup } from '../areaLookup.ts';
import { testOf } from '../conditions.ts';
import type { JoinedTable } from '../joinedTable.ts';
import type { Table } from '../numberCells.ts';
import { differ, type Renewing } from './renewing.ts';

type Spec = Exclude<Table['columns'][string], string>;

/**
 * The table with what its numbers need to be read in the new file: signs that were not there before, another decimal or
 * thousands sign. Cells that nothing reads are a problem.
 */
export async function renewNumbers(
  renewing: Renewing,
  table: Table,
  level: Level,
  file: string,
): Promise<Table> {
  const [part] = table.parts;
  const joined = part && (await renewing.now.joined(part.file, [...table.joins, ...part.joins]));
  const rows = joined && rowsOfAreas(table, joined, level);
  if (!part || !joined || !rows) return table;
  const columns = Object.fromEntries(
    Object.entries(part.columns).map(([variable, given]) => {
      if (given === null) return [variable, given];
      return [variable, renewed(given)];
    }),
  );
  const whole = Object.fromEntries(Object.entries(table.columns).map(([id, spec]) => [id, renewed(spec)]));
  return { ...table, columns: whole, parts: [{ ...part, columns }], ...pivotOf() };

  function renewed<T extends Table['columns'][string]>(given: T): T {
    const spec: Spec = typeof given === 'string' ? { column: given } : given;
    if (spec.map || !joined || !rows) return given;
    const changes: Partial<Spec> = {};
    for (const name of [spec.column].flat()) {
      const cell = joined.column(name);
      if (!cell) continue;
      const texts = rows.map((row) => cell(row));
      Object.assign(changes, needs(renewing, { ...spec, ...changes }, texts, name, joined, file));
    }
    return (Object.keys(changes).length === 0 ? given : { ...spec, ...changes }) as T;
  }

  function pivotOf(): Partial<Table> {
    const { pivot } = table;
    if (!pivot || !joined || !rows) return {};
    const by = pivot.by.map((name) => joined.column(name));
    const value = joined.column(pivot.value);
    if (by.includes(null) || !value) return {};
    const textsOf = new Map<string, string[]>();
    for (const row of rows) {
      const is = JSON.stringify(by.map((cell) => cell?.(row) ?? ''));
      const texts = textsOf.get(is);
      if (texts) texts.push(value(row));
      else textsOf.set(is, [value(row)]);
    }
    const variables = Object.fromEntries(
      Object.entries(pivot.variables).map(([id, given]) => {
        const spec = Array.isArray(given) ? { is: given } : given;
        const texts = textsOf.get(JSON.stringify(spec.is)) ?? [];
        const changes = needs(renewing, spec, texts, spec.is.join(' – '), joined, file, pivot.value);
        return [id, Object.keys(changes).length === 0 ? given : { ...spec, ...changes }];
      }),
    );
    return { pivot: { ...pivot, variables } };
  }
}

type Reading = Pick<Spec, 'decimal' | 'thousands' | 'marks' | 'percent'>;

/** What has to be said of a column besides what is said already. */
function needs(
  renewing: Renewing,
  spec: Reading,
  texts: readonly string[],
  name: string,
  joined: JoinedTable,
  file: string,
  column = name,
): Reading {
  const format = joined.numberFormat(column, spec);
  const plain = texts.map((text) => text.replace(/\s*%(?=\)?$)/, ''));
  const isRead = (text: string, as: NumberFormat): boolean => parseNumber(text, as) !== null;
  const numbers = plain.filter((text) => !isRead(text, format) && markOf(text) === null);
  const changes: { -readonly [K in keyof Reading]: Reading[K] } = {};
  const other =
    numbers.length === 0
      ? undefined
      : numberFormats.find((candidate) =>
          plain.every((text) => isRead(text, { ...candidate, marks: format.marks }) || markOf(text) !== null),
        );
  if (other) {
    changes.decimal = other.decimal;
    changes.thousands = other.thousands;
    const params = {
      what: 'numbers',
      column: name,
      before: sample(format),
      now: sample({ ...other, marks: format.marks }),
    };
    differ(renewing, 'format', file, params);
  }
  const settled: NumberFormat = other ? { ...other, marks: format.marks } : format;
  const signs = new Map<string, { readonly label: MarkLabel | null; n: number }>();
  for (const text of plain) {
    if (isRead(text, settled)) continue;
    const known = signs.get(text);
    if (known) known.n++;
    else signs.set(text, { label: markOf(text), n: 1 });
  }
  const added: { value: string; label: MarkLabel }[] = [];
  for (const [sign, { label, n }] of signs) {
    if (label === null) {
      renewing.problems.add('renew-cells-unread', { n, value: sign.slice(0, 40) }, { file, column: name });
      continue;
    }
    added.push({ value: sign, label });
    differ(renewing, 'sign-new', file, { column: name, sign, label, n });
  }
  if (added.length > 0) changes.marks = [...(spec.marks ?? []), ...added];
  return changes;
}

/** The same number as it is written under a format. */
function sample({ decimal, thousands }: NumberFormat): string {
  return `1${thousands}234${decimal}5`;
}

/** Rows the table takes, without those that are about no area: sums and notes may hold anything. */
function rowsOfAreas(table: Table, joined: JoinedTable, level: Level): readonly TextRow[] | null {
  const [part] = table.parts;
  const areas = new AreaLookup(table.area, level);
  const area = areas.cell(joined);
  const keep = testOf([...table.where, ...(part?.where ?? [])], joined);
  if (!area || !keep) return null;
  const silent = new ProblemList();
  return joined.rows.filter(
    (row) =>
      keep(row) && areas.find(area(row), { file: joined.file, row: row.row }, silent, true).position >= 0,
  );
}
