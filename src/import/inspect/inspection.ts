import type { MultiPolygon, Polygon } from 'geojson';
import type { Problem } from '#model/result.ts';
import type { MarkLabel } from '../columns/parseNumber.ts';
import type { EncodingFinding, FormatId } from '../formats/driver.ts';
import type { StatedSource } from './statedSource.ts';

/** What was recognised in the files of an import. Plain data: it travels from the worker to the wizard. */
export interface Inspection {
  readonly files: readonly InspectedFile[];
  readonly tables: readonly InspectedTable[];
  readonly layers: readonly InspectedLayer[];
}

export interface InspectedFile {
  readonly path: string;
  readonly bytes: number;
  /** Null: not recognised; `problems` says so. */
  readonly format: FormatId | null;
  readonly encoding: EncodingFinding | null;
  readonly delimiter: string | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** What it says about where it comes from; absent or null: nothing. */
  readonly stated?: StatedSource | null;
}

/** A sheet or the attributes of a layer, with its head and its rows told apart. */
export interface InspectedTable {
  /** `<path>`, or `<path>#<sheet or layer>` where a file has several. */
  readonly id: string;
  readonly file: string;
  /** Name of the sheet or layer; empty when the file has only one. */
  readonly sheet: string;
  /** The layer whose attributes these are. */
  readonly layer: string | null;
  readonly shape: TableShape;
  readonly columns: readonly InspectedColumn[];
  /** Data rows, without head, notes and rows set aside; `shape.totals` are among them. */
  readonly rows: number;
  /** The first data rows as text, for a preview. */
  readonly sample: readonly (readonly string[])[];
  readonly long: LongShape | null;
  /** Columns that make a unique key only together (`01`, `10`, `02`, `05`); null where one column does, or none. */
  readonly keyParts: readonly string[] | null;
}

/** Where things stand in a sheet; rows count from 1. */
export interface TableShape {
  /** First and last row of the head, 0 for none; the names of one column are joined (`tables/headNames.ts`). */
  readonly headFirst: number;
  readonly headLast: number;
  readonly dataFirst: number;
  readonly dataLast: number;
  /** Rows that are no data: titles, notes, footnotes, sub-headings, empty. */
  readonly aside: readonly AsideRow[];
  /** Rows that seem to sum up others (Bezirke among Stadtteile, the city): data, but of another level. */
  readonly totals: readonly { readonly row: number; readonly text: string }[];
}

export interface AsideRow {
  readonly row: number;
  readonly text: string;
  readonly kind: 'title' | 'heading' | 'note' | 'units';
}

/** A table with one value per row: `by` say which figure it is. */
export interface LongShape {
  readonly key: string;
  readonly year: string | null;
  readonly by: readonly string[];
  readonly value: string;
  /** Each combination of the cells of `by`, with its number of rows and whether it looks like a share in percent. */
  readonly figures: readonly {
    readonly is: readonly string[];
    readonly rows: number;
    readonly percent: boolean;
    /** What the cells make one think of, as the name of a column does; each concept once. */
    readonly guess: ColumnGuess;
  }[];
}

export interface InspectedColumn {
  /** Unique in its table; made of all rows of the head. Columns without a name are called `Spalte 3`. */
  readonly name: string;
  readonly position: number;
  /** `date`: a time that is no plain year (`31.12.2023`, `202312`, `2023/24`). */
  readonly type: 'empty' | 'text' | 'number' | 'year' | 'date';
  /** Cells that are not empty. This, `distinct`, the key and the statistics are of rows that are no totals. */
  readonly filled: number;
  /** Different cells; at most 1 000 are counted. */
  readonly distinct: number;
  readonly examples: readonly string[];
  /** How its numbers are written; null for text. */
  readonly number: NumberFinding | null;
  /** Could its cells be keys of areas or institutions? Null: no. */
  readonly key: KeyFinding | null;
  /** A year in its name (`Einwohner 2023`), or the one in which all of its dates lie. */
  readonly year: number | null;
  /** What its name makes one think of; a proposal only. */
  readonly guess: ColumnGuess;
}

export interface NumberFinding {
  readonly decimal: string;
  readonly thousands: string;
  /** Cells end in % – or the name says percent. */
  readonly percent: boolean;
  /** Cells such as `3.419` can be read in two ways and nothing in the column decides: ask. */
  readonly ambiguous: {
    readonly example: string;
    readonly readings: readonly NumberReading[];
    /** What the other columns of the table, or the heading, speak for; `decimal` and `thousands` follow it. */
    readonly likely: NumberReading | null;
  } | null;
  /** Words and signs that stand for no plain value (DIN 55301 and usual sentinels). */
  readonly marks: readonly FoundMark[];
  /** Cells in brackets, read as unreliable. */
  readonly bracketed: number;
  /** Cells that are neither number nor known mark. */
  readonly unread: number;
  readonly unreadExamples: readonly { readonly row: number; readonly text: string }[];
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** Equal bins from min to max. */
  readonly histogram: readonly number[];
}

export interface FoundMark {
  readonly value: string;
  readonly label: MarkLabel;
  readonly count: number;
  /** The label is not certain here: ask. E.g. `-` in a column of rents, or a single -1. */
  readonly doubtful: boolean;
}

export interface NumberReading {
  readonly decimal: string;
  readonly thousands: string;
  /** The example as a number under this reading. */
  readonly value: number;
}

export interface KeyFinding {
  /** Lengths of the cells, most frequent first. */
  readonly lengths: readonly { readonly length: number; readonly count: number }[];
  readonly digitsOnly: boolean;
  readonly unique: boolean;
  /** Zeros seem to be lost in front: the length to pad to. */
  readonly padTo: number | null;
  /** All keys end with this many zeros, as if filled up to the length of a finer level. */
  readonly zerosAtEnd: number;
  /** Known system of keys (`inspect/keySystems.ts`) by heading and length; null when none fits. */
  readonly system: string | null;
}

export interface ColumnGuess {
  readonly role:
    | 'area-key'
    | 'area-name'
    | 'institution-key'
    | 'name'
    | 'year'
    | 'count'
    | 'share'
    | 'value'
    | 'x'
    | 'y'
    | 'word'
    | 'none';
  /** Known concept, e.g. `residents`, `foreigners`, `sgb2-recipients` (`inspect/concepts/`); null when unknown. */
  readonly concept: string | null;
}

export interface InspectedLayer {
  /** `<path>`, or `<path>#<layer>`. */
  readonly id: string;
  readonly file: string;
  readonly layer: string;
  readonly features: number;
  readonly geometry: 'polygon' | 'point' | 'line' | 'mixed' | 'none';
  readonly crs: CrsFinding;
  /** Properties that could be the key or the name of an area, best first. */
  readonly keys: readonly {
    readonly property: string;
    readonly distinct: number;
    readonly length: number | null;
  }[];
  readonly names: readonly string[];
  /** Of polygons, under the best key. */
  readonly geometryReport: GeometryReport | null;
  /** Simplified outlines in WGS 84 for the preview, at most about 3 000 vertices altogether; points come as `points`. */
  readonly outlines: readonly (Polygon | MultiPolygon)[];
  readonly points: readonly (readonly [number, number])[];
}

export interface CrsFinding {
  /** Null: none of the known systems fits. */
  readonly crs: string | null;
  readonly from: 'file' | 'range' | 'chosen';
  /** What the file says. Not `crs` where the layer would lie outside Germany under it and elsewhere under another. */
  readonly declared?: string | null;
  /** Other systems under which the layer would lie in Germany too. */
  readonly alternatives: readonly string[];
  /** The coordinates stand as latitude, longitude and were exchanged. */
  readonly swapped: boolean;
  /** Does it lie in Germany then? */
  readonly inGermany: boolean;
  /** west, south, east, north in WGS 84. */
  readonly bounds: readonly [number, number, number, number] | null;
}

/** What was found about the outlines of one layer of areas. Places are lon/lat. */
export interface GeometryReport {
  readonly areas: number;
  /** Keys with several polygons, put together as one area. */
  readonly dissolved: readonly string[];
  readonly findings: readonly GeometryFinding[];
  /** How many there are of kinds of which only the largest are listed. */
  readonly counts?: Readonly<Partial<Record<GeometryFinding['kind'], number>>>;
}

export interface GeometryFinding {
  readonly kind:
    | 'ring-repaired'
    | 'ring-invalid'
    | 'duplicate'
    | 'sliver'
    | 'overlap'
    | 'hole'
    | 'empty'
    | 'not-polygon';
  /** Keys of the areas concerned. */
  readonly areas: readonly string[];
  readonly squareMetres: number | null;
  readonly place: readonly [number, number] | null;
}
