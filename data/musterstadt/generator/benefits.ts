import { calendar } from './calendar.ts';
import { ages, cells, type Origin, type PeopleHistory } from './people.ts';
import type { Random } from './random.ts';

/** Recipients in one district at the end of one year. */
export interface Benefits {
  readonly sgb2: number;
  readonly sgb2Children: number;
  readonly unemployed: number;
  /** Recipients of SGB II who are not unemployed, and of SGB XII. */
  readonly otherTransfer: number;
  /** Share of children in SGB II by origin, for the schools' fee exemption. */
  readonly childRate: Readonly<Record<Origin, number>>;
}

/** Receipt of SGB II among people in average circumstances, 2014. */
const base: Record<Origin, readonly [child: number, working: number]> = {
  german: [0.14, 0.088],
  second: [0.21, 0.13],
  eu2: [0.36, 0.17],
  protection: [0.72, 0.6],
  foreign: [0.29, 0.16],
};

/** Hardship at the ends of the scale: estates are mixed after all, villas have hardly any recipients. */
function bent(hardship: number): number {
  if (hardship < 0) return 1.35 * hardship;
  return hardship < 1 ? hardship : 1 + 0.38 * (hardship - 1);
}

export function simulateBenefits({ people, hardship }: PeopleHistory, random: Random): Benefits[][] {
  const shock = people[0]!.map(() => 0.14 * random.normal());
  return calendar.map((now, y) =>
    people[y]!.map(({ counts }, d) => {
      shock[d] = 0.93 * shock[d]! + 0.04 * random.normal();
      const steep = 0.63 + 0.005 * y;
      const felt = hardship[y]![d]!;
      const strain = Math.exp(steep * bent(felt) + shock[d]!);
      let sgb2 = 0;
      let children = 0;
      let working = 0;
      const childRate = {} as Record<Origin, number>;
      cells.forEach(({ origin, age }, c) => {
        if (age === 'older') return;
        const usual = base[origin][ages.indexOf(age) as 0 | 1] * now.benefits;
        // Odds rather than rates are strained, so that no rate passes one.
        const odds = (usual / (1 - usual)) * (origin === 'protection' ? Math.sqrt(strain) : strain);
        const rate = odds / (1 + odds);
        const recipients = Math.round(counts[c]! * rate);
        if (age === 'child') {
          children += recipients;
          childRate[origin] = rate;
        } else working += recipients;
        sgb2 += recipients;
      });
      const unemployed = Math.min(working, Math.round(working * (0.47 + 0.012 * random.normal())));
      const older = cells.reduce((sum, { age }, c) => sum + (age === 'older' ? counts[c]! : 0), 0);
      const sgb12 = Math.min(
        older,
        Math.round(older * 0.042 * Math.exp(0.55 * hardship[y]![d]! + 0.5 * shock[d]!)),
      );
      return {
        sgb2,
        sgb2Children: children,
        unemployed,
        otherTransfer: sgb2 - unemployed + sgb12,
        childRate,
      };
    }),
  );
}
