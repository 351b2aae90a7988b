import { type Cell, marksOf, type NumberFormat, parseNumber } from '../columns/parseNumber.ts';
import type { ColumnPlan } from './plan.ts';

type Writing = Pick<ColumnPlan, 'decimal' | 'thousands' | 'percent' | 'marks'>;

/** Reads the cells of a column as a plan says; shares come as parts of one. Null: neither number nor known sign. */
export function cellsOf(writing: Writing): (text: string) => Cell | null {
  const { decimal, thousands, percent } = writing;
  const format: NumberFormat = { decimal, thousands, marks: marksOf(writing.marks), percent };
  return (text) => {
    const cell = parseNumber(text, format);
    return cell && percent ? { ...cell, value: Number((cell.value * 0.01).toPrecision(12)) } : cell;
  };
}
