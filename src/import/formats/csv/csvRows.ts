export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  /** Cells of most rows: tells a quotation mark that was never closed from a cell with several lines. */
  readonly columns: number;
}

export const longestLine = 10 * 1024 * 1024;
export const mostColumns = 20_000;

/** Why reading stopped; `row` counts from 1. */
export interface CsvStop {
  readonly reason: 'line-too-long' | 'columns-too-many';
  readonly row: number;
}

const nothing: readonly string[] = [];
/** A cell of more lines than this is a quotation mark that was never closed. */
const mostLinesOfCell = 200;
const longestKept = 24;
/** A power of two. */
const keptPlaces = 1 << 17;

/**
 * Cuts separated text into rows of cells, piece by piece. Lines may end in any of the three ways, even mixed. Within quotes a
 * quote counts as the end only before a separator or line end, so that `"Kita "Sonne" Mitte"` is one cell; a quote that is
 * never closed is an ordinary sign, and the rows with one are told (`openQuotes`).
 */
export class CsvRows {
  readonly rows: (readonly string[])[] = [];
  readonly openQuotes: number[] = [];
  stop: CsvStop | null = null;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #columns: number;
  /** Short texts seen before, by a hash of their signs: the same few come again and again, one copy is enough. */
  #kept: (string | undefined)[] = new Array<string | undefined>(keptPlaces);
  /** The row being read: one that grows again and again would take twice the room. */
  readonly #cells: string[] = [];
  /** What has come since the last whole row. */
  #rest = '';
  /** Nothing is tried again before there is this much of it. */
  #enough = 0;

  constructor({ delimiter, quote, columns }: CsvDialect) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote.charCodeAt(0);
    this.#columns = columns;
  }

  push(text: string): void {
    if (this.stop) return;
    // Joined, not added: of a sum of two texts every sign is looked up in a roundabout way.
    this.#rest = this.#rest === '' ? text : [this.#rest, text].join('');
    if (this.#rest.length >= this.#enough) this.#read(false);
  }

  finish(): void {
    if (!this.stop) this.#read(true);
    this.#kept = [];
  }

  #read(isLast: boolean): void {
    const text = this.#rest;
    let start = 0;
    // The last sign may be the first half of a line end or of a doubled quote.
    const end = isLast ? text.length : text.length - 1;
    while (start < end) {
      const next = this.#row(text, start, isLast);
      if (next < 0 || this.stop) break;
      start = next;
    }
    this.#rest = start === 0 ? text : text.slice(start);
    if (this.#rest.length > longestLine && !this.stop) {
      this.stop = { reason: 'line-too-long', row: this.rows.length + 1 };
    }
    this.#enough = this.#rest.length * 2;
    if (this.stop) this.#rest = '';
  }

  /** Reads one row; where the next starts, or −1 when the text ends before this one. */
  #row(text: string, start: number, isLast: boolean): number {
    const cells = this.#cells;
    let count = 0;
    const { length } = text;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    let hasOpenQuote = false;
    let at = start;
    for (;;) {
      let next = at;
      let isQuoted = false;
      if (text.charCodeAt(at) === quote && at < length) {
        const close = this.#closingQuote(text, at + 1, isLast);
        if (close === 'unknown' && !isLast) return -1;
        if (typeof close === 'number') {
          const inner = text.slice(at + 1, close);
          const sign = String.fromCharCode(quote);
          cells[count++] = inner.includes(sign) ? inner.replaceAll(sign + sign, sign) : inner;
          next = close + 1;
          isQuoted = true;
        } else hasOpenQuote = true;
      }
      if (!isQuoted) {
        let hash = 0;
        while (next < length) {
          const code = text.charCodeAt(next);
          if (code === delimiter || code === 10 || code === 13) break;
          hash = (Math.imul(hash, 31) + code) | 0;
          next++;
        }
        if (next >= length && !isLast) return -1;
        cells[count++] = this.#keep(text, at, next, hash);
      }
      if (count > mostColumns) {
        this.stop = { reason: 'columns-too-many', row: this.rows.length + 1 };
        return -1;
      }
      if (next < length && text.charCodeAt(next) === delimiter) {
        at = next + 1;
        continue;
      }
      if (next >= length && !isLast) return -1;
      if (next - start > longestLine) {
        this.stop = { reason: 'line-too-long', row: this.rows.length + 1 };
        return -1;
      }
      // Whether a line feed follows is not known yet.
      const isReturn = text.charCodeAt(next) === 13;
      if (isReturn && next + 1 >= length && !isLast) return -1;
      this.rows.push(count === 1 && cells[0] === '' ? nothing : cells.slice(0, count));
      if (hasOpenQuote) this.openQuotes.push(this.rows.length);
      return isReturn && text.charCodeAt(next + 1) === 10 ? next + 2 : next + 1;
    }
  }

  /** Position of the quote that ends the cell; `none` when this opening one is an ordinary sign. */
  #closingQuote(text: string, start: number, isLast: boolean): number | 'none' | 'unknown' {
    const sign = String.fromCharCode(this.#quote);
    let lines = 0;
    let counted = start;
    let at = text.indexOf(sign, start);
    for (;;) {
      const passage = at < 0 ? text.length : at;
      lines += this.#linesBetween(text, counted, passage);
      counted = passage;
      if (lines > mostLinesOfCell) return 'none';
      if (at < 0) return 'unknown';
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : -1;
      if (next === this.#quote) at = text.indexOf(sign, at + 2);
      else if (next === this.#delimiter || next === 10 || next === 13 || next === -1) {
        // Cut off here, it may be the first half of a doubled one.
        if (next === -1 && !isLast) return 'unknown';
        return lines > 0 && this.#looksLikeRows(text, start, at) ? 'none' : at;
      } else at = text.indexOf(sign, at + 1);
    }
  }

  #linesBetween(text: string, from: number, to: number): number {
    let lines = 0;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
    }
    return lines;
  }

  /** Is one of the whole lines in here as wide as the table? Then the quote before it was never closed. */
  #looksLikeRows(text: string, from: number, to: number): boolean {
    if (this.#columns < 4) return false;
    const sign = String.fromCharCode(this.#delimiter);
    const lines = text.slice(from, to).split(/\r\n?|\n/);
    return lines.slice(1, -1).some((line) => line.split(sign).length === this.#columns);
  }

  #keep(text: string, start: number, end: number, hash: number): string {
    const length = end - start;
    if (length > longestKept) return text.slice(start, end);
    const place = (hash ^ (hash >>> 15)) & (keptPlaces - 1);
    const known = this.#kept[place];
    if (known?.length === length && text.startsWith(known, start)) return known;
    const cell = text.slice(start, end);
    this.#kept[place] = cell;
    return cell;
  }
}
