import { beforeAll, describe, expect, test } from 'vitest';
import { clusters, type LocalAnswer, type UncertaintyAnswer } from '#measuring/answer.ts';
import { measure } from '#measuring/measure.ts';
import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import { localOf, uncertaintyOf } from '#panels/measuring/answers.ts';
import { areaTable } from '#panels/measuring/areaTable.ts';
import { clusterMembers } from '#panels/measuring/clusterCounts.ts';
import { measuredMapOf } from '#panels/measuring/measured.ts';
import { measureTable } from '#panels/measuring/measureTable.ts';
import { measuring } from '#panels/measuring/measuring.ts';
import { localRequest, measureRequest, uncertaintyRequest } from '#panels/measuring/requests.ts';
import { answerPending, answerReady } from '#state/actions/answers.ts';
import { sessionChanged } from '#state/actions/session.ts';
import { defaultView } from '#state/defaults.ts';
import type { AppState } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import { clusterColours, paled } from '#symbology/clusters.ts';
import { musterstadtStudy } from '../musterstadt.ts';

let study: Study;
let state: AppState;
let local: LocalAnswer;

beforeAll(async () => {
  study = await musterstadtStudy();
  const asked: AppState = {
    ...createAppStore().getState(),
    study: { key: 's', study, notes: [] },
    view: { ...defaultView(study), task: 'measure', measureMap: 'cluster', measurePart: 'neighbours' },
  };
  const request = measureRequest(asked);
  const localAsked = localRequest(asked);
  const uncertain = uncertaintyRequest(asked);
  if (!request || !localAsked || !uncertain) throw new Error('nothing asked');
  const answer = measure(study, request);
  const n = answer.shares.length;
  const known = (value: number) => new Float64Array(n).fill(value);
  local = {
    request: localAsked,
    refusal: null,
    level: answer.level,
    z: known(1),
    lag: known(0.5),
    moran: known(0.5),
    p: known(0.001),
    cluster: Uint8Array.from({ length: n }, (_, a) =>
      clusters.indexOf(a === 0 ? 'excluded' : a < 4 ? 'high-high' : a < 6 ? 'low-low' : 'none'),
    ),
    hotspot: Float64Array.from({ length: n }, (_, a) => (a === 1 ? 3 : a === 2 ? -2 : 0.3)),
    hotspotP: Float64Array.from({ length: n }, (_, a) => (a === 1 ? 0.003 : a === 2 ? 0.04 : 0.7)),
    global: { value: 0.5, expected: -0.01, p: 0.001 },
    drawn: { clusters: localAsked.permutations, hotspots: localAsked.permutations },
  };
  const uncertainty: UncertaintyAnswer = {
    request: uncertain,
    bootstraps: 400,
    permutations: 999,
    indices: {
      D: { low: 0.3, high: 0.34, expected: 0.02, corrected: 0.31, p: 0.001, chance: 'persons', reason: null },
    },
    course: [],
  };
  state = answerReady(answerPending(asked, 'measure', 'k'), 'measure', 'k', answer);
  state = answerReady(answerPending(state, 'local', 'k'), 'local', 'k', local);
  state = answerReady(answerPending(state, 'uncertainty', 'k'), 'uncertainty', 'k', uncertainty);
});

describe('figures of a longer job', () => {
  test('stand beside what they are about', () => {
    expect(uncertaintyOf(state)?.bootstraps).toBe(400);
    expect(localOf(state)).toBe(local);
  });

  test('leave as soon as something else is measured', () => {
    const { answers } = state;
    const value = answers.measure?.value;
    if (!answers.measure || !value) throw new Error('nothing measured');
    const other = { ...value, request: { ...value.request, year: value.request.year - 1 } };
    const moved = { ...state, answers: { ...answers, measure: { ...answers.measure, value: other } } };
    expect(uncertaintyOf(moved)).toBeNull();
    expect(localOf(moved)).toBeNull();
  });

  test('leave when the correction for many tests is switched', () => {
    expect(localOf({ ...state, view: { ...state.view, discovery: false } })).toBeNull();
  });
});

describe('local patterns under way', () => {
  const early = (drawn: LocalAnswer['drawn']): AppState =>
    answerReady(answerPending(state, 'local', 'k'), 'local', 'k', { ...local, drawn });

  test('show no clusters before all permutations are drawn', () => {
    const waiting = early({ clusters: 99, hotspots: 0 });
    const map = measuredMapOf(waiting);
    expect(map?.isPending).toBe(true);
    expect(new Set(map?.classes)).toEqual(new Set([clusters.indexOf('none')]));
    expect(areaTable(waiting)?.columns.map(({ head }) => head)).not.toContain('Cluster');
    // The scatter needs no permutation.
    expect(localOf(waiting)).not.toBeNull();
  });

  test('show clusters while the spatial concentrations are still drawn', () => {
    const half = early({ clusters: local.request.permutations, hotspots: 99 });
    expect(measuredMapOf(half)?.isPending).toBe(false);
    const hotspots = measuredMapOf({ ...half, view: { ...half.view, measureMap: 'hotspot' } });
    expect(hotspots?.isPending).toBe(true);
    expect(new Set(hotspots?.values)).toEqual(new Set([0]));
  });
});

describe('an indicator next door', () => {
  const view = (nextDoor: string | null) => ({ ...state.view, nextDoor });

  test('is asked for, and figures about another one leave', () => {
    const asked = { ...state, view: view('asking-rent') };
    expect(localRequest(asked)).toMatchObject({ second: 'asking-rent', permutations: 9999 });
    expect(localOf(asked)).toBeNull();
  });

  test('is named in the file with its own statistic', () => {
    const request = { ...local.request, second: 'asking-rent' };
    const about = answerReady(answerPending(state, 'local', 'k'), 'local', 'k', { ...local, request });
    const table = areaTable({ ...about, view: view('asking-rent') });
    const heads = table?.columns.map(({ head }) => head) ?? [];
    expect(heads).toContain('lokales Moran Ixy (bivariat)');
    expect(heads.join()).toMatch(/nebenan: .*[Mm]iete/);
    expect(table?.head.join('\n')).toMatch(/Bivariates Moran Ixy .* = 0,5000; .* p = 0,0010/);
  });
});

describe('another centre', () => {
  test('is asked of the indices, and of nothing it makes no difference to', () => {
    const centre = study.levels[0]?.keys[3] ?? '';
    const moved: AppState = { ...state, view: { ...state.view, centre, measurePart: 'neighbours' } };
    expect(measureRequest(moved)?.centre).toBe(centre);
    expect(uncertaintyRequest(moved)?.centre).toBe(centre);
    expect(localRequest(moved)).toEqual(localRequest(state));
  });

  test('sends away intervals around the old one, and keeps the local patterns', () => {
    const { answers } = state;
    const value = answers.measure?.value;
    if (!answers.measure || !value) throw new Error('nothing measured');
    const other = { ...value, request: { ...value.request, centre: study.levels[0]?.keys[3] ?? '' } };
    const moved = { ...state, answers: { ...answers, measure: { ...answers.measure, value: other } } };
    expect(uncertaintyOf(moved)).toBeNull();
    expect(localOf(moved)).toBe(local);
    expect(measureTable(moved)?.head.join('\n')).toContain(
      `Zentrum (für PCC, ACE und RCE): ${study.levels[0]?.names[3]}`,
    );
  });
});

describe('the map of clusters', () => {
  test('has the colour of every kind, and excluded areas hatched', () => {
    const map = measuredMapOf(state);
    expect(map?.isPending).toBe(false);
    const colour = (a: number) => map?.colors[map.classes[a] ?? -1];
    expect([1, 4, 7].map(colour)).toEqual([
      clusterColours['high-high'],
      clusterColours['low-low'],
      clusterColours.none,
    ]);
    expect(map?.signs[0]).toBe(signCode('excluded'));
  });

  test('is plain while the clusters are computed', () => {
    const waiting = { ...state, answers: { ...state.answers, local: null } };
    const map = measuredMapOf(waiting);
    expect(map?.isPending).toBe(true);
    expect(new Set(map?.classes)).toEqual(new Set([clusters.indexOf('none')]));
  });

  test('keeps the colour of what is brushed and pales the rest', () => {
    const level = measuredMapOf(state)?.measured.level;
    const brushed = sessionChanged(state, { brushed: [level?.keys[1] ?? ''] });
    const { colours } = measuring.mapContents(brushed) ?? {};
    const colour = (a: number) => colours?.palette[colours.classes[a] ?? -1];
    expect(colour(1)).toBe(clusterColours['high-high']);
    expect(colour(2)).toBe(paled(clusterColours['high-high']));
  });

  test('forgets the brush in other parts, where nobody could lift it', () => {
    const level = measuredMapOf(state)?.measured.level;
    const brushed = sessionChanged(state, { brushed: [level?.keys[1] ?? ''] });
    const elsewhere = { ...brushed, view: { ...brushed.view, measurePart: 'indices' as const } };
    expect(measuring.mapContents(elsewhere)?.colours.palette).toHaveLength(clusters.length);
  });
});

test('the map of spatial concentrations has three degrees of sureness on both sides', () => {
  const map = measuredMapOf({ ...state, view: { ...state.view, measureMap: 'hotspot' } });
  expect([map?.values[1], map?.values[2], map?.values[5]]).toEqual([3, -2, 0]);
  expect(map?.classes[1]).toBe(6);
  expect(map?.classes[2]).toBe(1);
  expect(map?.classes[5]).toBe(3);
});

test('clusters are counted by kind', () => {
  const members = clusterMembers(local);
  expect([members['high-high'], members['low-low'], members.excluded]).toEqual([[1, 2, 3], [4, 5], [0]]);
});

test('the caption of a picture says what was tested, at the levels its legend shows', () => {
  const captionOf = (view: Partial<AppState['view']>) =>
    measuring.caption({ ...state, view: { ...state.view, ...view } }).subtitle;
  expect(captionOf({ measureMap: 'cluster' })).toMatch(
    /p ≤ 0,05 aus 9\D?999 Permutationen, mit Korrektur für viele Tests; \d+ Gebiete einbezogen/,
  );
  expect(captionOf({ measureMap: 'hotspot', discovery: false })).toMatch(
    /p ≤ 0,10 \/ 0,05 \/ 0,01 aus .* ohne Korrektur/,
  );
  expect(captionOf({ measureMap: 'share' })).not.toMatch(/Permutationen/);
});

describe('the files', () => {
  test('of indices hold interval, expected and corrected value, p, numbers of areas and definition', () => {
    const table = measureTable(state);
    const heads = table?.columns.map(({ head }) => head) ?? [];
    const d = table?.rows.find((cells) => cells[1] === 'D') ?? [];
    const at = (head: string) => d[heads.indexOf(head)];
    expect(at('95 % von')).toBe(0.3);
    expect(at('95 % bis')).toBe(0.34);
    expect(at('vom Zufall bereinigt')).toBe(0.31);
    expect(at('p')).toBe(0.001);
    expect(at('zufällig verteilt')).toBe('Personen');
    expect(at('Gebiete einbezogen')).toBe(state.answers.measure?.value?.used);
    expect(at('Quelle')).toMatch(/Duncan/);
    expect(table?.head.join('\n')).toMatch(/Nachbarschaft: angrenzend; Umkreis: 1\u00a0km/);
  });

  test('of indices hold the range that secret counts leave open, and how sure its ends are', () => {
    const view = { ...state.view, group: 'protection', year: 2014 };
    const request = measureRequest({ ...state, view });
    if (!request) throw new Error('nothing asked');
    const answer = measure(study, request);
    const asked = answerReady(answerPending({ ...state, view }, 'measure', 'r'), 'measure', 'r', answer);
    const table = measureTable(asked);
    const heads = table?.columns.map(({ head }) => head) ?? [];
    const cells = (id: string) => table?.rows.find((row) => row[1] === id) ?? [];
    const at = (id: string, head: string) => cells(id)[heads.indexOf(head)];
    expect(answer.range?.cells).toBe(14);
    // One or two persons each (the pack says so): the areas left out have fewer than any other.
    expect(Number(at('D', 'mit geheimen Zahlen von'))).toBeGreaterThan(Number(at('D', 'Wert')));
    expect(Number(at('D', 'mit geheimen Zahlen bis'))).toBeLessThan(Number(at('D', 'Wert')) + 0.02);
    expect(at('D', 'Enden der Spannweite')).toMatch(/Schranke.*größte gefundene/);
    expect(at('G', 'mit geheimen Zahlen von')).toBeNull();
    expect(table?.rows.every((row) => row.length === heads.length)).toBe(true);
  });

  test('of areas hold cluster and p', () => {
    const table = areaTable(state);
    const heads = table?.columns.map(({ head }) => head) ?? [];
    expect(table?.rows[1]?.[heads.indexOf('Cluster')]).toBe('hoch unter hohen');
    expect(table?.rows[1]?.[heads.indexOf('p des lokalen Moran I')]).toBe(0.001);
    expect(table?.head.join('\n')).toMatch(/Anselin 1995/);
  });
});
