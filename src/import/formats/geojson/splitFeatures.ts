import { BrokenJson, jsonFault } from '../brokenJson.ts';
import type { EncodedText } from '../encodedText.ts';

export interface FeatureSink {
  take(elements: readonly unknown[]): void;
  /** Another member `features` begins: as for `JSON.parse` the last one counts. */
  restart(): void;
}

/** Bytes of features that are parsed at once: some milliseconds of work. */
const usualBatch = 1024 * 1024;

const quote = 34;
const comma = 44;
const colon = 58;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

/**
 * Parses a JSON document: the elements of its member `features` a batch at a time, all the rest at the end, with `features`
 * left empty; it returns the rest and yields how far it has come. Only where elements end is found here. What JSON is
 * decides `JSON.parse`, which sees every sign of the document once. Throws `BrokenJson` and `NotInEncoding`.
 */
export function* splitFeatures(
  text: EncodedText,
  sink: FeatureSink,
  { batchSize = usualBatch } = {},
): Generator<number, unknown> {
  const { bytes } = text;
  const rest = new Rest(text);
  let member = '';
  let awaitsName = true;
  let awaitsValue = false;
  let at = rootObject(text);
  while (at < bytes.length) {
    const code = bytes[at]!;
    if (code === closeObject || code === closeList) break;
    if (code === quote) {
      const end = stringEnd(bytes, at);
      if (awaitsName) member = nameOf(text.decode(bytes.subarray(at, end)));
      awaitsName = false;
      awaitsValue = false;
      at = end;
    } else if (code === openList && awaitsValue && member === 'features') {
      rest.until(at + 1);
      sink.restart();
      at = yield* splitList(text, at + 1, sink, batchSize);
      rest.from(at);
      // The bracket that closes the list.
      at++;
      awaitsValue = false;
    } else if (code === openList || code === openObject) {
      at = valueEnd(bytes, at);
      awaitsValue = false;
    } else {
      if (code === comma) awaitsName = true;
      if (code === colon) awaitsValue = true;
      else if (!isBlank(code)) awaitsValue = false;
      at++;
    }
  }
  return rest.parse();
}

/** Hands out the elements of the list that begins there; where the bracket stands that closes it. */
function* splitList(
  text: EncodedText,
  start: number,
  { take }: FeatureSink,
  batchSize: number,
): Generator<number, number> {
  const { bytes } = text;
  let batch = start;
  let at = start;
  while (at < bytes.length) {
    const code = bytes[at]!;
    const isOver = code === closeList || code === closeObject;
    if (isOver || (code === comma && at - batch >= batchSize)) {
      const elements = parseList(text, batch, at);
      if (elements.length > 0) take(elements);
      else if (batch > start || !isOver) {
        // Nothing between two commas, or after the last one: the engine words it.
        if (isOver) parseList(text, batch, at, '[0,');
        else parseList(text, batch, at, '[', ',]');
      }
      if (isOver) return at;
      batch = at + 1;
      yield batch;
      at++;
    } else at = valueEnd(bytes, at);
  }
  // Cut off among the features.
  parseList(text, batch, bytes.length, '[', '');
  return at;
}

/** The elements of a piece of a list. Tells where in the document the fault is, at least which element has it. */
function parseList(
  text: EncodedText,
  start: number,
  end: number,
  before = '[',
  after = ']',
): readonly unknown[] {
  const list = before + text.decode(text.bytes.subarray(start, end)) + after;
  try {
    return JSON.parse(list);
  } catch (error) {
    const { message, offset } = jsonFault(error, list);
    const place =
      offset === null
        ? brokenElement(text, start, end)
        : start + text.lengthOf(list.slice(before.length, offset));
    throw new BrokenJson(message, Math.min(place, end));
  }
}

/** Where the first element begins that cannot be parsed. */
function brokenElement({ bytes, decode }: EncodedText, start: number, end: number): number {
  let element = start;
  let at = start;
  while (at <= end) {
    if (at === end || bytes[at] === comma) {
      while (element < at && isBlank(bytes[element]!)) element++;
      try {
        JSON.parse(decode(bytes.subarray(element, at)));
      } catch {
        return element;
      }
      element = ++at;
    } else at = Math.min(end, valueEnd(bytes, at));
  }
  return start;
}

/** What of the document is none of its features. */
class Rest {
  readonly #text: EncodedText;
  readonly #parts: string[] = [];
  /** How many bytes are missing from which byte of the rest on. */
  readonly #gaps: { readonly at: number; readonly skipped: number }[] = [];
  #length = 0;
  #start = 0;

  constructor(text: EncodedText) {
    this.#text = text;
  }

  until(end: number): void {
    this.#parts.push(this.#text.decode(this.#text.bytes.subarray(this.#start, end)));
    this.#length += end - this.#start;
  }

  from(start: number): void {
    this.#start = start;
    this.#gaps.push({ at: this.#length, skipped: start - this.#length });
  }

  parse(): unknown {
    this.until(this.#text.bytes.length);
    const rest = this.#parts.join('');
    try {
      return JSON.parse(rest);
    } catch (error) {
      const { message, offset } = jsonFault(error, rest);
      if (offset === null) throw new BrokenJson(message, null);
      const at = this.#text.start + this.#text.lengthOf(rest.slice(0, offset));
      throw new BrokenJson(message, at + (this.#gaps.findLast((gap) => gap.at <= at)?.skipped ?? 0));
    }
  }
}

/** Where the members of the object begin that is the document; the end where it is none. */
function rootObject({ bytes, start }: EncodedText): number {
  let at = start;
  while (at < bytes.length && isBlank(bytes[at]!)) at++;
  return bytes[at] === openObject ? at + 1 : bytes.length;
}

/** After the text in quotes, the object or the list that begins here, or after a single sign. */
function valueEnd(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let depth = 0;
  let at = start;
  do {
    const code = bytes[at]!;
    if (code === quote) {
      at = stringEnd(bytes, at);
      continue;
    }
    // Brackets and braces differ in one bit.
    if ((code | 32) === openObject) depth++;
    else if ((code | 32) === closeObject) depth--;
    at++;
  } while (depth > 0 && at < length);
  return at;
}

/** After the quote that ends the text which begins with this one. */
function stringEnd(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  let at = start + 1;
  while (at < length) {
    const code = bytes[at]!;
    if (code === quote) return at + 1;
    at += code === backslash ? 2 : 1;
  }
  return length;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** A name as `JSON.parse` reads it: signs may be written as numbers. */
function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return '';
  }
}
