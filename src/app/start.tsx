import { render } from 'preact';
import { loadTaskWords } from '#i18n/i18n.ts';
import { panels } from '#panels/catalog.ts';
import { sessionChanged } from '#state/actions/session.ts';
import { decodeView } from '#state/permalink.ts';
import { createAppStore } from '#state/store.ts';
import { StoreContext } from '#state/useApp.ts';
import type { View } from '#state/view.ts';
import { startWorker } from '#worker/start.ts';
import { App } from './App.tsx';
import { addressOf, followAddress, tellIgnored } from './effects/address.ts';
import {
  createOpener,
  followOther,
  listPacks,
  type PackListing,
  packTitle,
  type Wish,
} from './effects/opening.ts';
import { followRequests } from './effects/requests.ts';
import { followTitle } from './effects/title.ts';
import { storageOf } from './keeping/marker.ts';
import { ownWork } from './keeping/ownWork.ts';
import { rememberedLanguage, type Services, ServicesContext } from './services.ts';

/** Puts the parts together and opens the city the address names, else the first one the server offers. */
export async function start(root: HTMLElement): Promise<void> {
  const base = new URL('.', document.baseURI);
  const language = rememberedLanguage(storageOf(() => window.localStorage));
  const words = loadTaskWords(language);
  if (language !== 'de') await words;
  document.documentElement.lang = language;
  const link = decodeView(window.location.hash);
  const store = createAppStore({ view: link.view, session: { language } });
  const client = startWorker();
  const open = createOpener(store, client);
  const packs = await listPacks(base, fetch.bind(window));
  /** What a link wished to show of a city that is not here: it may be opened from this machine yet. */
  let waiting: Partial<View> | null = null;
  const work = ownWork(store, client);
  const services: Services = {
    open,
    client,
    kept: work.kept,
    packs,
    base,
    map: { current: null },
    wishFor: (city) => (waiting?.city === city ? waiting : null),
  };

  const openListed = (pack: PackListing, wish: Wish) =>
    open(packTitle(pack), { kind: 'url', base: new URL(pack.path, base).href }, wish);
  const missCity = (wished: Partial<View>) => {
    waiting = wished;
    const { study, session } = store.getState();
    store.setState((state) =>
      sessionChanged(state, {
        message: {
          key: 'city-missing',
          params: { city: wished.city ?? '', shown: study?.study.title[session.language] ?? '' },
        },
      }),
    );
  };

  followTitle(store, document, panels);
  render(
    <StoreContext.Provider value={store}>
      <ServicesContext.Provider value={services}>
        <App />
      </ServicesContext.Provider>
    </StoreContext.Provider>,
    root,
  );

  await words;
  const isResumed = await work.resumed(link.view);
  const named = packs.find((pack) => pack.id === link.view.city);
  const first = isResumed ? undefined : (named ?? packs[0]);
  if (first) {
    // The task may be changed while the city is on its way.
    const wish = () => ({ ...(named || !link.view.city ? link.view : {}), task: store.getState().view.task });
    const opened = await openListed(first, wish);
    if (opened && link.view.city && !named) missCity(link.view);
    else if (opened && link.ignored.length > 0) tellIgnored(store, link.ignored);
  } else if (link.view.city && !isResumed) waiting = link.view;
  followAddress(store, window, (city, wished) => {
    const pack = packs.find((one) => one.id === city);
    if (pack) {
      void openListed(pack, wished);
      return;
    }
    missCity(wished);
    const hash = addressOf(store.getState());
    if (hash !== null) window.history.replaceState(null, '', hash);
  });
  store.setState((state) =>
    sessionChanged(state, { cities: packs.map((pack) => ({ id: pack.id, title: packTitle(pack) })) }),
  );
  followOther(store, client, packs, base);
  followRequests(store, client, panels);
  work.follow();
}
