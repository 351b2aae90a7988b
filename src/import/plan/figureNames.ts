import { guessHeading, tableWords } from '../inspect/guess.ts';
import { slugOf } from './ids.ts';

export interface FigureHead {
  /** From the general to the special: rows of a head, or words of a long table. */
  readonly parts: readonly string[];
  /** The year its figures are of, which a name need not say again. */
  readonly year: number | null;
}

/**
 * Short names that tell the figures of a table apart: without what all heads share, headings of themes, rows that only
 * explain, years and units said elsewhere. Where two would be the same, they keep more of their heads.
 */
export function figureNames(heads: readonly FigureHead[]): readonly string[] {
  const cleaned = heads.map(({ parts, year }) => parts.map((part) => cleanPart(part, year)));
  const explaining = explainingRows(cleaned);
  const themes = themesOf(cleaned);
  const ways: readonly ((head: readonly string[], i: number) => string)[] = [
    (head) => joined(withoutShared(head, cleaned, themes, explaining).map(withoutUnit)),
    (head) => joined(withoutShared(head, cleaned, themes, explaining)),
    (head) => joined(head.filter((_, row) => !explaining.has(row))),
    (head) => joined(head),
    (_, i) => heads[i]?.parts.join(' – ') ?? '',
  ];
  const way = heads.map(() => 0);
  const nameAt = (i: number): string => ways[way[i] ?? 0]?.(cleaned[i] ?? [], i) ?? '';
  let names = heads.map((_, i) => nameAt(i));
  for (let round = 1; round < ways.length; round++) {
    const counts = new Map<string, number>();
    // The same name in another year is the same figure.
    const keys = names.map((name, i) => `${heads[i]?.year} ${name}`);
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    if (names.every((name, i) => name !== '' && counts.get(keys[i] ?? '') === 1)) break;
    names = names.map((name, i) => {
      if (name !== '' && counts.get(keys[i] ?? '') === 1) return name;
      way[i] = round;
      return nameAt(i);
    });
  }
  return names;
}

/** Without the breaks of narrow cells, names of columns as words, and the year that is known. */
function cleanPart(part: string, year: number | null): string {
  let text = part
    .replace(/\u00ad/g, '')
    .replace(/(\p{Ll})-\s*(?=(?!und\b|oder\b|bis\b|bzw\b)\p{Ll}{3})/gu, (found, letter: string) =>
      /^[\p{Ll}\d]+([-_][\p{Ll}\d]+)+$/u.test(part) ? found : letter,
    );
  if (/^[\p{Ll}\d]+([-_][\p{Ll}\d]+)*$/u.test(text)) text = text.replace(/[-_]+/g, ' ');
  // A span (`2017_2022`) is part of what is meant.
  if (year !== null && new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d|\s?\/)/g)).size < 2) {
    text = text
      .replace(
        new RegExp(`\\((?:[\\p{L}.]+\\s)?(?:\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?)?${year}(?:/\\d{2,4})?\\)`, 'gu'),
        ' ',
      )
      .replace(
        new RegExp(`(?:\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?)?(?<!\\d)${year}(?!\\d)(?:/\\d{2,4}(?!\\d))?`, 'g'),
        ' ',
      );
  }
  text = text
    .replace(/^und zwar\b[\s–:]*/i, '')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
  return text.replace(/^\p{Ll}(?=\p{Ll}{3})/u, (letter) => letter.toUpperCase());
}

const unit =
  /\s+in\s+(?:%|Prozent|v\.\s?H\.|(?:EUR|Euro|€)\s?(?:\/|je|pro)\s?(?:m²|m2|qm)|m²|m2|qm)(?=$|[\s)])/gi;

function withoutUnit(part: string): string {
  return part.replace(unit, '').trim() || part;
}

/** Rows of the head that in most columns only say at length what stands above. */
function explainingRows(heads: readonly (readonly string[])[]): ReadonlySet<number> {
  const rows = new Set<number>();
  const deepest = heads.reduce((most, head) => Math.max(most, head.length), 0);
  for (let row = 1; row < deepest; row++) {
    const pairs = heads.filter((head) => head.length > row);
    const saysAgain = pairs.filter((head) => restates(head[row - 1] ?? '', head[row] ?? '')).length;
    if (pairs.length > 2 && saysAgain >= 0.6 * pairs.length) rows.add(row);
  }
  return rows;
}

function restates(above: string, below: string): boolean {
  const [short, long] = [bare(above), bare(below)];
  const stems = (text: string): readonly string[] =>
    text
      .split('-')
      .filter((word) => word.length > 2)
      .map((word) => word.slice(0, 5));
  const said = stems(short);
  const again = new Set(stems(long));
  const common = said.filter((stem) => again.has(stem)).length;
  return said.length > 0 && long.length > short.length && common >= 0.6 * said.length;
}

/** Words without units and what stands in brackets. */
function bare(part: string): string {
  return slugOf(withoutUnit(part).replace(/\([^)]*\)/g, ' '));
}

/** First rows of blocks of columns that name no figure themselves (`Wohnen`, `Bevölkerung und Haushalte`). */
function themesOf(heads: readonly (readonly string[])[]): ReadonlySet<string> {
  const blocks = new Map<string, number>();
  for (const [first, ...rest] of heads) {
    if (first !== undefined && rest.length > 0) blocks.set(first, (blocks.get(first) ?? 0) + 1);
  }
  const words = tableWords([], '');
  return new Set(
    [...blocks]
      .filter(([text, n]) => n > 1 && (text.includes(' und ') || !guessHeading([text], words).concept))
      .map(([text]) => text),
  );
}

function withoutShared(
  head: readonly string[],
  heads: readonly (readonly string[])[],
  themes: ReadonlySet<string>,
  explaining: ReadonlySet<number>,
): readonly string[] {
  const kept = head.filter((_, row) => !explaining.has(row));
  const [first = ''] = kept;
  const isShared = heads.length > 2 && heads.every((other) => other[0] === head[0]);
  const rest = kept.slice(1);
  return (isShared || themes.has(first)) && standsAlone(rest) ? rest : kept;
}

/** `Private PKW` does, `mit 1 Person` and `weiblich` do not. */
function standsAlone([first = '']: readonly string[]): boolean {
  return (
    /^\p{Lu}\p{L}{2}/u.test(first) &&
    !/^(?:männlich|weiblich|insgesamt|zusammen|gesamt|anzahl$|anteil$|davon|darunter|dar\b|sonstige|übrige|andere|unter|über|bis|ab|mit|ohne|nicht)\b/i.test(
      first,
    )
  );
}

/** Without words that the next part begins with. */
function joined(parts: readonly string[]): string {
  return parts
    .filter((part, i) => part !== '' && !slugOf(parts[i + 1] ?? '').startsWith(slugOf(part)))
    .join(' – ');
}
