import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { rulesOf, standard, strict } from '#disclosure/profiles.ts';
import { toldReport } from '#disclosure/report.ts';
import { anyTown, shownFigures, townStudy, twinsOf } from './pairs.ts';

const small: DisclosureProfile = { ...rulesOf(standard), id: 'own', minimumDenominator: 5 };

describe('two studies with the same published figures', () => {
  test.each([
    ['Üblich', standard],
    ['Streng', strict],
    ['small denominators', small],
  ] as const)('are the same study, and the same is told of them: %s', (_, profile) => {
    let pairs = 0;
    fc.assert(
      fc.property(anyTown, (town) => {
        const { study, report } = guardStudy(townStudy(town), profile);
        for (const twin of twinsOf(town, profile, 3)) {
          const other = guardStudy(townStudy(twin), profile);
          pairs++;
          expect(shownFigures(other.study)).toBe(shownFigures(study));
          expect(other.study).toEqual(study);
          expect(toldReport(other.report)).toEqual(toldReport(report));
        }
      }),
      { seed: 7, numRuns: 6, endOnFailure: true },
    );
    expect(pairs).toBeGreaterThan(8);
  });
});
