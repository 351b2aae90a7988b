import { beforeAll, describe, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import { defaultView } from '#state/defaults.ts';
import { compositionYears, groupYears, indicatorYears, timelineOf } from '#state/timeline.ts';
import type { View } from '#state/view.ts';
import { kleinstadtStudy } from './kleinstadt.ts';

let study: Study;
let view: View;
beforeAll(async () => {
  study = await kleinstadtStudy();
  view = defaultView(study);
});

/** The same town with its figures in other years. */
function inYears(...years: number[]): Study {
  const [first] = study.observations;
  const areas = study.levels.find((level) => level.id === first!.level)!.keys.length;
  const columns = Object.fromEntries(
    Object.keys(first!.columns).map((name) => [
      name,
      { values: new Float64Array(areas * years.length).fill(1), signs: null },
    ]),
  );
  return { ...study, observations: [{ ...first!, years, columns }] };
}

describe('the years of each task', () => {
  test('exploring: the years the indicator has figures in, at any level above too', () => {
    expect(indicatorYears(study, 'district', 'foreigners')).toEqual([2019, 2020]);
    expect(indicatorYears(study, 'quarter', 'foreigners')).toEqual([2019, 2020]);
    expect(indicatorYears(study, 'district', 'nirgends')).toEqual([]);
    expect(indicatorYears(study, 'nirgends', 'foreigners')).toEqual([]);
  });

  test('measuring: the years in which both groups are known', () => {
    expect(groupYears(study, 'district', 'foreigners', 'rest')).toEqual([2019, 2020]);
    expect(groupYears(study, 'district', 'nirgends', 'rest')).toEqual([]);
  });

  test('institutions: the years with compositions of the chosen form', () => {
    expect(compositionYears(study, { kind: 'school', form: 'primary' })).toEqual([2020]);
    expect(compositionYears(study, { kind: 'school', form: 'all' })).toEqual([2020]);
    expect(compositionYears(study, { kind: 'kita', form: 'all' })).toEqual([]);
  });

  test('moving the slider changes the year, in the need task the edition', () => {
    expect(timelineOf(study, view).change(2019)).toEqual({ year: 2019 });
    expect(timelineOf(study, { ...view, task: 'need' }).change(2019)).toEqual({ edition: 2019 });
  });

  test('need: the editions of the pack', () => {
    expect(timelineOf(study, { ...view, task: 'need' })).toMatchObject({ years: [2021], shown: 2021 });
  });

  test('the need task without a profile that fits has no years', () => {
    const { years, shown } = timelineOf({ ...study, editions: [] }, { ...view, task: 'need' });
    expect(years).toEqual([]);
    expect(shown).toBeNaN();
  });
});

describe('the year shown for a wish', () => {
  test.each([
    [2005, 2010],
    [2010, 2010],
    [2012, 2010],
    // As near to 2010 as to 2016: the earlier one.
    [2013, 2010],
    [2014, 2016],
    [2030, 2016],
    // No wish: the newest.
    [0, 2016],
  ])('%i is shown as %i', (wish, shown) => {
    const other = inYears(2010, 2016);
    expect(timelineOf(other, { ...view, year: wish }).shown).toBe(shown);
  });

  test('the order of years in a file does not matter', () => {
    expect(timelineOf(inYears(2016, 2010), { ...view, year: 0 })).toMatchObject({
      years: [2010, 2016],
      shown: 2016,
    });
  });

  test('there is none without figures', () => {
    const { years, shown } = timelineOf(study, { ...view, indicator: 'nirgends' });
    expect(years).toEqual([]);
    expect(shown).toBeNaN();
  });

  test('questions about one study are not answered with another’s years', () => {
    expect(timelineOf(inYears(2001), view).years).toEqual([2001]);
    expect(timelineOf(study, view).years).toEqual([2019, 2020]);
  });
});
