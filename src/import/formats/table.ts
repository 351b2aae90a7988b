/** A table as it stands in its file: every cell text. */
export interface TextTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  /** Counted from 1 including header rows, as a spreadsheet does. */
  readonly row: number;
  readonly cells: readonly string[];
}
