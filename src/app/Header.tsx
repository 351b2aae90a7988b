import { panelFor, panels } from '#panels/catalog.ts';
import type { AppState } from '#state/state.ts';
import { useChange, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { addressOf } from './effects/address.ts';
import { LoadMenu } from './LoadMenu.tsx';
import { ShareMenu } from './ShareMenu.tsx';
import { useLanguageChoice } from './services.ts';

/** Top: which city, which task, and what to do with it. */
export function Header() {
  const { t } = useSpeech();
  const isEmpty = useSelect((state) => state.study === null && state.session.opening === null);
  const { language, setLanguage } = useLanguageChoice();
  return (
    <header class="ql-head">
      <button
        type="button"
        class="ql-unseen ql-skip"
        onClick={() => document.getElementById('ql-answer')?.focus()}
      >
        {t('app.skip-to-answer')}
      </button>
      <h1 class="ql-brand">
        <svg
          width="20"
          height="20"
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          stroke-width="3"
          aria-hidden="true"
        >
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m13 13 5 5" stroke-linecap="round" />
        </svg>
        {t('app.name')}
      </h1>
      <City />
      {!isEmpty && <Tasks />}
      <div class="ql-head-end">
        <p class="ql-stay" title={t('app.data-stay-why')}>
          <span>{t('app.data-stay')}</span>
        </p>
        <LoadMenu />
        {!isEmpty && <ShareMenu />}
        <Button
          kind="quiet"
          lang={language === 'de' ? 'en' : 'de'}
          onClick={() => setLanguage(language === 'de' ? 'en' : 'de')}
        >
          {language === 'de' ? 'English' : 'Deutsch'}
        </Button>
      </div>
    </header>
  );
}

/** The tasks as links to what is shown now: they change with every part of the view. */
function Tasks() {
  const { t } = useSpeech();
  const study = useSelect((state) => state.study);
  const view = useSelect((state) => state.view);
  const store = useStore();
  const change = useChange();
  const state = store.getState();
  return (
    <Tabs
      label={t('app.nav-tasks')}
      current={view.task}
      tabs={panels.map((panel) => ({
        id: panel.id,
        label: t(panel.name),
        href: (study && addressOf({ ...state, view: { ...view, task: panel.id } })) ?? `#view=${panel.id}`,
      }))}
      onNavigate={(task) => change.view({ task })}
    />
  );
}

function City() {
  const { t, text, numbers } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const level = useSelect(shownLevel);
  const opening = useSelect((state) => state.session.opening);
  if (!study) {
    return (
      opening !== null && (
        <div class="ql-city">
          <strong>{opening}</strong>
        </div>
      )
    );
  }
  const family = study.families.find((one) => one.id === level?.family);
  const note = [
    study.invented ? t('app.invented') : '',
    level && family ? `${numbers.integer(level.keys.length)} ${text(family.plural)} (${level.vintage})` : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <div class="ql-city">
      <strong>{text(study.title)}</strong>
      <span class="ql-city-note" title={note}>
        {note}
      </span>
    </div>
  );
}

/** The level the map shows, whichever task drew it. */
function shownLevel(state: AppState) {
  const id = panelFor(state)?.mapContents(state)?.level.id;
  return state.study?.study.levels.find((level) => level.id === id) ?? null;
}
