export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Figures of one Vitest run from its JSON report. A run that failed without a failed test (a file that does not load,
 * an error outside any test, no report at all) counts as one failure, so that no sum looks clean when it is not.
 */
export function countTests(report: unknown, ok: boolean): TestCount {
  const figures = (report ?? {}) as Record<string, unknown>;
  const figure = (name: string): number => (typeof figures[name] === 'number' ? figures[name] : 0);
  const failed = figure('numFailedTests');
  return {
    passed: figure('numPassedTests'),
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: figure('numPendingTests') + figure('numTodoTests'),
  };
}
