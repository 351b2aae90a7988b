import { levelFor } from '#model/lookup.ts';
import { filesHandedIn, importReopened } from '#state/actions/draft.ts';
import { memo } from '#state/memo.ts';
import { type AppState, madeHere } from '#state/state.ts';
import { speechOf, useChange, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { indicatorSources } from '../figureSources.ts';
import { LevelChips } from '../LevelChips.tsx';
import { openCircles, plainContents } from '../mapParts.ts';
import type { TaskPanel } from '../task.ts';

/** What stands in for a task while a city has areas and no figures yet: the areas, and how figures get to them. */
export const bare: Omit<TaskPanel, 'id' | 'name'> = {
  Controls,
  Answer,
  Legend: () => null,
  Hover,
  mapContents: (state) => contents(state),
  requests: [],
  table,
  caption,
};

/** Is there nothing this task could work with? Institutions bring figures of their own. */
export function isBare({ study, view }: AppState): boolean {
  return (
    study !== null &&
    study.study.variables.length === 0 &&
    (view.task !== 'institutions' || study.study.institutions.length === 0)
  );
}

const levelOf = (state: AppState) =>
  state.study ? levelFor(state.study.study, state.view.level, state.view.year) : null;

const contents = memo(
  (state: AppState) => [plainContents(state), state.study?.study ?? null] as const,
  ([plain, study]) => {
    const kind = study?.forms[0]?.kind;
    return plain && study && kind ? { ...plain, institutions: openCircles(study, kind) } : plain;
  },
);

function Controls() {
  const { t } = useSpeech();
  return (
    <>
      <LevelChips hasFigures={() => true} />
      <p class="ql-note">{t('app.bare-note')}</p>
    </>
  );
}

function Answer() {
  const { t, text } = useSpeech();
  const store = useStore();
  const change = useChange();
  const study = useSelect((state) => state.study?.study ?? null);
  const made = useSelect(madeHere);
  const level = useSelect(levelOf);
  const selected = useSelect((state) => state.view.area);
  const hovered = useSelect((state) => state.session.hovered);
  const family = study?.families.find((one) => one.id === level?.family);
  if (!level || !family) return null;
  return (
    <>
      <EmptyState
        title={t('app.bare-title')}
        action={
          <Button
            kind="primary"
            onClick={() =>
              store.setState((state) => (made ? importReopened(state, made) : filesHandedIn(state, [])))
            }
          >
            {t(made ? 'app.bare-more' : 'app.load-own')}
          </Button>
        }
      >
        {t(made ? 'app.bare-more-text' : 'app.bare-text')}
      </EmptyState>
      <section class="ql-section">
        <h2 class="ql-heading">{text(family.plural)}</h2>
        <DataTable
          caption={text(family.plural)}
          hideCaption
          rows={level.keys.map((key, a) => ({ key, name: level.names[a] ?? key }))}
          rowKey={({ key }) => key}
          columns={[
            { id: 'name', title: t('explore.column-area'), value: ({ name }) => name },
            { id: 'key', title: t('explore.column-key'), value: ({ key }) => key, width: '96px' },
          ]}
          initialSort={{ column: 'key', direction: 'ascending' }}
          selected={selected}
          hovered={hovered}
          onSelect={(key) => change.view({ area: key === selected ? null : key })}
          onHover={(key) => change.session({ hovered: key })}
        />
      </section>
    </>
  );
}

function Hover() {
  const institutions = useSelect((state) => state.study?.study.institutions);
  const { hovered, hoveredInstitution } = useSelect((state) => state.session);
  const level = useSelect(levelOf);
  const institution = institutions?.find(({ id }) => id === hoveredInstitution);
  const name = institution?.name ?? level?.names[level.keys.indexOf(hovered ?? '')];
  return (
    <>
      <strong class="ql-hover-name">{name}</strong>
      {!institution && <span class="ql-note">{hovered}</span>}
    </>
  );
}

function table(state: AppState) {
  const level = levelOf(state);
  if (!level) return null;
  const { t } = speechOf(state.session.language);
  const { title, subtitle, source } = caption(state);
  return {
    name: `${state.view.city}-${level.id}`,
    head: [`${title}, ${subtitle}`, t('app.source', { source })],
    columns: [{ head: t('explore.column-key') }, { head: t('explore.column-area') }],
    rows: level.keys.map((key, a) => [key, level.names[a] ?? key]),
  };
}

function caption(state: AppState) {
  const { t, text } = speechOf(state.session.language);
  const study = state.study?.study;
  const level = levelOf(state);
  const family = study?.families.find((one) => one.id === level?.family);
  if (!study || !level || !family) return { title: '', subtitle: '', source: '' };
  return {
    title: `${text(study.title)}: ${text(family.plural)}`,
    subtitle: t('explore.vintage', { vintage: level.vintage }),
    source: text(indicatorSources(study, [], level)),
  };
}
