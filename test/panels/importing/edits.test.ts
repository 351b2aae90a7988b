import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportPlan } from '#import/plan/plan.ts';
import { addLayerLevel } from '#panels/importing/edits/addLayerLevel.ts';
import { assignTable, useOf } from '#panels/importing/edits/assignTable.ts';
import { changeCatchments, layerUse, putLayerToUse } from '#panels/importing/edits/catchmentEdits.ts';
import {
  changeBase,
  changeColumns,
  changeMark,
  readColumnsAs,
  readNumbersAs,
} from '#panels/importing/edits/columnEdits.ts';
import { setCrosswalk, vintagePairs } from '#panels/importing/edits/crosswalkEdits.ts';
import { fillColumns } from '#panels/importing/edits/fillColumns.ts';
import { addGroup, addIndicator, removeIndicator } from '#panels/importing/edits/indicatorEdits.ts';
import { countGroup, uncountGroup } from '#panels/importing/edits/institutionEdits.ts';
import {
  addPrefixLevel,
  changeLayer,
  changeLevel,
  joinFamily,
  nameFamily,
  removeLevel,
} from '#panels/importing/edits/levelEdits.ts';
import { unreadOf } from '#panels/importing/edits/pruneUnread.ts';
import { applyRepair, joinByHand } from '#panels/importing/edits/repairEdits.ts';
import { changeSource, decideFile, nameCity } from '#panels/importing/edits/sourceEdits.ts';
import { changeYear, chooseHead, chooseKey, toggleRow } from '#panels/importing/edits/tableEdits.ts';
import { countsOf, variablesOf } from '#panels/importing/edits/variables.ts';
import type { Inspected } from '#worker/jobs.ts';
import { frozen, inspected, planOf, tableOf } from './inspected.ts';

const residents = 'einwohner_2023.csv';
const schools = 'schulen_2023_24.csv';
let dorf: Inspected;
/** Frozen: an edit that changes it in place throws. */
let plan: ImportPlan;
beforeAll(async () => {
  dorf = await inspected();
  plan = frozen(dorf.plan);
});
const level = () => plan.levels[0]?.id ?? '';
const column = (now: ImportPlan, name: string) =>
  planOf(now, residents).columns.find((one) => one.column === name);

describe('levels', () => {
  test('say their vintage, and only theirs', () => {
    const two = addPrefixLevel(plan, level(), 2);
    const changed = changeLevel(two, level(), { vintage: '2023', validFrom: 2020 });
    expect(changed.levels.map(({ vintage, validFrom }) => [vintage, validFrom])).toEqual([
      ['2023', 2020],
      ['', null],
    ]);
  });

  test('become catchments of schools, nothing, and areas again', () => {
    const layer = dorf.inspection.layers[0];
    if (!layer) throw new Error('no layer');
    const catchments = putLayerToUse(plan, layer, 'catchments');
    expect(layerUse(catchments, layer.id)).toBe('catchments');
    expect(catchments.levels.some(({ from }) => from.kind === 'layer' && from.layer === layer.id)).toBe(
      false,
    );
    expect(changeCatchments(catchments, layer.id, { year: 1999 }).catchments?.[0]?.year).toBe(1999);
    const none = putLayerToUse(catchments, layer, 'none');
    expect([layerUse(none, layer.id), none.catchments]).toEqual(['none', []]);
    expect(layerUse(putLayerToUse(none, layer, 'areas'), layer.id)).toBe('areas');
    expect(putLayerToUse(plan, layer, 'areas')).toBe(plan);
  });

  test('of one family share its words', () => {
    const layer = dorf.inspection.layers[0];
    if (!layer) throw new Error('no layer');
    const two = addLayerLevel(plan, layer);
    const second = two.levels[1]?.id ?? '';
    const joined = joinFamily(two, second, plan.levels[0]?.family ?? '');
    expect(new Set(joined.levels.map(({ family }) => family)).size).toBe(1);
    expect(new Set(joined.levels.map(({ id }) => id)).size).toBe(2);
    const named = nameFamily(joined, plan.levels[0]?.family ?? '', { familyPlural: 'Kieze' });
    expect(named.levels.map(({ familyPlural }) => familyPlural)).toEqual(['Kieze', 'Kieze']);
    expect(vintagePairs(named)).toHaveLength(1);
  });

  test('put together by the key go with the finer one, and with what is read for them', () => {
    const two = addPrefixLevel(plan, level(), 2);
    expect(two.levels[1]).toMatchObject({ from: { kind: 'prefix', level: level(), keyLength: 2 } });
    const none = removeLevel(two, level());
    expect(none.levels).toEqual([]);
    expect(planOf(none, residents)).toMatchObject({ use: 'ignore', level: '' });
    const one = removeLevel(two, two.levels[1]?.id ?? '');
    expect(one.levels.map(({ id }) => id)).toEqual([level()]);
    expect(planOf(one, residents).use).toBe('areas');
  });

  test('take other properties of their layer', () => {
    const changed = changeLayer(plan, level(), { key: 'stadtteil_nr', crs: 'EPSG:25832' });
    expect(changed.levels[0]?.from).toMatchObject({ key: 'stadtteil_nr', crs: 'EPSG:25832', kind: 'layer' });
  });
});

describe('columns', () => {
  test('that are no longer read take their indicators and groups along, but not out of the list', () => {
    const changed = readColumnsAs(plan, residents, ['Ausländer'], 'ignore');
    expect(variablesOf(changed).map(({ id }) => id)).toEqual(['residents']);
    const foreigners = changed.indicators.find(({ id }) => id === 'foreigners');
    expect(foreigners?.included).toBe(false);
    expect(foreigners && unreadOf(changed, foreigners)).toEqual(['foreigners']);
    expect(changed.groups.find(({ id }) => id === 'foreigners')?.included).toBe(false);
    expect(changed.indicators.find(({ id }) => id === 'residents')?.included).toBe(true);
  });

  test('that are read for the first time become figures of their own, with an indicator to choose', () => {
    const table = tableOf(dorf.inspection, residents);
    const byName = chooseKey(fillColumns(plan, table), residents, ['Stadtteil']);
    const changed = readColumnsAs(byName, residents, ['Nr.'], 'value');
    expect(column(changed, 'Nr.')).toMatchObject({ role: 'value', variable: 'nr' });
    const added = changed.indicators.filter(({ id }) => plan.indicators.every((one) => one.id !== id));
    expect(added).toMatchObject([{ measure: { kind: 'value', variable: 'nr' }, included: false }]);
  });

  test('become shares with a base, and only shares have one', () => {
    const share = readColumnsAs(plan, residents, ['Ausländer'], 'share');
    expect(column(share, 'Ausländer')).toMatchObject({ unit: 'share', percent: true, base: null });
    expect(countsOf(share).map(({ id }) => id)).toEqual(['residents']);
    const based = changeBase(share, residents, ['Ausländer', 'Einwohner'], 'residents', 0.0005);
    expect(column(based, 'Ausländer')).toMatchObject({ base: 'residents', rounding: 0.0005 });
    expect(column(based, 'Einwohner')).toMatchObject({ base: null });
    expect(countsOf(based).map(({ id }) => id)).toEqual(['residents', 'foreigners']);
    expect(column(readColumnsAs(based, residents, ['Ausländer'], 'count'), 'Ausländer')).toMatchObject({
      base: null,
      rounding: null,
      unit: 'persons',
    });
  });

  test('say how their numbers are meant, and what signs stand for', () => {
    const read = readNumbersAs(plan, residents, ['Einwohner'], { decimal: '.', thousands: '' });
    expect(column(read, 'Einwohner')).toMatchObject({ decimal: '.', thousands: '' });
    expect(column(read, 'Ausländer')).toMatchObject({ decimal: ',', thousands: '.' });
    const marked = changeMark(plan, residents, ['Ausländer'], '.', 'zero');
    expect(column(marked, 'Ausländer')?.marks).toEqual([{ value: '.', label: 'zero' }]);
    expect(column(changeMark(marked, residents, ['Ausländer'], '.', null), 'Ausländer')?.marks).toEqual([]);
  });

  test('change many at once', () => {
    const changed = changeColumns(plan, residents, ['Einwohner', 'Ausländer'], { unit: 'children' });
    expect(column(changed, 'Einwohner')?.unit).toBe('children');
    expect(column(changed, 'Ausländer')?.unit).toBe('children');
  });

  test('that were keys are there to be read once another is', () => {
    const table = tableOf(dorf.inspection, residents);
    const changed = chooseKey(fillColumns(plan, table), residents, ['Nr.']);
    expect(planOf(changed, residents).key).toMatchObject({ columns: ['Nr.'], pad: null });
    expect(planOf(changed, residents).columns.map((one) => one.column)).toEqual([
      'Nr.',
      'Stadtteil',
      'Einwohner',
      'Ausländer',
    ]);
  });
});

describe('tables', () => {
  test('get another use, and their old one back with what was said', () => {
    const table = tableOf(dorf.inspection, residents);
    expect(useOf(plan, residents)).toBe('areas');
    const ignored = assignTable(plan, table, 'ignore');
    expect(useOf(ignored, residents)).toBe('ignore');
    expect(variablesOf(ignored)).toEqual([]);
    expect(ignored.indicators.some(({ included }) => included)).toBe(false);
    const back = assignTable(ignored, table, 'areas');
    expect(planOf(back, residents)).toEqual(planOf(plan, residents));
  });

  test('nobody wanted so far are proposed anew', () => {
    const table = tableOf(dorf.inspection, schools);
    expect(useOf(plan, schools)).toBe('institutions');
    const areas = assignTable(plan, table, 'areas');
    expect(useOf(areas, schools)).toBe('areas');
    expect(planOf(areas, schools).columns.length).toBeGreaterThan(3);
    expect(useOf(assignTable(areas, table, 'institutions'), schools)).toBe('institutions');
  });

  test('say their year, their head and the rows to leave out', () => {
    expect(planOf(changeYear(plan, residents, { kind: 'columns' }), residents).year).toEqual({
      kind: 'columns',
    });
    expect(planOf(chooseHead(plan, residents, 2, 1), residents).head).toEqual({ first: 2, last: 2 });
    const without = toggleRow(plan, residents, 5);
    expect(planOf(without, residents).withoutRows).toEqual([5, 11]);
    expect(planOf(toggleRow(without, residents, 5), residents).withoutRows).toEqual([11]);
  });
});

describe('repairs', () => {
  test('pad, change the column, the level, or the property of the areas', () => {
    expect(planOf(applyRepair(plan, residents, { kind: 'pad', to: '4' }), residents).key.pad).toBe(4);
    expect(
      planOf(applyRepair(plan, residents, { kind: 'other-column', to: 'Nr.' }), residents).key.columns,
    ).toEqual(['Nr.']);
    const property = applyRepair(plan, residents, { kind: 'other-property', to: 'stadtteil_nr' });
    expect(property.levels[0]?.from).toMatchObject({ key: 'stadtteil_nr' });
  });

  test('that only a list can say are added to what was joined by hand', () => {
    const byHand = joinByHand(plan, residents, 'Hafn', '0201');
    const map = { '101': '0101' };
    const repaired = applyRepair(byHand, residents, { kind: 'strip-end', to: '', map });
    expect(planOf(repaired, residents).key.map).toEqual({ Hafn: '0201', '101': '0101' });
    expect(planOf(joinByHand(repaired, residents, 'Hafn', null), residents).key.map).toEqual(map);
  });
});

describe('indicators, groups, institutions', () => {
  test('a new indicator is a share of another count', () => {
    const changed = addIndicator(plan, 'foreigners');
    expect(changed.indicators.at(-1)).toMatchObject({
      measure: { kind: 'share', numerator: ['foreigners'], denominator: ['residents'] },
      included: true,
    });
    const ids = changed.indicators.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(removeIndicator(changed, ids.at(-1) ?? '').indicators).toEqual(plan.indicators);
    expect(addIndicator(plan, 'unknown')).toBe(plan);
  });

  test('a new group is counted among the whole of the others', () => {
    const changed = addGroup(plan, 'residents');
    expect(changed.groups.at(-1)).toMatchObject({ count: 'residents', scope: 'residents' });
  });

  test('children of a group are counted by a column, and not any more', () => {
    const counted = countGroup(plan, schools, 'schueler', 'Ganztag');
    expect(counted.institutions[0]?.counts).toEqual({ ndh: 'ndh', ganztag: 'schueler' });
    expect(counted.groups.at(-1)).toMatchObject({ scope: 'institutions', count: 'ganztag', included: true });
    const not = uncountGroup(counted, schools, 'ganztag');
    expect(not.institutions[0]?.counts).toEqual({ ndh: 'ndh' });
    expect(not.groups.find(({ count }) => count === 'ganztag')?.included).toBe(false);
  });
});

test('the city, its source and its files', () => {
  expect(nameCity(plan, 'Münster (Westf.)')).toMatchObject({
    title: 'Münster (Westf.)',
    id: 'muenster-westf',
  });
  expect(nameCity(plan, '…').id).toBe('stadt');
  expect(changeSource(plan, 'default', { publisher: 'Amt' }).source).toMatchObject({
    publisher: 'Amt',
    url: null,
  });
  const decided = decideFile(decideFile(plan, residents, { encoding: 'cp850' }), residents, {
    delimiter: ',',
  });
  expect(decided.files).toEqual({ [residents]: { encoding: 'cp850', delimiter: ',' } });
});

test('a crosswalk is set and taken back', () => {
  const set = setCrosswalk(plan, 'old', 'new', { kind: 'overlap', grid: null });
  expect(setCrosswalk(set, 'old', 'new', { kind: 'overlap', grid: null }).crosswalks).toHaveLength(1);
  expect(setCrosswalk(set, 'old', 'new', null).crosswalks).toEqual([]);
  const levels = ['old', 'new'].map((id, i) => ({ ...plan.levels[0], id, vintage: String(2021 - i) }));
  const two = { ...plan, levels: levels as ImportPlan['levels'] };
  expect(vintagePairs(two)).toEqual([['new', 'old']]);
  // One that is there already keeps its direction.
  expect(vintagePairs({ ...two, crosswalks: set.crosswalks })).toEqual([['old', 'new']]);
});
