import { describe, expect, test } from 'vitest';
import { describeWithOracles, oracle } from '../realData.ts';
import { readCases, travellingCases } from './case.ts';
import { compareAll, type Outcome } from './compare.ts';

const deviating = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter((one) => one.status === 'deviates');

describe('reference values that travel with the repository', () => {
  test('every covered value of the excerpts is reproduced within its tolerance', () => {
    const outcomes = compareAll(readCases(travellingCases));
    expect(deviating(outcomes)).toEqual([]);
    expect(outcomes.filter((one) => one.index === 'D' && one.status === 'agrees')).toHaveLength(3);
  });
});

describeWithOracles('all open reference values', () => {
  test('every covered value is reproduced within its tolerance', () => {
    const outcomes = compareAll(readCases(oracle('open')!));
    expect(deviating(outcomes)).toEqual([]);
    expect(outcomes.filter((one) => one.status === 'agrees').length).toBeGreaterThan(500);
    // half a minute alone, more on a busy machine
  }, 180_000);
});
