import type { FileContents, Sheet } from '../formats/driver.ts';
import { licenceIn } from './licenceIn.ts';

/** What a file says about where it comes from; empty where it says nothing. Proposals: a person has the last word. */
export interface StatedSource {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly licence: string;
  readonly url: string | null;
  /** The places it was read from, word for word, to be shown beside the proposal. */
  readonly words: readonly string[];
}

/** Such lines stand above and below the figures; nobody looks for them in the middle. */
const rowsAbove = 40;
const rowsBelow = 25;
const columnsRead = 60;
const longestCell = 400;
const mostWords = 4;

const office =
  /(?:amt|ämter)(?![a-zäöüß])|statistik(?:stelle|amt)|agentur für arbeit|ministerium|senatsverwaltung|landesbetrieb|bezirksregierung|magistrat|stadtverwaltung|kreisverwaltung|jobcenter|destatis|it\.nrw|fachbereich|geoportal/i;
const publisherLine =
  /^(?:herausgeber(?:in|schaft)?|hrsg\.?|herausgegeben von|datenhalter(?:in)?|publisher)\s*:?\s*(.*)$/i;
const copyrightLine = /(?:©|\(c\)\s*(?:opyright)?|\bcopyright\b)\s*(?:by\b|:)?\s*(.+)$/i;
const sourceLine = /^(?:daten)?(?:quellen?|source)(?:nangabe)?\s*:\s*(.+)$/i;
const month = '(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)';
const day = `\\d{1,2}\\.\\s?(?:\\d{1,2}\\.\\s?|${month}\\s)\\d{4}`;
const dateLine = new RegExp(
  `\\b(?:Stichtag|Datenstand|Stand|Bearbeitungsstand)(?:\\s+(?:der Daten|vom|am|zum))?\\s*:?\\s*(${day}|${month}\\s\\d{4}|\\d{1,2}/\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{4})(?!\\d)`,
  'i',
);
const dayInTitle = new RegExp(`\\b(?:am|zum|vom)\\s(${day})`, 'i');
const address = /https?:\/\/[^\s)>\]"]+/i;

interface Found {
  title: string;
  publisher: string;
  date: string;
  licence: string;
  url: string | null;
  readonly words: Set<string>;
}

/** Reads titles, notes and what the format keeps about the file; null where none of it says anything. */
export function statedSource({ sheets, about }: Pick<FileContents, 'sheets' | 'about'>): StatedSource | null {
  const found: Found = { title: '', publisher: '', date: '', licence: '', url: null, words: new Set() };
  const copyright: string[] = [];
  const quoted: string[] = [];
  const heads: string[] = [];
  for (const text of about?.texts ?? [])
    for (const line of linesOf(text)) readLine(line, [], found, copyright, quoted);
  for (const { rows } of sheets) {
    heads.push(...headsOf(rows));
    for (const [cell, near] of cellsOf(rows))
      for (const line of linesOf(cell)) readLine(line, near, found, copyright, quoted);
  }
  const place = heads.find((head) => office.test(head) && head.length <= 120);
  const byOffice = quoted.find((text) => office.test(text));
  found.publisher ||= about?.publisher ?? copyright[0] ?? place ?? byOffice ?? '';
  if (found.publisher === place && place) found.words.add(place);
  if (about?.publisher && found.publisher === about.publisher) found.words.add(about.publisher);
  const said = found.publisher !== '' || found.licence !== '' || found.date !== '' || quoted.length > 0;
  const title = about?.title ?? heads.find((head) => head !== place && !dateOnly(head)) ?? '';
  if (!said && !about?.title) return null;
  const dated = heads.map((head) => dayInTitle.exec(head)?.[1]).find((one) => one !== undefined);
  return {
    title: title || (quoted.find((text) => text !== found.publisher) ?? ''),
    publisher: found.publisher,
    date: dated ?? found.date ?? '',
    licence: found.licence || (about?.licence ?? ''),
    url: found.url,
    words: [...found.words].slice(0, mostWords),
  };
}

function readLine(
  line: string,
  near: readonly string[],
  found: Found,
  copyright: string[],
  quoted: string[],
): void {
  const named = publisherLine.exec(line);
  const marked = copyrightLine.exec(line);
  const source = sourceLine.exec(line);
  const dated = dateLine.exec(line)?.[1];
  const licence = licenceIn(line);
  if (named) {
    // A heading of its own: the name stands beside or below it, among other things.
    const name = tidy(named[1] || (near.find((cell) => office.test(cell)) ?? ''));
    if (name !== '') {
      found.publisher ||= name;
      found.words.add(named[1] ? line : `${line} ${name}`);
    }
  } else if (marked?.[1] && !licence) {
    const holder = tidy(marked[1].replace(/,?\s*\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b,?\s*/g, ' '));
    // A mark beside a figure in a table is no notice.
    if (/\p{L}{3}/u.test(holder)) {
      copyright.push(holder);
      found.words.add(line);
    }
  } else if (source?.[1]) {
    quoted.push(tidy(source[1].replace(address, '')));
    found.words.add(line);
  }
  if (licence) {
    found.licence ||= licence;
    found.words.add(line);
  }
  if (dated) {
    found.date ||= dated;
    found.words.add(line);
  }
  // An address beside a licence is that of its text.
  if ((named || marked || source) && !licence) found.url ??= address.exec(line)?.[0] ?? null;
}

/** Cells with words above and below the figures, each with those beside and below it. */
function* cellsOf(rows: Sheet['rows']): Iterable<readonly [cell: string, near: readonly string[]]> {
  const below = Math.max(rowsAbove, rows.length - rowsBelow);
  for (let r = 0; r < rows.length; r = r + 1 === rowsAbove ? below : r + 1) {
    const row = rows[r] ?? [];
    for (let c = 0; c < Math.min(row.length, columnsRead); c++) {
      const cell = row[c] ?? '';
      if (cell.length < 4 || cell.length > longestCell || !/\p{L}{2}/u.test(cell)) continue;
      yield [cell, [row[c + 1] ?? '', rows[r + 1]?.[c] ?? '', rows[r + 2]?.[c] ?? '']];
    }
  }
}

/** Rows above the first one with several cells: titles, and who they are of. */
function headsOf(rows: Sheet['rows']): readonly string[] {
  const heads: string[] = [];
  for (const row of rows.slice(0, 8)) {
    const filled = row.filter((cell) => cell.trim() !== '');
    if (filled.length > 1) break;
    for (const line of linesOf(filled[0] ?? ''))
      if (line.length >= 8 && line.length <= 200 && !isStatement(line)) heads.push(line);
  }
  return heads;
}

function isStatement(line: string): boolean {
  return [publisherLine, sourceLine, copyrightLine].some((one) => one.test(line)) || licenceIn(line) !== null;
}

function dateOnly(line: string): boolean {
  return (dateLine.exec(line)?.[0].length ?? 0) >= line.length - 2;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n|\s\|\s/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function tidy(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .replace(/(?<=\p{L}{3})\.$/u, '');
}
