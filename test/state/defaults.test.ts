import { beforeAll, describe, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import { viewChanged } from '#state/actions/view.ts';
import { defaultView, emptyView, reconcile } from '#state/defaults.ts';
import { decodeView } from '#state/permalink.ts';
import { noAnswers } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import type { View } from '#state/view.ts';
import { kleinstadtStudy } from './kleinstadt.ts';

let study: Study;
beforeAll(async () => {
  study = await kleinstadtStudy();
});

describe('the view of a newly opened city', () => {
  test('shows an indicator that has figures at the finest level in the newest year', () => {
    expect(defaultView(study)).toMatchObject({
      city: 'kleinstadt',
      task: 'explore',
      level: 'district',
      indicator: 'foreigners',
      year: 2020,
      second: 'asking-rent',
      programmes: true,
      group: 'foreigners',
      reference: 'rest',
      form: 'primary',
      institutionGroup: 'ndh',
      edition: 2021,
      area: null,
      camera: null,
    });
  });

  test('prefers child poverty where the city has it', () => {
    const [first] = study.indicators;
    const poor = { ...study, indicators: [...study.indicators, { ...first!, id: 'child-poverty' }] };
    expect(defaultView(poor).indicator).toBe('child-poverty');
  });

  test('passes over an indicator without figures', () => {
    const [first] = study.indicators;
    const empty = {
      ...first!,
      id: 'child-poverty',
      measure: { kind: 'value', variable: 'nothing' } as const,
    };
    expect(defaultView({ ...study, indicators: [empty, ...study.indicators] }).indicator).toBe('foreigners');
  });

  test('is nothing in particular for a city with areas alone, and does not throw', () => {
    const bare: Study = {
      ...study,
      indicators: [],
      groups: [],
      observations: [],
      institutions: [],
      compositions: [],
      forms: [],
      programmes: [],
      editions: [],
    };
    expect(defaultView(bare)).toMatchObject({
      level: 'district',
      indicator: '',
      year: 0,
      second: null,
      group: '',
      form: 'all',
      institutionGroup: '',
      edition: 0,
      programmes: false,
    });
    expect(reconcile(defaultView(bare), bare)).toEqual(defaultView(bare));
  });
});

describe('a wish that does not fit the city', () => {
  test('a fitting view is left as it is', () => {
    const view = defaultView(study);
    expect(reconcile(view, study)).toEqual(view);
  });

  test('ids nobody knows give way to the default, one by one', () => {
    const fallback = defaultView(study);
    for (const name of [
      'level',
      'indicator',
      'group',
      'institutionGroup',
      'profile',
      'index',
      'reference',
    ] as const) {
      const view = reconcile({ ...fallback, [name]: 'nirgends' }, study);
      expect(view[name], name).toBe(fallback[name]);
      expect(view, `only ${name} changes`).toEqual(fallback);
    }
  });

  test('a task there is none of becomes exploring', () => {
    expect(reconcile({ ...defaultView(study), task: 'admin' as View['task'] }, study).task).toBe('explore');
  });

  test('an unknown second indicator and institution are none', () => {
    const view = reconcile({ ...defaultView(study), second: 'nirgends', institution: '99X99' }, study);
    expect(view).toMatchObject({ second: null, institution: null });
    expect(reconcile({ ...defaultView(study), institution: '01G02' }, study).institution).toBe('01G02');
  });

  test('groups of institutions are no groups of residents, and the other way round', () => {
    const view = reconcile({ ...defaultView(study), group: 'ndh', institutionGroup: 'foreigners' }, study);
    expect(view).toMatchObject({ group: 'foreigners', institutionGroup: 'ndh' });
  });

  test('nobody is compared with himself', () => {
    expect(reconcile({ ...defaultView(study), reference: 'foreigners' }, study).reference).toBe('rest');
  });

  test('a comparison with something there is not, or with itself, is none', () => {
    const view = defaultView(study);
    const [first, second] = study.families.map(({ id }) => id);
    const none = { compare: 'none', compareWith: '' };
    for (const [compare, compareWith] of [
      ['group', 'foreigners'],
      ['group', 'ndh'],
      ['group', ''],
      ['level', first!],
      ['level', 'nirgends'],
      ['year', 'neulich'],
      ['city', 'kleinstadt'],
      ['city', ''],
      ['none', 'foreigners'],
    ] as const) {
      expect(reconcile({ ...view, compare, compareWith }, study), `${compare} ${compareWith}`).toMatchObject(
        none,
      );
    }
    for (const [compare, compareWith] of [
      ['level', second!],
      // The year is a wish, and which cities there are only the server knows.
      ['year', '1999'],
      ['city', 'anderswo'],
    ] as const) {
      expect(reconcile({ ...view, compare, compareWith }, study)).toMatchObject({ compare, compareWith });
    }
  });

  test('a form of the other kind gives way', () => {
    expect(reconcile({ ...defaultView(study), kind: 'kita', form: 'primary' }, study).form).toBe('all');
    expect(reconcile({ ...defaultView(study), kind: 'school', form: 'nirgends' }, study).form).toBe(
      'primary',
    );
  });

  // The years with figures differ from task to task: moving on must not lose the wish.
  test('the year stays a wish', () => {
    expect(reconcile({ ...defaultView(study), year: 1985 }, study).year).toBe(1985);
  });

  test('anything an address can say becomes a view that is whole', () => {
    for (const hash of [
      '#v=1&city=kleinstadt&level=zz&ind=zz&group=zz&ref=zz&form=zz&children=zz&profile=zz&index=zz&inst=zz&area=zz',
      '#view=measure&index=toString&group=__proto__',
      '',
    ]) {
      const view = reconcile({ ...defaultView(study), ...decodeView(hash).view }, study);
      expect(study.families.map(({ id }) => id)).toContain(view.level);
      expect(study.indicators.map(({ id }) => id)).toContain(view.indicator);
      expect(view.index).toBe('D');
      expect(view.group).toBe('foreigners');
    }
  });
});

describe('changing the view', () => {
  test('brings the whole into line when a study is there', () => {
    const state = {
      ...createAppStore().getState(),
      study: { key: 'k', study, notes: [] },
      view: defaultView(study),
    };
    const { view } = viewChanged(state, { kind: 'kita' });
    expect(view).toMatchObject({ kind: 'kita', form: 'all' });
    expect(viewChanged(state, { group: 'nirgends' }).view.group).toBe('foreigners');
  });

  test('is a plain wish before anything is loaded', () => {
    const state = { ...createAppStore().getState(), answers: noAnswers };
    expect(viewChanged(state, { city: 'x', indicator: 'y' }).view).toEqual({
      ...emptyView,
      city: 'x',
      indicator: 'y',
    });
  });
});
