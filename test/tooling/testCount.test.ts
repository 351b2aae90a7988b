import { expect, test } from 'vitest';
import { countTests } from '../../scripts/testCount.ts';

test.each([
  ['a clean run', { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2 }, true, [7, 0, 2]],
  ['failed tests', { numPassedTests: 7, numFailedTests: 3 }, false, [7, 3, 0]],
  ['a file that does not load', { numPassedTests: 7, numFailedTests: 0 }, false, [7, 1, 0]],
  ['no report at all', null, false, [0, 1, 0]],
])('%s', (_name, report, ok, [passed, failed, skipped]) => {
  expect(countTests(report, ok)).toEqual({ passed, failed, skipped });
});
