import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf, followAddress } from '#app/effects/address.ts';
import { studyOpened } from '#state/actions/study.ts';
import { viewChanged } from '#state/actions/view.ts';
import { createAppStore, type Store } from '#state/store.ts';
import type { View } from '#state/view.ts';
import { kleinstadtStudy } from '../state/kleinstadt.ts';

/** As much of a window as the address needs: a history that can go back and forward. */
function fakeWindow(start = '') {
  const entries = [start];
  let at = 0;
  const listeners = new Set<() => void>();
  const go = (step: number) => {
    at += step;
    for (const listener of listeners) listener();
  };
  const fake = {
    location: {
      get hash() {
        return entries[at] ?? '';
      },
    },
    history: {
      pushState: (_state: unknown, _title: string, hash: string) => {
        entries.splice(++at, entries.length, hash);
      },
      replaceState: (_state: unknown, _title: string, hash: string) => {
        entries[at] = hash;
      },
    },
    addEventListener: (name: string, listener: () => void) => {
      if (name === 'popstate') listeners.add(listener);
    },
    removeEventListener: (_name: string, listener: () => void) => listeners.delete(listener),
  };
  return {
    window: fake as unknown as Window,
    entries,
    listeners,
    hash: () => entries[at],
    back: () => go(-1),
    forward: () => go(1),
    /** A link pasted into the address bar. */
    paste: (hash: string) => {
      entries.splice(++at, entries.length, hash);
      go(0);
    },
  };
}

let store: Store;
let browser: ReturnType<typeof fakeWindow>;
let stop: () => void;
const openCity = vi.fn();
const show = (change: Partial<View>) => store.setState((state) => viewChanged(state, change));
const view = () => store.getState().view;

beforeEach(async () => {
  openCity.mockClear();
  store = createAppStore();
  browser = fakeWindow();
  const study = await kleinstadtStudy();
  store.setState((state) => studyOpened(state, { key: 'k-0', study, notes: [] }, null));
  stop = followAddress(store, browser.window, openCity);
});

describe('what is shown stands in the address', () => {
  test('a step is a step of the back button', () => {
    show({ task: 'measure' });
    show({ area: '0102' });
    expect(browser.entries).toEqual([
      '',
      '#v=1&city=kleinstadt&view=measure',
      '#v=1&city=kleinstadt&view=measure&area=0102',
    ]);
  });

  test('moving the year, the edition or the map replaces the last step', () => {
    show({ task: 'measure' });
    show({ year: 2019 });
    show({ edition: 2017 });
    show({ camera: { lng: 9, lat: 50, zoom: 12 } });
    expect(browser.entries).toEqual([
      '',
      '#v=1&city=kleinstadt&view=measure&year=2019&edition=2017&at=9.00000%2C50.00000%2C12.00',
    ]);
  });

  test('a step together with a small move is a step', () => {
    show({ year: 2019, area: '0102' });
    expect(browser.entries).toHaveLength(2);
  });

  test('what is not part of the view leaves it alone', () => {
    show({ task: 'measure' });
    store.setState((state) => ({ ...state, session: { ...state.session, hovered: '0101' } }));
    show({});
    expect(browser.entries).toHaveLength(2);
  });

  test('a newly opened city is a step: back asks for the one before', async () => {
    show({ task: 'measure' });
    const study = { ...(await kleinstadtStudy()), id: 'grossstadt' };
    store.setState((state) => studyOpened(state, { key: 'k-1', study, notes: [] }, null));
    expect(browser.entries).toEqual(['', '#v=1&city=kleinstadt&view=measure', '#v=1&city=grossstadt']);
    browser.back();
    expect(openCity).toHaveBeenLastCalledWith('kleinstadt', { city: 'kleinstadt', task: 'measure' });
  });

  test('a city the address asked for is no new step: forward still leads on', async () => {
    const kleinstadt = await kleinstadtStudy();
    const open = (id: string, wished: Partial<View> | null) =>
      store.setState((state) =>
        studyOpened(state, { key: id, study: { ...kleinstadt, id }, notes: [] }, wished),
      );
    show({ task: 'measure' });
    open('grossstadt', { task: 'need' });
    browser.back();
    open('kleinstadt', openCity.mock.lastCall?.[1] as Partial<View>);
    expect(browser.hash()).toBe('#v=1&city=kleinstadt&view=measure');
    browser.forward();
    expect(openCity).toHaveBeenLastCalledWith('grossstadt', { city: 'grossstadt', task: 'need' });
  });

  test('there is none before anything is loaded', () => {
    const empty = createAppStore();
    expect(addressOf(empty.getState())).toBeNull();
  });
});

describe('what stands in the address is shown', () => {
  test('back and forward', () => {
    show({ task: 'measure' });
    show({ area: '0102' });
    browser.back();
    expect(view()).toMatchObject({ task: 'measure', area: null });
    browser.back();
    expect(view().task).toBe('explore');
    browser.forward();
    browser.forward();
    expect(view()).toMatchObject({ task: 'measure', area: '0102' });
    expect(browser.entries, 'reading writes nothing').toHaveLength(3);
  });

  test('going back and choosing something else forgets the way forward', () => {
    show({ task: 'measure' });
    browser.back();
    show({ task: 'need' });
    expect(browser.entries).toEqual(['', '#v=1&city=kleinstadt&view=need']);
  });

  test('what an address leaves out is the default, not what was shown before', () => {
    show({ task: 'need', area: '0102', second: null, programmes: false });
    browser.paste('#v=1&city=kleinstadt&year=2019');
    expect(view()).toMatchObject({
      task: 'explore',
      area: null,
      second: 'asking-rent',
      programmes: true,
      year: 2019,
    });
  });

  test('parts nobody understands are said', () => {
    browser.paste('#v=1&city=kleinstadt&foo=1&view=admin&area=0103');
    expect(view().area).toBe('0103');
    expect(store.getState().session.message).toEqual({
      key: 'link-ignored',
      params: { parts: 'foo=1, view=admin' },
    });
  });

  test('another city is opened with the rest of the wish', () => {
    browser.paste('#v=1&city=anderswo&view=need');
    expect(openCity).toHaveBeenCalledWith('anderswo', { city: 'anderswo', task: 'need' });
    expect(view().task, 'the city shown stays until the other one is there').toBe('explore');
  });

  test('nonsense changes nothing and does not throw', () => {
    const before = view();
    browser.paste('#%E0%A4%A&&&=');
    expect(view()).toEqual(before);
  });
});

test('ends when nobody follows any more', () => {
  stop();
  show({ task: 'measure' });
  expect(browser.entries).toEqual(['']);
  expect(browser.listeners.size).toBe(0);
});
