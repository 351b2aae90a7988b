import { parseNumber, plainNumbers } from '../columns/parseNumber.ts';
import type { TextRow } from '../formats/table.ts';
import type { Condition, WordSpec } from './recipe.ts';
import type { CellReader, JoinedTable } from './recipeFiles.ts';

export type RowTest = (row: TextRow) => boolean;

/** All conditions as one test; null when a column is unknown (the table has reported it). */
export function testOf(conditions: readonly Condition[], table: JoinedTable): RowTest | null {
  const tests: RowTest[] = [];
  for (const condition of conditions) {
    const cell = table.column(condition.column);
    if (!cell) return null;
    tests.push((row) => holds(condition, cell(row)));
  }
  return (row) => tests.every((test) => test(row));
}

function holds(condition: Condition, cell: string): boolean {
  const { equals, not, contains, below, atLeast } = condition;
  if (equals !== undefined && cell !== equals) return false;
  if (not !== undefined && cell === not) return false;
  if (condition.in && !condition.in.includes(cell)) return false;
  if (contains && !contains.some((part) => cell.includes(part))) return false;
  if (below === undefined && atLeast === undefined) return true;
  const number = parseNumber(cell, plainNumbers)?.value ?? NaN;
  return !(below !== undefined && !(number < below)) && !(atLeast !== undefined && !(number >= atLeast));
}

/** Reads a word (form, provider) from a row: empty when nothing applies. Null when a column is unknown. */
export function wordOf(spec: WordSpec, table: JoinedTable): CellReader | null {
  const rules: { readonly test: RowTest; readonly value: string }[] = [];
  for (const rule of spec.rules) {
    const test = testOf(rule.where, table);
    if (!test) return null;
    rules.push({ test, value: rule.value });
  }
  const cell = spec.column === undefined ? null : table.column(spec.column);
  if (spec.column !== undefined && !cell) return null;
  const words = new Map(Object.entries(spec.map));
  return (row) => {
    const rule = rules.find(({ test }) => test(row));
    if (rule) return rule.value;
    const mapped = cell && words.get(cell(row));
    return mapped ?? spec.value ?? spec.default ?? '';
  };
}

/** Fills `{column}` places; the result is null for a row in which one of them is empty. */
export function templateOf(template: string, table: JoinedTable): ((row: TextRow) => string | null) | null {
  const cells = new Map<string, CellReader>();
  for (const [, name = ''] of template.matchAll(/\{([^{}]+)\}/g)) {
    const cell = table.column(name);
    if (!cell) return null;
    cells.set(name, cell);
  }
  return (row) => {
    let complete = true;
    const filled = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const value = cells.get(name)?.(row) ?? '';
      if (value === '') complete = false;
      return value;
    });
    return complete ? filled : null;
  };
}
