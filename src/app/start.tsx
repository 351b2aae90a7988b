import { render } from 'preact';
import { loadWords } from '#i18n/i18n.ts';
import { panels } from '#panels/catalog.ts';
import { decodeView } from '#state/permalink.ts';
import { createAppStore } from '#state/store.ts';
import { StoreContext } from '#state/useApp.ts';
import { startWorker } from '#worker/start.ts';
import { App } from './App.tsx';
import { followAddress, tellIgnored } from './effects/address.ts';
import { createOpener, listPacks, type PackListing } from './effects/opening.ts';
import { followRequests } from './effects/requests.ts';
import { rememberedLanguage, type Services, ServicesContext } from './services.ts';

/** Puts the parts together and opens the city the address names, else the first one the server offers. */
export async function start(root: HTMLElement): Promise<void> {
  const base = new URL('.', document.baseURI);
  const language = rememberedLanguage(storageOf(window));
  await loadWords(language);
  document.documentElement.lang = language;
  const store = createAppStore({ session: { language } });
  const client = startWorker();
  const open = createOpener(store, client);
  const packs = await listPacks(base, fetch.bind(window));
  const services: Services = { open, packs, base, map: { current: null } };

  const openListed = (pack: PackListing, wished: Parameters<typeof open>[2]) =>
    open(pack.id, { kind: 'url', base: new URL(pack.path, base).href }, wished);

  render(
    <StoreContext.Provider value={store}>
      <ServicesContext.Provider value={services}>
        <App />
      </ServicesContext.Provider>
    </StoreContext.Provider>,
    root,
  );

  const link = decodeView(window.location.hash);
  const named = packs.find((pack) => pack.id === link.view.city);
  const first = named ?? packs[0];
  if (first) {
    const opened = await openListed(first, !link.view.city || named ? link.view : null);
    if (opened && link.view.city && !named) {
      store.setState((state) => ({
        ...state,
        session: {
          ...state.session,
          message: { key: 'city-missing', params: { city: link.view.city ?? '', shown: state.view.city } },
        },
      }));
    } else if (opened && link.ignored.length > 0) tellIgnored(store, link.ignored);
  }
  followAddress(store, window, (city, wished) => {
    const pack = packs.find((one) => one.id === city);
    if (pack) void openListed(pack, wished);
  });
  followRequests(store, client, panels);
}

function storageOf(window: Window): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
