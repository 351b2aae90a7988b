import type { ComponentChildren } from 'preact';
import type { Sort, SortValue } from './sortRows.ts';

export interface Column<R> {
  readonly id: string;
  readonly title: string;
  /** Stands in the head, once. */
  readonly unit?: string;
  /** `end` for figures. */
  readonly align?: 'start' | 'end';
  /** What the column sorts by. */
  readonly value: (row: R) => SortValue;
  /** What the cell shows; the value itself when left out. */
  readonly render?: (row: R) => ComponentChildren;
  readonly sortable?: boolean;
  /** CSS width; the first column takes what is left. */
  readonly width?: string;
  /** Longer explanation of the head. */
  readonly hint?: string;
  readonly weight?: 'strong' | 'muted';
}

export interface DataTableProps<R> {
  /** What the table holds; read out, and shown unless hidden. */
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Left out: the table sorts by itself, beginning with `initialSort`. null: as the rows come. */
  readonly sort?: Sort | null;
  readonly initialSort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
  /** Rows of one section stand together under its name; sorting stays inside. */
  readonly section?: (row: R) => string;
  readonly selected?: string | null;
  readonly onSelect?: (key: string, row: R) => void;
  readonly hovered?: string | null;
  readonly onHover?: (key: string | null) => void;
  /** Rows that hold no figure worth comparing. */
  readonly isMuted?: (row: R) => boolean;
  /** CSS height of an own scroll box that follows the selection; without it the table scrolls with its panel. */
  readonly height?: string;
  readonly footer?: ComponentChildren;
  readonly empty?: ComponentChildren;
}
