import type { RawLayer } from '../formats/driver.ts';
import type { TextTable } from '../formats/table.ts';

/** The contents behind an inspection. They stay in the worker; the wizard only sees the inspection. */
export interface ImportData {
  /** All rows below the head of an inspected table, by its id. Null: not there. */
  table(id: string): TextTable | null;
  /** An inspected layer with its coordinates as in the file. */
  layer(id: string): RawLayer | null;
}
