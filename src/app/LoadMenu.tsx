import type { ComponentChildren } from 'preact';
import { useReducer, useRef, useState } from 'preact/hooks';
import { problem } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { filesHandedIn, importReopened } from '#state/actions/draft.ts';
import { sessionChanged } from '#state/actions/session.ts';
import { openingFailed } from '#state/actions/study.ts';
import { madeHere } from '#state/state.ts';
import { useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { lazily } from '#ui/lazily.tsx';
import { Menu, type MenuItem } from '#ui/Menu.tsx';
import type { PackOrigin } from '#worker/jobs.ts';
import { readDropped } from './dropped.ts';
import { type PackListing, packTitle } from './effects/opening.ts';
import { changeStudy, useHistoryItems } from './history.ts';
import { keptName } from './keptName.ts';
import { useServices } from './services.ts';

const ForgetDialog = lazily(async () => (await import('./keeping/ForgetDialog.tsx')).ForgetDialog);

/** Opens a pack from this machine or one the server offers. */
export function LoadMenu() {
  const { t } = useSpeech();
  const { packs } = useServices();
  const kept = useKeptItems();
  const more = useMoreItem();
  const history = useHistoryItems();
  const store = useStore();
  const openListed = useOpenListed();
  const take = useTakeFiles();
  // What is kept is known to the browser only, and other windows change it.
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  const zip = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])].map((file) => ({
      path: file.webkitRelativePath || file.name,
      file,
    }));
    if (files.length > 0) void take(files);
    input.value = '';
  };
  return (
    <>
      <Menu
        label={t('app.load-data')}
        onOpen={() => lookAgain(undefined)}
        items={[
          { id: 'own', label: t('app.load-own'), note: t('app.load-own-note') },
          ...more.items,
          { id: 'zip', label: t('app.load-zip'), note: t('app.load-hint') },
          { id: 'folder', label: t('app.load-folder') },
          ...packs.map((pack) => ({
            id: `pack ${pack.id}`,
            label: t('app.load-listed', { name: packTitle(pack) }),
          })),
          ...kept.items,
          ...history,
        ]}
        onChoose={(id) => {
          if (id === 'own') store.setState((state) => filesHandedIn(state, []));
          else if (id === 'zip') zip.current?.click();
          else if (id === 'folder') folder.current?.click();
          else if (id === 'undo' || id === 'redo') changeStudy(store, id);
          else if (more.choose(id) || kept.choose(id)) return;
          else {
            const pack = packs.find((one) => `pack ${one.id}` === id);
            if (pack) void openListed(pack);
          }
        }}
      />
      <input
        ref={zip}
        type="file"
        accept=".zip,.quartierlupe"
        hidden
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        // Not in the typings: chooses a whole folder.
        {...{ webkitdirectory: true }}
        onChange={(event) => chosen(event.currentTarget)}
      />
      {kept.dialog}
    </>
  );
}

/** More files for the city that is open, or for the one of an earlier visit, which opens for it. */
function useMoreItem(): Chooser {
  const { t, text } = useSpeech();
  const kept = useServices()
    .kept.list()
    .find(({ isCity }) => isCity);
  const store = useStore();
  const made = useSelect(madeHere);
  const title = useSelect((state) => state.study?.study.title);
  const city = made && title ? text(title) : kept?.title;
  if (city === undefined) return { items: [], choose: () => false };
  const reopen = () =>
    store.setState((state) => {
      const key = madeHere(state);
      return key ? importReopened(state, key) : state;
    });
  return {
    items: [{ id: 'more', label: t('app.load-more', { city }), note: t('app.load-more-note') }],
    choose(id) {
      if (id !== 'more') return false;
      if (made) reopen();
      else void kept?.resume().then((isOpen) => isOpen && reopen());
      return true;
    },
  };
}

interface Chooser {
  readonly items: readonly MenuItem[];
  /** False where the item is none of these. */
  choose(id: string): boolean;
}

/** Work of earlier visits and other windows: to go on with, or to be deleted after asking. */
function useKeptItems(): Chooser & { readonly dialog: ComponentChildren } {
  const speech = useSpeech();
  const { t } = speech;
  const { kept } = useServices();
  const [isAsking, setAsking] = useState(false);
  const list = kept.list();
  const close = () => setAsking(false);
  return {
    items: [
      ...list.map((work, i) => ({
        id: `kept ${work.id}`,
        label: t('app.kept-resume', { title: keptName(work, speech) }),
        ...(i === 0 ? { note: t('app.kept-note') } : {}),
      })),
      ...(kept.all().length > 0 ? [{ id: 'kept-forget', label: t('app.kept-forget') }] : []),
    ],
    choose(id) {
      const work = list.find((one) => `kept ${one.id}` === id);
      if (work) void work.resume();
      else if (id === 'kept-forget') setAsking(true);
      else return false;
      return true;
    },
    dialog: isAsking && <ForgetDialog onClose={close} />,
  };
}

/** Opens by hand: the task stays, and when the city is there it is said. */
function useOpen() {
  const store = useStore();
  const { open, wishFor } = useServices();
  return async (name: string, origin: PackOrigin): Promise<boolean> => {
    const wish = (study: Study) => ({ task: store.getState().view.task, ...wishFor(study.id) });
    if (!(await open(name, origin, wish))) return false;
    store.setState((state) => {
      const city = state.study?.study.title[state.session.language] ?? name;
      return sessionChanged(state, { message: { key: 'opened', params: { city } } });
    });
    return true;
  };
}

function useOpenListed() {
  const { base } = useServices();
  const open = useOpen();
  return (pack: PackListing) => open(packTitle(pack), { kind: 'url', base: new URL(pack.path, base).href });
}

interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

/** Opens a pack or a project; false where it could not be opened or is neither. */
export function useOpenDropped() {
  const store = useStore();
  const open = useOpen();
  const { client } = useServices();
  return async (files: readonly DroppedFile[]): Promise<boolean> => {
    store.setState((state) => sessionChanged(state, { problems: null }));
    const dropped = await readDropped(files);
    switch (dropped.kind) {
      case 'pack':
        return open(dropped.name, dropped.origin);
      case 'project': {
        const { openProject } = await import('./keeping/openProject.ts');
        return openProject(store, client, dropped.name, dropped.file);
      }
      case 'refused':
        store.setState((state) =>
          openingFailed(state, dropped.name, [problem(dropped.code, { name: dropped.name })]),
        );
        return false;
      case 'files': {
        const incoming = files.map(({ path, file }) => ({ path, content: file }));
        store.setState((state) => filesHandedIn(state, incoming));
        return false;
      }
    }
  };
}

/** Takes files from a dialog or a drop: opens a pack or a project, and hands anything else to the wizard. */
export function useTakeFiles() {
  const store = useStore();
  const openDropped = useOpenDropped();
  return async (files: readonly DroppedFile[]): Promise<void> => {
    // While an import is open, it asks what to do with what is no file of an office.
    if (!store.getState().draft) await openDropped(files);
    else {
      const incoming = files.map(({ path, file }) => ({ path, content: file }));
      store.setState((state) => filesHandedIn(state, incoming));
    }
  };
}
