import { describe, expect, it } from 'vitest';
import type { MeasureRequest } from '#measuring/answer.ts';
import { centreArea } from '#measuring/centreArea.ts';
import { centrePoint } from '#measuring/centrePoint.ts';
import { measure } from '#measuring/measure.ts';
import { createMeasureCache, levelGeography } from '#measuring/measureCache.ts';
import type { Study } from '#model/study.ts';
import { absoluteCentralization } from '#stats/indices/centralization/absolute-centralization.ts';
import { exampleLevel } from '../model/exampleStudy.ts';
import { hundreds, planRequest, planStudy, split, squareAt } from './planStudy.ts';

const study = planStudy([
  { year: 2019, x: split, residents: hundreds },
  { year: 2020, x: split, residents: hundreds },
]);
const indexOf = (parts: Partial<MeasureRequest>, id: string, of: Study = study): number =>
  measure(of, { ...planRequest, ...parts }).indices.find((one) => one.id === id)!.value;

describe('the centre', () => {
  it('in the west makes the group of the west central, in the east remote', () => {
    // Lines of four from west to east; the group fills the western half.
    const [west, middle, east] = ['a4', null, 'a7'].map((centre) => indexOf({ centre }, 'RCE'));
    expect(west).toBeGreaterThan(0.5);
    expect(Math.abs(middle!)).toBeLessThan(0.15);
    expect(east).toBeLessThan(-0.5);
    expect(indexOf({ centre: 'a4' }, 'PCC')).toBeGreaterThan(indexOf({ centre: 'a7' }, 'PCC'));
  });

  it('is the centroid of the area, as by hand', () => {
    const { places, areas } = levelGeography(study, study.levels[0]!, createMeasureCache());
    const centre = [places.x[5]!, places.y[5]!] as const;
    const rest = split.map((x) => 100 - x);
    expect(indexOf({ centre: 'a5' }, 'ACE')).toBe(
      absoluteCentralization(split, rest, areas, places, { centre }),
    );
  });

  it('holds for every year of the course, and changes nothing but centralization', () => {
    const cache = createMeasureCache();
    const [plain, moved] = [null, 'a4'].map((centre) => measure(study, { ...planRequest, centre }, cache));
    for (const { values } of moved!.course) expect(values.RCE).toBe(indexOf({ centre: 'a4' }, 'RCE'));
    const changed = moved!.indices.filter(({ value }, k) => !Object.is(value, plain!.indices[k]!.value));
    expect(changed.map(({ id }) => id).sort()).toEqual(['ACE', 'PCC', 'RCE']);
    // Back again, from the same cache.
    expect(measure(study, planRequest, cache).indices).toEqual(plain!.indices);
  });

  it('of another level is found there, the own vintage first', () => {
    const [block, ...others] = study.levels;
    const old = exampleLevel('block-old', ['a0', 'gone'], {
      family: 'block',
      validTo: 2010,
      geometries: [squareAt(9, 9), squareAt(8, 8)],
    });
    const two = { ...study, levels: [old, { ...block!, validFrom: 2011 }, ...others] };
    const found = (centre: string, year = 2020, family = 'block') =>
      centreArea(two, { family, year, centre })?.level.id;
    expect([found('a0'), found('a0', 2005), found('gone'), found('a3', 2020, 'half')]).toEqual([
      'block',
      'block-old',
      'block-old',
      'block',
    ]);
    // Districts have no geometry here.
    expect([found('d0'), found('nowhere')]).toEqual([undefined, undefined]);
  });

  it('that nobody knows is an error, not another centre', () => {
    expect(() => indexOf({ centre: 'nowhere' }, 'RCE')).toThrow('invalid centre: nowhere');
    expect(centrePoint(study, study.levels[0]!, {})).toBeNull();
  });
});
