import type { Benefits } from './benefits.ts';
import { cells, type Origin, origins, type PeopleHistory } from './people.ts';

/** Share of children who speak another language than German at home, by origin. */
const otherLanguage: Record<Origin, number> = {
  german: 0.012,
  second: 0.83,
  eu2: 0.98,
  protection: 0.99,
  foreign: 0.95,
};

/** Children under 15 of one district by language at home, and how many of each live on SGB II. */
export interface Children {
  readonly nonGerman: number;
  readonly german: number;
  readonly nonGermanPoor: number;
  readonly germanPoor: number;
}

/** `[y][d]`, in expectation: not rounded. */
export function childrenByLanguage(
  { people }: PeopleHistory,
  benefits: readonly (readonly Benefits[])[],
): Children[][] {
  return people.map((row, y) =>
    row.map(({ counts }, d) => {
      let nonGerman = 0;
      let german = 0;
      let nonGermanPoor = 0;
      let germanPoor = 0;
      for (const origin of origins) {
        const c = cells.findIndex((cell) => cell.origin === origin && cell.age === 'child');
        const n = counts[c]!;
        const poor = benefits[y]![d]!.childRate[origin];
        const share = otherLanguage[origin];
        nonGerman += n * share;
        nonGermanPoor += n * share * poor;
        german += n * (1 - share);
        germanPoor += n * (1 - share) * poor;
      }
      return { nonGerman, german, nonGermanPoor, germanPoor };
    }),
  );
}
