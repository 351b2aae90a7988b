import { isSoundBinaryPart } from './isSoundBinaryPart.ts';
import { mostColumns, mostLinked, mostRows } from './sheetLimits.ts';

const formulaCell = /<c\b([^>]*)><f\b[^>]*(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g;
const rowOrCell = /<table:table-row\b[^>]*>|<table:table-cell\b[^>]*>/g;
const hiddenRow = /<(?:\w+:)?row\b[^>]*\bhidden\s*=/;
const locked = 'manifest:encryption-data';

/**
 * What a part of a workbook holds that its reader would stumble over, found in the raw text: formulas that were never
 * computed, cells that claim to be repeated a million times, the sign of a password, numbers that promise too much.
 */
export class CellScan {
  emptyFormulas = 0;
  repeatedCells = 0;
  isLocked = false;
  isBroken = false;
  /** May rows be hidden? In binary parts it is not looked for. */
  mayHideRows = false;
  readonly #kind: 'sheet' | 'content' | 'manifest' | 'binary' | 'other';
  readonly #parts: Uint8Array[] = [];
  /** Latin-1 keeps every sign that is looked for, whatever the encoding. */
  readonly #decoder = new TextDecoder('latin1');
  #rest = '';
  #rowRepeat = 1;

  constructor(name: string) {
    this.#kind = /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
      ? 'sheet'
      : name === 'content.xml'
        ? 'content'
        : name === 'META-INF/manifest.xml'
          ? 'manifest'
          : /^xl\/(workbook|worksheets\/[^/]+|metadata[^/]*)\.bin$/i.test(name)
            ? 'binary'
            : 'other';
  }

  push(bytes: Uint8Array, isLast: boolean): void {
    if (this.#kind === 'other') return;
    if (this.#kind === 'binary') {
      this.mayHideRows = true;
      this.#parts.push(bytes.slice());
      if (isLast) this.isBroken = !isSoundBinaryPart(joined(this.#parts));
      return;
    }
    const text = this.#rest + this.#decoder.decode(bytes);
    if (this.#kind === 'manifest') {
      this.isLocked ||= text.includes(locked);
      this.#rest = text.slice(-locked.length);
      return;
    }
    // A tag or cell that is cut off waits for its other half.
    const cut = this.#kind === 'sheet' ? text.lastIndexOf('</c>') + 4 : text.lastIndexOf('<');
    const end = isLast || cut < 4 ? text.length : cut;
    const whole = text.slice(0, end);
    this.#rest = text.slice(end);
    if (this.#kind === 'sheet') {
      this.mayHideRows ||= whole.includes('hidden') && hiddenRow.test(whole);
      this.#formulas(whole);
      this.isBroken ||= !isSoundSheet(whole);
    }
    if (this.#kind === 'content') this.#repeats(whole);
  }

  #formulas(text: string): void {
    if (!text.includes('<f')) return;
    for (const [, attributes = ''] of text.matchAll(formulaCell)) {
      // The result of a formula may be an empty text.
      if (!attributes.includes('t="str"')) this.emptyFormulas++;
    }
  }

  #repeats(text: string): void {
    for (const [tag] of text.matchAll(rowOrCell)) {
      const isEmpty = tag.endsWith('/>');
      if (tag.startsWith('<table:table-row')) this.#rowRepeat = repeats(tag, 'rows');
      else if (!isEmpty) this.repeatedCells += this.#rowRepeat * repeats(tag, 'columns');
    }
  }
}

/** Columns and links that go beyond any sheet: the library writes down every single one. */
function isSoundSheet(text: string): boolean {
  if (!text.includes('<col ') && !text.includes('<hyperlink ')) return true;
  for (const [, most] of text.matchAll(/<col\b[^>]*\bmax\s*=\s*["']\s*(\d+)/g))
    if (Number(most) > mostColumns) return false;
  for (const [, from = '', top, to = '', bottom] of text.matchAll(
    /<hyperlink\b[^>]*\bref\s*=\s*["']\$?([A-Z]*)\$?(\d*):\$?([A-Z]*)\$?(\d*)/gi,
  )) {
    const rows = Number(bottom || mostRows) - Number(top || 1) + 1;
    if (rows > 0 && rows * Math.max(1, columnOf(to) - columnOf(from) + 1) > mostLinked) return false;
  }
  return true;
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function repeats(tag: string, what: 'rows' | 'columns'): number {
  return Number(new RegExp(`number-${what}-repeated="(\\d+)"`).exec(tag)?.[1] ?? 1);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
