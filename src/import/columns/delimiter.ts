/** Separators seen in German office exports. */
const candidates = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof candidates)[number];

/**
 * The separator that cuts most lines of the whole text into the same number of cells. Counted outside quotes, since a
 * decimal comma makes `,` frequent but irregular. A first line `sep=;` decides at once.
 */
export function scoreDelimiter(text: string): Delimiter {
  const tally = new DelimiterTally();
  tally.push(text);
  return tally.finish().delimiter;
}

export interface DelimiterFinding {
  readonly delimiter: Delimiter;
  /** The first line says so: `sep=;`. */
  readonly isDeclared: boolean;
  /** The sign around cells that hold separators or line breaks. */
  readonly quote: '"' | "'";
  /** Cells of most rows. */
  readonly columns: number;
}

/** Longer quoted passages than this are no cells but a quotation mark that is never closed. */
const longestQuote = 20_000;

/** Counts separators line by line, piece by piece. */
export class DelimiterTally {
  /** Of each candidate: how many lines have how many of it. */
  readonly #lines = candidates.map(() => new Map<number, number>());
  readonly #counts = candidates.map(() => 0);
  /** Commas between two digits, and commas at all. */
  #decimalCommas = 0;
  #commas = 0;
  #lineCount = 0;
  #declared: Delimiter | null = null;
  #isFirst = true;
  #isBlank = true;
  /** Length of the quoted passage we are in; −1 outside. */
  #quoted = -1;
  #previous = 10;
  /** Apostrophes that open or close a cell, and quotation marks that do. */
  #apostrophes = { open: 0, close: 0 };
  #marks = 0;

  push(text: string): void {
    if (this.#isFirst && text !== '') {
      const sign = /^\uFEFF?sep=(.)\r?\n/i.exec(text.slice(0, 16))?.[1];
      this.#declared = candidates.find((candidate) => candidate === sign) ?? null;
      this.#isFirst = false;
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (this.#quoted >= 0) {
        this.#quoted++;
        if (code === 34) {
          const next = text.charCodeAt(i + 1);
          if (isEdge(next)) this.#quoted = -1;
          else if (next === 34) i++;
        } else if (this.#quoted > longestQuote) this.#quoted = -1;
        continue;
      }
      switch (code) {
        case 34:
          if (isEdge(this.#previous)) {
            this.#quoted = 0;
            this.#isBlank = false;
            this.#marks++;
          }
          break;
        case 39:
          if (isEdge(this.#previous)) this.#apostrophes.open++;
          if (isEdge(text.charCodeAt(i + 1))) this.#apostrophes.close++;
          break;
        case 59:
          this.#count(0);
          break;
        case 44:
          this.#count(1);
          this.#commas++;
          if (isDigit(this.#previous) && isDigit(text.charCodeAt(i + 1))) this.#decimalCommas++;
          break;
        case 9:
          this.#count(2);
          break;
        case 124:
          this.#count(3);
          break;
        case 10:
        case 13:
          this.#endLine();
          break;
        case 32:
          break;
        default:
          this.#isBlank = false;
      }
      this.#previous = code;
    }
  }

  finish(): DelimiterFinding {
    this.#endLine();
    let delimiter: Delimiter = ',';
    let best = 0;
    const scores = candidates.map((_, c) => this.#score(c));
    const another = scores.some((score, c) => c !== 1 && score > 0);
    for (const [c, candidate] of candidates.entries()) {
      // Commas that stand between digits are decimal signs as soon as anything else could be the separator.
      const isDecimal = c === 1 && another && this.#decimalCommas * 2 > this.#commas;
      const score = (scores[c] ?? 0) * (isDecimal ? 0.25 : 1);
      if (score > best) {
        best = score;
        delimiter = candidate;
      }
    }
    delimiter = this.#declared ?? delimiter;
    const { open, close } = this.#apostrophes;
    const hasApostrophes = this.#marks === 0 && open >= 4 && Math.abs(open - close) * 10 < open;
    return {
      delimiter,
      isDeclared: this.#declared !== null,
      quote: hasApostrophes ? "'" : '"',
      columns: this.#mode(candidates.indexOf(delimiter)).count + 1,
    };
  }

  #count(candidate: number): void {
    this.#counts[candidate] = (this.#counts[candidate] ?? 0) + 1;
  }

  #endLine(): void {
    const isEmpty = this.#isBlank && this.#counts.every((count) => count === 0);
    // Windows ends a line with two signs: the second ends an empty one.
    if (!isEmpty) {
      this.#lineCount++;
      for (const [c, count] of this.#counts.entries()) {
        const lines = this.#lines[c];
        lines?.set(count, (lines.get(count) ?? 0) + 1);
        this.#counts[c] = 0;
      }
    }
    this.#isBlank = true;
  }

  /** The count most lines have, lines without any left out: notes above and below a table have none. */
  #mode(candidate: number): { readonly count: number; readonly lines: number } {
    let best = { count: 0, lines: 0 };
    for (const [count, lines] of this.#lines[candidate] ?? []) {
      if (count === 0) continue;
      if (lines > best.lines || (lines === best.lines && count > best.count)) best = { count, lines };
    }
    return best;
  }

  #score(candidate: number): number {
    const { count, lines } = this.#mode(candidate);
    const share = this.#lineCount === 0 ? 0 : lines / this.#lineCount;
    return share * share * Math.log2(count + 1);
  }
}

/** Separator, line end or end of text. */
function isEdge(code: number): boolean {
  return (
    code === 59 ||
    code === 44 ||
    code === 9 ||
    code === 124 ||
    code === 10 ||
    code === 13 ||
    code === 0xfeff ||
    Number.isNaN(code)
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
