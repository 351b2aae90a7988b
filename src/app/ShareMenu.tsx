import { panelFor } from '#panels/catalog.ts';
import { sessionChanged } from '#state/actions/session.ts';
import type { Session } from '#state/state.ts';
import { speechOf, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Menu } from '#ui/Menu.tsx';
import { useServices } from './services.ts';

/** What can be taken along: the link, the picture, the table. */
export function ShareMenu() {
  const { t } = useSpeech();
  const store = useStore();
  const { map, packs, client } = useServices();
  const hasStudy = useSelect((state) => state.study !== null);
  const hasRecipe = useSelect((state) => Boolean(state.study?.recipe));

  const say = (message: Session['message']) => store.setState((state) => sessionChanged(state, { message }));
  const attempt = async (work: () => Promise<string>) => {
    try {
      say({ key: 'export-done', params: { file: await work() } });
    } catch (error) {
      say({
        key: 'export-failed',
        params: { reason: error instanceof Error ? error.message : String(error) },
      });
    }
  };
  const choose = (id: string) => {
    if (id === 'link') {
      const link = window.location.href;
      const { study, session } = store.getState();
      // A pack from this machine cannot be opened by a link: whoever gets it must have the pack, too.
      const isListed = packs.some((pack) => pack.id === study?.study.id);
      const city = study?.study.title[session.language] ?? '';
      // The clipboard is closed to pages opened without TLS; the link is in the address bar all the same.
      Promise.resolve(navigator.clipboard?.writeText(link))
        .then(() =>
          say(
            navigator.clipboard
              ? { key: isListed ? 'link-copied' : 'link-copied-local', params: { city } }
              : { key: 'link-shown', params: { link } },
          ),
        )
        .catch(() => say({ key: 'link-shown', params: { link } }));
      return;
    }
    const state = store.getState();
    const panel = panelFor(state);
    if (!panel) return;
    if (id === 'png') {
      void attempt(async () => {
        const { savePicture } = await import('./savePicture.ts');
        return savePicture(map.current, state, panel);
      });
      return;
    }
    if (id === 'recipe') {
      const recipe = state.study?.recipe;
      if (!recipe) return;
      void attempt(async () => {
        const { saveRecipe } = await import('#panels/importing/saveRecipe.ts');
        return saveRecipe(recipe);
      });
      return;
    }
    if (id === 'project' || id === 'project-plain') {
      void attempt(async () => {
        const { saveProject } = await import('./keeping/saveProject.ts');
        return saveProject(state, client, id === 'project');
      });
      return;
    }
    const table = panel.table(state);
    if (!table) return;
    void attempt(async () => {
      const { saveTable } = await import('#panels/saveTable.ts');
      return saveTable(
        table,
        id === 'csv-international' ? 'international' : 'de',
        speechOf(state.session.language),
        state.study?.disclosure,
      );
    });
  };
  return (
    <Menu
      label={t('app.share')}
      disabled={!hasStudy}
      items={[
        { id: 'link', label: t('app.share-link'), note: t('app.share-hint') },
        { id: 'png', label: t('app.share-png') },
        { id: 'csv-de', label: t('app.share-csv-de') },
        { id: 'csv-international', label: t('app.share-csv-international') },
        ...(hasRecipe ? [{ id: 'recipe', label: t('app.share-recipe') }] : []),
        { id: 'project', label: t('app.share-project'), note: t('app.share-project-note') },
        {
          id: 'project-plain',
          label: t('app.share-project-plain'),
          note: t('app.share-project-plain-note'),
        },
      ]}
      onChoose={choose}
    />
  );
}
