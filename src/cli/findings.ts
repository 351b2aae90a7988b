import { wordsOf } from '#i18n/i18n.ts';
import { placeText, problemSentence } from '#i18n/problemText.ts';
import type { Place, Problem } from '#model/result.ts';

/** One thing to be said about the data, in German, with its place. */
export interface Finding {
  readonly sentence: string;
  readonly where: Place;
}

/** More of the same file and column help nobody. */
const mostPerColumn = 8;

const words = wordsOf('de');

/** Collects what is wrong with the files of a call, and what is only worth knowing. */
export class Findings {
  readonly #problems: Finding[] = [];
  readonly #notes: Finding[] = [];

  add(sentence: string, where: Place): void {
    this.#problems.push({ sentence, where });
  }

  note(sentence: string, where: Place): void {
    this.#notes.push({ sentence, where });
  }

  /** A problem of the import layer, in its words. */
  problem(found: Problem): void {
    this.add(problemSentence(words, found), found.where ?? { file: '' });
  }

  get found(): boolean {
    return this.#problems.length > 0;
  }

  notes(): readonly string[] {
    return this.#notes.map(lineOf);
  }

  /** One line each, in the order found; of each column the first few and how many more there are. */
  problems(): readonly string[] {
    const counts = new Map<string, number>();
    const lines: string[] = [];
    for (const finding of this.#problems) {
      const column = `${finding.where.file}\n${finding.where.column ?? ''}`;
      const count = (counts.get(column) ?? 0) + 1;
      counts.set(column, count);
      if (count <= mostPerColumn) lines.push(lineOf(finding));
    }
    for (const [column, count] of counts) {
      const [file = '', name = ''] = column.split('\n');
      if (count <= mostPerColumn) continue;
      const sentence = `und ${count - mostPerColumn} weitere.`;
      lines.push(lineOf({ sentence, where: { file, column: name || undefined } }));
    }
    return lines;
  }
}

function lineOf({ sentence, where }: Finding): string {
  return where.file === '' ? sentence : `${placeText(words, where)}: ${sentence}`;
}
