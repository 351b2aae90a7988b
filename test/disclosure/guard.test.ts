import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { asDelivered, standard, strict } from '#disclosure/profiles.ts';
import type { Study } from '#model/study.ts';
import { attack } from './attacker.ts';
import { anyCity, cityAdditions } from './cityStudy.ts';

const counts = (minimumCount: number, parts: Partial<DisclosureProfile> = {}): DisclosureProfile => ({
  ...asDelivered,
  id: 'own',
  minimumCount,
  secondary: true,
  ...parts,
});

function hiddenCells(raw: Study, guarded: Study): Set<string> {
  const hidden = new Set<string>();
  raw.observations.forEach(({ level, columns }, position) => {
    for (const [id, { values }] of Object.entries(columns)) {
      const after = guarded.observations[position]!.columns[id]!.values;
      values.forEach((value, cell) => {
        if (!Number.isNaN(value) && Number.isNaN(after[cell]!)) hidden.add(`${level} ${id} ${cell}`);
      });
    }
  });
  return hidden;
}

describe('nobody can compute what is hidden', () => {
  test.each([3, 5])('minimum %i: every hidden count may be at least two things', (minimum) => {
    let secrets = 0;
    let narrow = 0;
    fc.assert(
      fc.property(anyCity, (study) => {
        const { study: guarded } = guardStudy(study, counts(minimum));
        for (const [name, { width }] of attack(guarded, cityAdditions, 300)) {
          secrets++;
          if (width < minimum - 1) narrow++;
          if (width < 1) console.log(name);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
    console.log(minimum, secrets, narrow);
    expect(secrets).toBeGreaterThan(500);
  });
  test('idempotent, monotone', () => {
    fc.assert(
      fc.property(anyCity, fc.constantFrom(2, 3, 5), (study, minimum) => {
        const once = guardStudy(study, counts(minimum)).study;
        const twice = guardStudy(once, counts(minimum)).study;
        expect(hiddenCells(once, twice)).toEqual(new Set());
      }),
      { seed: 1, numRuns: 100 },
    );
    fc.assert(
      fc.property(
        anyCity,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (study, low, more) => {
          const few = hiddenCells(study, guardStudy(study, counts(low)).study);
          const many = hiddenCells(study, guardStudy(study, counts(low + more)).study);
          for (const cell of few) expect(many).toContain(cell);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
    void standard;
    void strict;
  });
});
