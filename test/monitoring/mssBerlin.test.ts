import { beforeAll, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import type { AreaNeed, NeedAnswer } from '#monitoring/answer.ts';
import { assessNeed } from '#monitoring/need.ts';
import { describeWithRealData } from '../realData.ts';
import { mssRows, mssStudy } from './mssStudy.ts';

describeWithRealData('Monitoring Soziale Stadtentwicklung Berlin, from the publisher’s files', () => {
  let study: Study;
  const answers = new Map<number, NeedAnswer>();
  const answer = (year: number) => answers.get(year)!;
  const area = (year: number, key: string) => answer(year).areas.find((each) => each.area === key)!;

  beforeAll(() => {
    study = mssStudy();
    for (const edition of [2013, 2015, 2017, 2019, 2021]) {
      const result = assessNeed(study, { profile: `mss-${edition}`, edition, thresholds: {} });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      expect(result.notes).toEqual([]);
      answers.set(edition, result.value);
    }
  });

  test('2021: all 536 status and all 536 dynamics classes are the published ones', () => {
    expect(answer(2021).official).toEqual({ status: 536, dynamics: 536, areas: 536 });
    expect(countsOf(answer(2021))).toEqual([75, 366, 46, 49]);
    expect(answer(2021).rated).toBe(536);
    const published = new Map(mssRows('berlin/mss/mss_2021_indizes.csv').map((row) => [row.PLR_ID!, row]));
    for (const each of answer(2021).areas) {
      const row = published.get(each.area)!;
      expect(each.statusClass ?? 'keine', each.area).toBe(each.excluded ? 'keine' : row.SI_V);
      expect(each.dynamicsClass ?? 'keine', each.area).toBe(each.excluded ? 'keine' : row.DI_V);
      expect(row.SI_N === '-9999', each.area).toBe(each.excluded !== null);
    }
  });

  test('2021: status × dynamics as published (36 "4+/-", 10 "4-", 3 "4+", 7 "3-")', () => {
    const counts = answer(2021).table.map((row) => row.map((cell) => cell.areas));
    expect(counts[3]).toEqual([3, 36, 10]);
    expect(counts[2]?.[2]).toBe(7);
    expect(counts.flat().reduce((sum, each) => sum + each, 0)).toBe(536);
  });

  test('2019: all 436 published classes are met', () => {
    expect(answer(2019).official).toEqual({ status: 436, dynamics: 436, areas: 436 });
  });

  test('2019: z values, sum and index as published to 1e-5', () => {
    let compared = 0;
    for (const row of mssRows('berlin/mss/mss_2019_plr.csv')) {
      if (!row.status_index_std) continue;
      const own = area(2019, row.PLR_ID!);
      const z = (id: string) => own.z[id]!;
      expect(Math.abs(z('unemployment-sgb2') - Number(row.zS1))).toBeLessThan(1e-5);
      expect(Math.abs(z('transfer') - Number(row.zS3))).toBeLessThan(1e-5);
      expect(Math.abs(z('child-poverty') - Number(row.zS4))).toBeLessThan(1e-5);
      expect(Math.abs(own.statusIndex - Number(row.status_index_std))).toBeLessThan(1e-5);
      compared++;
    }
    expect(compared).toBe(435);
  });

  test('2021: z values and both indices as published to two decimals', () => {
    let compared = 0;
    for (const row of mssRows('berlin/mss/mss_2021_zwerte_plr.csv', ';')) {
      const own = area(2021, row['PLR-ID']!);
      if (own.excluded) continue;
      const pairs = [
        [own.z['unemployment-sgb2'], row.zS1],
        [own.z.transfer, row.zS3],
        [own.z['child-poverty'], row.zS4],
        [own.statusIndex, row['Status-Index (standardisierte Statussumme)']],
        [own.z['unemployment-sgb2-change'], row.zD1],
        [own.z['transfer-change'], row.zD3],
        [own.z['child-poverty-change'], row.zD4],
        [own.dynamicsIndex, row['Dynamik-Index (standardisierte Dynamik-summe)']],
      ] as const;
      // The indicators themselves are published with five decimals only.
      for (const [computed, printed] of pairs) {
        expect(Math.abs(computed! - Number(printed)), own.area).toBeLessThanOrEqual(0.005 + 1e-5);
        compared++;
      }
    }
    expect(compared).toBe(536 * 8);
  });

  test.each([
    [2013, 434],
    [2015, 435],
    [2017, 436],
    [2019, 436],
    [2021, 536],
  ])('%d: %d areas are rated', (year, rated) => {
    expect(answer(year).rated).toBe(rated);
  });

  test('the reason for every exclusion is kept', () => {
    expect(excludedOf(answer(2021))).toEqual({ 'under-minimum': 4, 'missing-values': 1, outlier: 1 });
    expect(area(2021, '10100205').exclusionText?.de).toContain('Ausreißer');
    // 03400831: neither residents nor values are given.
    expect(area(2021, '03400831').excluded).toBe('missing-values');
    expect(area(2017, '04020314').excluded).toBe('outlier');
  });

  test('2021 looks back over five editions and two vintages', () => {
    expect(answer(2021).editions).toEqual([2013, 2015, 2017, 2019, 2021]);
    const { history, persistence } = area(2021, '08100419');
    expect(history.map((each) => each.area)).toEqual([
      '08010406',
      '08010406',
      '08010406',
      '08010406',
      '08100419',
    ]);
    expect(persistence).toMatchObject({ editions: 5, low: 5, share: 1, spell: 5 });
  });

  test('without housing, arrivals and programme areas nothing is claimed about them', () => {
    expect(answer(2021).comparison).toBeNull();
    expect(answer(2021).verdictCounts['long-term'].areas).toBe(0);
    const unknown = area(2021, '08100419').reasons.filter((reason) => !reason.known);
    expect(unknown.map((reason) => reason.code)).toEqual([
      'arrivals-unknown',
      'affordable-unknown',
      'exposed-children-unknown',
      'programmes-unknown',
    ]);
  });
});

function countsOf(answer: NeedAnswer): readonly number[] {
  return answer.table.map((row) => row.reduce((sum, cell) => sum + cell.areas, 0));
}

function excludedOf(answer: NeedAnswer): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { excluded } of answer.areas as readonly AreaNeed[]) {
    if (excluded) counts[excluded] = (counts[excluded] ?? 0) + 1;
  }
  return counts;
}
