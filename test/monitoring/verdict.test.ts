import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Verdict, verdicts } from '#monitoring/answer.ts';
import { dynamicsClasses, type StatusClass, statusClasses } from '#monitoring/classes.ts';
import { defaultThresholds } from '#monitoring/thresholds.ts';
import { recommendationOf, type VerdictFacts, verdictOf } from '#monitoring/verdict.ts';

const S = 'sehr niedrig';
const N = 'niedrig';
const M = 'mittel';
const H = 'hoch';

interface Case {
  readonly classes: readonly (StatusClass | null)[];
  readonly dynamics?: readonly VerdictFacts['history'][number]['dynamicsClass'][];
  readonly facts?: Partial<VerdictFacts>;
}

const factsOf = ({ classes, dynamics = [], facts = {} }: Case): VerdictFacts => ({
  history: classes.map((statusClass, i) => ({
    edition: 2013 + 2 * i,
    statusClass,
    dynamicsClass: dynamics[i] === undefined ? 'stabil' : dynamics[i],
  })),
  arrivals: false,
  affordable: false,
  inProgramme: false,
  stability: null,
  ...facts,
});
const verdict = (each: Case, thresholds = {}) =>
  verdictOf(factsOf(each), { ...defaultThresholds, ...thresholds });

const table: readonly (readonly [string, Case, Verdict])[] = [
  ['no class now', { classes: [S, S, S, null] }, 'not-rated'],
  ['persistent and an arrival area', { classes: [N, S, S, S], facts: { arrivals: true } }, 'long-term'],
  ['persistent with affordable stock', { classes: [N, S, S, N], facts: { affordable: true } }, 'long-term'],
  ['persistent with neither', { classes: [S, S, S, S] }, 'entrenched'],
  ['three of four and now', { classes: [M, S, S, N] }, 'entrenched'],
  ['low now, two of four', { classes: [M, M, N, N], facts: { arrivals: true } }, 'emerging'],
  ['low now, only two editions known', { classes: [S, S] }, 'emerging'],
  [
    'middle, dynamics negative twice',
    { classes: [M, M, M], dynamics: ['stabil', 'negativ', 'negativ'] },
    'emerging',
  ],
  ['programme, recovered', { classes: [S, M, M], facts: { inProgramme: true } }, 'phase-out'],
  [
    'programme, high and positive',
    { classes: [S, M, H], dynamics: [null, null, 'positiv'], facts: { inProgramme: true } },
    'phase-out',
  ],
  ['programme, low in the edition before', { classes: [S, S, M], facts: { inProgramme: true } }, 'watch'],
  [
    'programme, sinking',
    { classes: [M, M, M], dynamics: [null, 'stabil', 'negativ'], facts: { inProgramme: true } },
    'watch',
  ],
  ['programme, edition before not rated', { classes: [M, null, M], facts: { inProgramme: true } }, 'watch'],
  ['doubtful', { classes: [M, M, M], facts: { stability: 0.94 } }, 'watch'],
  ['certain', { classes: [M, M, M], facts: { stability: 0.95 } }, 'no-need'],
  [
    'middle, negative only once',
    { classes: [M, M, M], dynamics: ['negativ', 'stabil', 'negativ'] },
    'no-need',
  ],
  ['high, negative twice', { classes: [H, H, H], dynamics: ['negativ', 'negativ', 'negativ'] }, 'no-need'],
  ['persistently low until recently', { classes: [S, S, S, M] }, 'no-need'],
];

describe('verdictOf', () => {
  test.each(table)('%s', (_, each, expected) => {
    expect(verdict(each)).toBe(expected);
  });

  test('the table has a case for every verdict', () => {
    expect([...new Set(table.map(([, , expected]) => expected))].sort()).toEqual([...verdicts].sort());
  });

  test('first match wins: a persistent arrival area in a programme, sinking and doubtful, has long-term need', () => {
    const everything = { arrivals: true, affordable: true, inProgramme: true, stability: 0 };
    const dynamics = ['negativ', 'negativ', 'negativ'] as const;
    expect(verdict({ classes: [S, S, S], dynamics, facts: everything })).toBe('long-term');
    expect(
      verdict({ classes: [S, S, S], dynamics, facts: { ...everything, arrivals: false, affordable: false } }),
    ).toBe('entrenched');
    expect(verdict({ classes: [M, M, S], dynamics, facts: everything })).toBe('emerging');
    expect(verdict({ classes: [M, M, M], dynamics, facts: everything })).toBe('emerging');
    expect(verdict({ classes: [M, M, M], facts: everything })).toBe('phase-out');
    expect(verdict({ classes: [S, S, M], facts: everything })).toBe('watch');
    expect(verdict({ classes: [S, S, null], facts: everything })).toBe('not-rated');
  });

  test('every threshold is adjustable', () => {
    expect(verdict({ classes: [M, M, N, N] }, { persistence: 0.5 })).toBe('entrenched');
    expect(verdict({ classes: [M, S, S, N] }, { persistence: 0.76 })).toBe('emerging');
    expect(verdict({ classes: [S, S] }, { minimumEditions: 2 })).toBe('entrenched');
    expect(verdict({ classes: [S, S, S] }, { minimumEditions: 4 })).toBe('emerging');
    expect(verdict({ classes: [M, M], facts: { stability: 0.8 } }, { stability: 0.8 })).toBe('no-need');
  });

  test('only persistent areas have long-term need, only programme areas are phased out', () => {
    const status = fc.constantFrom(...statusClasses, null);
    const dynamics = fc.constantFrom(...dynamicsClasses, null);
    const history = fc.array(fc.tuple(status, dynamics), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        history,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (course, arrivals, affordable, inProgramme) => {
          const facts = factsOf({
            classes: course.map(([each]) => each),
            dynamics: course.map(([, each]) => each),
            facts: { arrivals, affordable, inProgramme },
          });
          const result = verdictOf(facts, defaultThresholds);
          const now = course.at(-1)![0];
          if (result === 'long-term') expect(arrivals || affordable).toBe(true);
          if (result === 'long-term' || result === 'entrenched') expect([N, S]).toContain(now);
          if (result === 'phase-out' || result === 'watch') expect(inProgramme).toBe(true);
          if (result === 'no-need') expect(inProgramme).toBe(false);
          expect(result === 'not-rated').toBe(now === null);
        },
      ),
    );
  });
});

test('recommendationOf: inside a programme and outside', () => {
  const inside = Object.fromEntries(verdicts.map((each) => [each, recommendationOf(each, true)]));
  const outside = Object.fromEntries(verdicts.map((each) => [each, recommendationOf(each, false)]));
  expect(inside).toEqual({
    'not-rated': 'no-change',
    'long-term': 'continue',
    entrenched: 'continue',
    emerging: 'continue',
    'phase-out': 'phase-out',
    watch: 'continue',
    'no-need': 'continue',
  });
  expect(outside).toEqual({
    'not-rated': 'no-change',
    'long-term': 'admit',
    entrenched: 'admit',
    emerging: 'no-change',
    'phase-out': 'no-change',
    watch: 'no-change',
    'no-need': 'no-change',
  });
});
