import { Component, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadWords } from '#i18n/i18n.ts';
import { LanguageContext } from '#i18n/LanguageContext.ts';
import { describeProblem } from '#i18n/problemText.ts';
import type { Problem } from '#model/result.ts';
import { panelFor } from '#panels/catalog.ts';
import { filesHandedIn } from '#state/actions/draft.ts';
import { problemsDismissed } from '#state/actions/study.ts';
import { useAllWords, useChange, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorList } from '#ui/ErrorList.tsx';
import { lazily } from '#ui/lazily.tsx';
import { Progress } from '#ui/Progress.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { StatusMessage } from '#ui/StatusMessage.tsx';
import { About } from './About.tsx';
import { filesOfDrop } from './dropped.ts';
import { Header } from './Header.tsx';
import { useHistoryKeys } from './history.ts';
import { LoadMenu, useTakeFiles } from './LoadMenu.tsx';
import { MapStage } from './MapStage.tsx';
import { Skeleton } from './Skeleton.tsx';

/** With its words: they do not come with the page. */
const ImportDesk = lazily(async () => {
  const [{ ImportDesk }] = await Promise.all([import('./importing/ImportDesk.tsx'), loadWords('de')]);
  return ImportDesk;
});
const WantingDialog = lazily(async () => (await import('./keeping/WantingDialog.tsx')).WantingDialog);

/** The one page: left what I ask, middle where, right the answer, top which task, bottom when. */
export function App() {
  const { words, numbers } = useSpeech();
  return (
    <LanguageContext.Provider value={{ words, numbers }}>
      <Guard>
        <Page />
      </Guard>
    </LanguageContext.Provider>
  );
}

function Page() {
  const { t } = useSpeech();
  const [sheet, setSheet] = useState<'ask' | 'answer' | null>(null);
  const hasStudy = useSelect((state) => state.study !== null);
  const opening = useSelect((state) => state.session.opening);
  const isWanting = useSelect((state) => state.session.wanting !== null);
  const isImporting = useSelect((state) => state.draft !== null);
  const panel = useSelect(panelFor);
  const isOver = useDrop();
  useEscape();
  useHistoryKeys();
  return (
    <>
      <div class="ql-app" inert={isImporting}>
        <Header />
        {hasStudy && panel ? (
          <>
            <Sheet
              title={t('app.panel-questions')}
              side="start"
              open={sheet === 'ask'}
              onToggle={(open) => setSheet(open ? 'ask' : null)}
            >
              <div class="ql-ask">
                <panel.Controls />
              </div>
            </Sheet>
            <main class="ql-stage-main">
              <MapStage />
            </main>
            <Sheet
              title={t('app.panel-answers')}
              side="end"
              open={sheet === 'answer'}
              onToggle={(open) => setSheet(open ? 'answer' : null)}
            >
              <div class="ql-answer" id="ql-answer" tabIndex={-1}>
                <panel.Answer />
                <About />
              </div>
            </Sheet>
          </>
        ) : (
          <Waiting opening={opening} />
        )}
        {opening !== null && (
          <div class="ql-opening">
            <Progress label={t('app.opening', { name: opening })} part={null} />
          </div>
        )}
      </div>
      {isImporting && <ImportDesk />}
      <Problems />
      {isWanting && <WantingDialog />}
      <Message />
      {isOver && <div class="ql-drop">{t(isImporting ? 'app.drop-files' : 'app.drop-here')}</div>}
    </>
  );
}

/** Before there is a city: one is on its way, or one has to be chosen. */
function Waiting({ opening }: { readonly opening: string | null }) {
  const { t } = useSpeech();
  if (opening !== null) return <Skeleton />;
  return (
    <main class="ql-start">
      <EmptyState title={t('app.empty-title')} action={<StartButtons />}>
        {t('app.empty-text')}
      </EmptyState>
    </main>
  );
}

function StartButtons() {
  const { t } = useSpeech();
  const store = useStore();
  return (
    <div class="ql-start-buttons">
      <Button kind="primary" onClick={() => store.setState((state) => filesHandedIn(state, []))}>
        {t('app.load-own')}
      </Button>
      <LoadMenu />
    </div>
  );
}

function Problems() {
  const { t, words } = useSpeech();
  const store = useStore();
  const problems = useSelect((state) => state.session.problems);
  const hasStudy = useSelect((state) => state.study !== null);
  const hasWords = useAllWords(problems !== null);
  if (!problems || !hasWords) return null;
  const close = () => store.setState(problemsDismissed);
  return (
    <Dialog open wide title={t('app.problems-title', { name: problems.name })} onClose={close}>
      <ErrorList
        title={
          problems.list.every((one) => one.code === 'unexpected')
            ? t('app.problems-unexpected')
            : hasStudy
              ? t('app.problems-kept')
              : t('app.problems-fix')
        }
        problems={inOrder(problems.list).map((one) => ({ text: describeProblem(words, one) }))}
      />
    </Dialog>
  );
}

/** File by file in the order they were met, and down the rows of each: the order one mends them in. */
function inOrder(list: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(list.map((one) => one.where?.file ?? ''))];
  const place = ({ where }: Problem) => [files.indexOf(where?.file ?? ''), where?.row ?? 0] as const;
  return [...list].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}

function Message() {
  const { find } = useSpeech();
  const message = useSelect((state) => state.session.message);
  const change = useChange();
  return (
    <StatusMessage
      floating
      message={message ? find('app', `message-${message.key}`, message.params) : null}
      lasts={7000}
      onClose={() => change.session({ message: null })}
    />
  );
}

/** Escape takes the selection away, unless something open has taken it for closing itself. */
function useEscape(): void {
  const store = useStore();
  const change = useChange();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const { view, draft } = store.getState();
      if (draft) return;
      const { area, institution } = view;
      if (area !== null || institution !== null) change.view({ area: null, institution: null });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

/** Takes anything dropped into the window; true while something hovers above it. */
function useDrop(): boolean {
  const [isOver, setOver] = useState(false);
  const take = useTakeFiles();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) void filesOfDrop(event.dataTransfer).then(take);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  });
  return isOver;
}

/** A defect in drawing must not leave a white page. */
class Guard extends Component<{ readonly children: ComponentChildren }, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useSpeech();
  return (
    <main class="ql-start">
      <EmptyState
        title={t('app.error-title')}
        action={
          <Button kind="primary" onClick={() => window.location.reload()}>
            {t('app.error-reload')}
          </Button>
        }
      >
        {t('app.error-text')}
      </EmptyState>
    </main>
  );
}
