import { expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { rulesOf, standard, strict } from '#disclosure/profiles.ts';
import { ancestorPositions, levelById } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';
import { berlinStudy } from '../bench/berlin.ts';
import { describeWithRealData } from '../realData.ts';

/** Rounding blurs what can be told: the attack is on the figures before. */
const exact: DisclosureProfile = { ...rulesOf(strict), roundTo: 1 };

/** One figure as somebody sees it who has only the guarded study. */
interface Cell {
  low: number;
  high: number;
  readonly isHidden: boolean;
}

/**
 * What the sums of areas and of citizenships tell of hidden counts, one after the other until nothing changes. Written
 * apart from the guard. Who was hidden is taken from the delivered study: zeros are no secret.
 */
function narrowed(delivered: Study, study: Study, year: number): readonly Cell[] {
  const cells = new Map<string, readonly Cell[]>();
  for (const { level, years, columns } of study.observations) {
    const n = levelById(study, level).keys.length;
    const before = delivered.observations.find((one) => one.level === level);
    if (!years.includes(year)) continue;
    for (const { id, kind } of study.variables) {
      const column = columns[id];
      if (!column || kind !== 'count') continue;
      const own = column.values.subarray(years.indexOf(year) * n, (years.indexOf(year) + 1) * n);
      const at = before?.years.indexOf(year) ?? -1;
      const row = Array.from(own, (value, a): Cell => {
        if (!Number.isNaN(value)) return { low: value, high: value, isHidden: false };
        const isHidden = at >= 0 && (before?.columns[id]?.values[at * n + a] ?? 0) > 0;
        return { low: isHidden ? 1 : 0, high: Infinity, isHidden };
      });
      cells.set(`${level} ${id}`, row);
    }
  }
  const sums: { readonly parts: readonly Cell[]; readonly whole: Cell }[] = [];
  for (const [name, own] of cells) {
    const [level = '', id = ''] = name.split(' ');
    for (const upper of study.levels) {
      const whole = cells.get(`${upper.id} ${id}`);
      const positions = upper.id === level ? null : ancestorPositions(study, levelById(study, level), upper);
      if (!whole || !positions) continue;
      whole.forEach((one, p) => {
        sums.push({ parts: own.filter((_, a) => positions[a] === p), whole: one });
      });
    }
    const parts = ['germans', 'foreigners'].map((part) => cells.get(`${level} ${part}`));
    if (id === 'residents' && parts.every((part) => part))
      own.forEach((one, a) => {
        sums.push({ parts: parts.map((part) => part![a]!), whole: one });
      });
  }
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    const set = (cell: Cell, low: number, high: number): void => {
      if (low <= cell.low && high >= cell.high) return;
      cell.low = Math.max(cell.low, low);
      cell.high = Math.min(cell.high, high);
      isChanged = true;
    };
    for (const { parts, whole } of sums) {
      const low = parts.reduce((sum, one) => sum + one.low, 0);
      set(
        whole,
        low,
        parts.reduce((sum, one) => sum + one.high, 0),
      );
      for (const one of parts) {
        const others = parts.reduce((sum, other) => sum + (other === one ? 0 : other.high), 0);
        set(one, whole.low - others, whole.high - (low - one.low));
      }
    }
  }
  return [...cells.values()].flat().filter(({ isHidden }) => isHidden);
}

describeWithRealData('Berlin under the listed profiles', () => {
  test.each([standard, exact])(
    '$id: nothing is beyond help, no sum of levels tells a hidden count',
    async (profile) => {
      const study = await berlinStudy();
      if (!study) throw new Error('Berlin is missing');
      const { study: guarded, report } = guardStudy(study, profile);
      expect(report.beyondHelp).toEqual({ cells: 0, named: [] });
      for (const year of [2020, 2024]) {
        const hidden = narrowed(study, guarded, year);
        expect(hidden.length).toBeGreaterThan(50);
        for (const { low, high } of hidden)
          expect(high - low).toBeGreaterThanOrEqual(profile.minimumCount - 1);
      }
    },
    120_000,
  );

  test('without company the attack succeeds: it is one', async () => {
    const study = await berlinStudy();
    if (!study) throw new Error('Berlin is missing');
    const { study: guarded } = guardStudy(study, { ...exact, secondary: false });
    const found = narrowed(study, guarded, 2021).filter(({ low, high }) => high - low < 1);
    expect(found.length).toBeGreaterThan(20);
  }, 120_000);

  test('three people in one area do not cost a whole district its figures', async () => {
    const study = await berlinStudy();
    if (!study) throw new Error('Berlin is missing');
    const { observations } = guardStudy(study, exact).study;
    for (const level of ['pgr-2021', 'bezirk-2021', 'plr-2021']) {
      const { years, columns } = observations.find((one) => one.level === level)!;
      const { values } = columns.residents!;
      const n = values.length / years.length;
      const of2021 = values.subarray(years.indexOf(2021) * n, (years.indexOf(2021) + 1) * n);
      expect([...of2021].filter(Number.isNaN).length, level).toBeLessThan(level === 'plr-2021' ? 10 : 1);
    }
  }, 120_000);
});
