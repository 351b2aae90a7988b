import type { Result } from '#model/result.ts';
import type { RawFeature } from './feature.ts';

/** Formats a file can have. `wfs` and `ogc-api` are no files: layers of a service arrive as GeoJSON or GML. */
export const formatIds = [
  'csv',
  'xlsx',
  'ods',
  'geojson',
  'topojson',
  'shapefile',
  'geopackage',
  'flatgeobuf',
  'geoparquet',
  'kml',
  'gml',
] as const;
export type FormatId = (typeof formatIds)[number];

export interface FormatFile {
  /** As dropped, relative, with `/`; unique among the files of an import. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Files of the same base name that belong to it (`.dbf`, `.prj`, `.cpg`), by lower-case extension without the dot. */
  readonly companions: ReadonlyMap<string, Uint8Array>;
}

/** What a person or a recipe has said about reading; what is not said is found by evidence. */
export interface ReadChoices {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** Lets others have their turn, reports progress and ends the reading by throwing when it was cancelled. */
export interface ReadContext {
  pause(done: number, of: number): Promise<void>;
  /**
   * Reads a file of a format that `blocks` where it can be broken off at any time. Null: there is no such place here.
   * Absent on the command line and in tests.
   */
  apart?(
    format: FormatId,
    file: FormatFile,
    choices: ReadChoices,
    context: ReadContext,
  ): Promise<Result<FileContents>> | null;
}

/**
 * A file format. A driver tells what it recognises and hands out sheets and layers as they stand: it interprets nothing.
 * Its library is loaded by dynamic import inside `read`. Broken files are problems, never exceptions.
 */
export interface Driver {
  readonly id: FormatId;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Extensions of files that only make sense beside one of this format. */
  readonly companions: readonly string[];
  /** Its library works through the whole file in one go. */
  readonly blocks?: true;
  /** How sure it is that the file is of this format, 0 (no) … 1 (its first bytes say so). */
  recognises(file: Pick<FormatFile, 'path' | 'bytes'>): number;
  read(file: FormatFile, choices: ReadChoices, context: ReadContext): Promise<Result<FileContents>>;
}

export interface FileContents {
  readonly encoding: EncodingFinding | null;
  /** Of separated text. */
  readonly delimiter: string | null;
  readonly sheets: readonly Sheet[];
  readonly layers: readonly RawLayer[];
  /** What the format keeps about the file itself; absent where it says nothing. */
  readonly about?: FileAbout;
}

/** Metadata as they stand. */
export interface FileAbout {
  readonly title?: string;
  readonly publisher?: string;
  readonly licence?: string;
  /** Free texts: descriptions, conditions. */
  readonly texts: readonly string[];
}

export interface EncodingFinding {
  /** As `decodeText` takes it. */
  readonly encoding: string;
  readonly from: 'bom' | 'declared' | 'valid' | 'evidence' | 'chosen';
  /** The other encodings worth a try, each with the same few words as it would read them. */
  readonly alternatives: readonly { readonly encoding: string; readonly sample: string }[];
  /** A few words with umlauts as they are read now; empty when everything is plain ASCII. */
  readonly sample: string;
}

/** A sheet of cells as it stands, notes above and below included. Row 1 is `rows[0]`. */
export interface Sheet {
  /** Empty for files that have only one. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Merged cells, zero-based and inclusive; the text stands in the first. */
  readonly merges: readonly Merge[];
  /** Cells that were numbers in the file (spreadsheets) are written with a decimal point and no thousands sign. */
  readonly hasNativeNumbers: boolean;
  /** Zero-based columns whose native numbers are shown as percentages: 0.25 stands in the cell, 25 % is read. */
  readonly percentColumns?: readonly number[];
  /** Zero-based rows that the spreadsheet hides (filtered or folded away); they are read like the others. */
  readonly hiddenRows?: readonly number[];
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface RawLayer {
  /** Empty for files that have only one. */
  readonly name: string;
  /** Coordinates as in the file. */
  readonly features: readonly RawFeature[];
  /** `EPSG:25833` where the file says so in a way we know; null otherwise. */
  readonly crs: string | null;
  /** What the file says about its coordinates, word for word, when it is none of ours. */
  readonly crsText: string | null;
}
