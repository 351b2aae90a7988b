import { describe, expect, test } from 'vitest';
import { adjacencyDissimilarity } from '#stats/indices/clustering/adjacency-dissimilarity.ts';
import {
  borderDissimilarity,
  borderDissimilaritySpec,
} from '#stats/indices/clustering/border-dissimilarity.ts';
import { twoGroupTable } from '#stats/table.ts';
import { borders as bordersIn } from '../../../oracles/adapters/proximity.ts';
import { readCases } from '../../../oracles/case.ts';
import { OracleInput } from '../../../oracles/input.ts';
import { describeWithOracles, oracle } from '../../../realData.ts';
import { bordersInARow } from './borders-in-a-row.ts';

const borders = bordersInARow([30, 10]);

describe('borderDissimilarity', () => {
  test('by hand: a quarter of all borders divides the groups', () => {
    expect(borderDissimilarity([5, 5, 0], [0, 0, 5], borders)).toBeCloseTo(1 - 10 / 40, 15);
  });

  test('rowStandardised: rows 0, 1/4 and 1', () => {
    expect(borderDissimilarity([5, 5, 0], [0, 0, 5], borders, { rowStandardised: true })).toBeCloseTo(
      1 - 1.25 / 3,
      15,
    );
  });

  test('with borders of one length it is the index of adjacency', () => {
    const [group, reference] = [
      [5, 1, 4, 2],
      [1, 3, 0, 7],
    ];
    const equal = bordersInARow([25, 25, 25]);
    expect(borderDissimilarity(group, reference, equal)).toBeCloseTo(
      adjacencyDissimilarity(group, reference, equal),
      15,
    );
    expect(borderDissimilarity(group, reference, equal, { rowStandardised: true })).toBeCloseTo(
      adjacencyDissimilarity(group, reference, equal, { links: 'row-standardised' }),
      15,
    );
  });

  test('a unit without persons has no border, or one with share 0', () => {
    const three = bordersInARow([30, 10, 60]);
    // D = 1: unit 1 all group, units 3 and 4 all others; left over is the border 3 – 4
    expect(borderDissimilarity([5, 0, 0, 0], [0, 0, 5, 5], three)).toBeCloseTo(1, 15);
    expect(borderDissimilarity([5, 0, 0, 0], [0, 0, 5, 5], three, { emptyUnits: 'zero' })).toBeCloseTo(
      1 - 30 / 100,
      15,
    );
  });

  test.each([
    ['an empty group', [0, 0, 0], [1, 2, 3]],
    ['an empty reference group', [1, 2, 3], [0, 0, 0]],
    ['one populated unit', [1, 0, 0], [2, 0, 0]],
    ['no two populated neighbours', [1, 0, 3], [2, 0, 1]],
  ])('is undefined for %s', (_, group, reference) => {
    expect(borderDissimilarity(group, reference, borders)).toBeNaN();
  });

  test('refuses borders of another size and a context without them', () => {
    expect(() => borderDissimilarity([1, 2], [2, 1], borders)).toThrow('invalid length: 2 (expected 3)');
    expect(() => borderDissimilaritySpec.compute(twoGroupTable([1, 2, 3], [3, 2, 1]))).toThrow(
      'invalid borders: undefined',
    );
  });

  test('the context says what becomes of units without persons', () => {
    const table = twoGroupTable([5, 0, 0], [0, 5, 0]);
    expect(borderDissimilaritySpec.compute(table, { borders })).toBeCloseTo(0, 15);
    expect(borderDissimilaritySpec.compute(table, { borders, emptyUnits: 'zero' })).toBeCloseTo(
      1 - 30 / 40,
      15,
    );
    expect(borderDissimilaritySpec.expected(table, { borders })).toBeNaN();
  });
});

describeWithOracles('compatibility', () => {
  test('rowStandardised gives what PySAL gives by default, with empty units as share 0', () => {
    let compared = 0;
    for (const file of readCases(oracle('open') ?? '')) {
      const { peer_deviations: deviations = [] } = file as unknown as {
        readonly peer_deviations?: readonly {
          readonly reason: string;
          readonly focal: string;
          readonly value: number;
        }[];
      };
      for (const { reason, focal, value } of deviations) {
        if (reason !== 'dw_row_standardised') continue;
        const input = new OracleInput(file);
        const { group, reference } = input.two(focal);
        const options = { rowStandardised: true, emptyUnits: 'zero' } as const;
        expect(borderDissimilarity(group, reference, bordersIn(input), options)).toBeCloseTo(value, 10);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(10);
  });
});
