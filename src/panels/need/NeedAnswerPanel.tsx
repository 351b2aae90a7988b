import { useMemo } from 'preact/hooks';
import { describeProblem } from '#i18n/problemText.ts';
import { type AreaNeed, recommendations } from '#monitoring/answer.ts';
import { type Speech, useAllWords, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Computing } from '../Computing.tsx';
import { Sentence } from '../Sentence.tsx';
import { AreaReasons } from './AreaReasons.tsx';
import { type Assessed, needOf, verdictColours, verdictOrder } from './assessed.ts';
import { CountTable } from './CountTable.tsx';
import { NoProfile } from './NoProfile.tsx';
import { profileSources } from './needTable.ts';
import { knownEditions, summarySentence } from './summarySentence.ts';

/** The answer: how many areas need support for long, why one of them, and what follows for the programme areas. */
export function NeedAnswerPanel() {
  const { t, words } = useSpeech();
  const assessed = useSelect(needOf);
  const answer = useSelect((state) => state.answers.need);
  const area = useSelect((state) => state.view.area);
  const isRefused = answer?.value?.ok === false;
  const hasWords = useAllWords(isRefused);
  if (answer?.status === 'failed') {
    return <EmptyState title={t('app.computing-failed', { reason: answer.error ?? '' })} />;
  }
  if (answer?.value && !answer.value.ok) {
    return (
      <EmptyState title={t('need.refused')}>
        {hasWords && answer.value.problems.map((one, i) => <p key={i}>{describeProblem(words, one)}</p>)}
      </EmptyState>
    );
  }
  if (!assessed) return answer ? <Computing /> : <NoProfile />;
  const position = area === null ? -1 : assessed.level.keys.indexOf(area);
  return (
    <>
      {position >= 0 ? (
        <AreaReasons assessed={assessed} position={position} />
      ) : (
        <Summary assessed={assessed} />
      )}
      <Comparison assessed={assessed} />
      <AreaList assessed={assessed} />
      <p class="ql-note ql-sources">
        {t('need.used', {
          rated: assessed.answer.rated,
          excluded: assessed.level.keys.length - assessed.answer.rated,
        })}{' '}
        {t('need.relative')}{' '}
        {t('explore.source', {
          source: profileSources(assessed),
        })}
      </p>
    </>
  );
}

function Summary({ assessed }: { readonly assessed: Assessed }) {
  const speech = useSpeech();
  const { t } = speech;
  const { answer } = assessed;
  const isEarly = knownEditions(answer) < answer.thresholds.minimumEditions;
  // Without programme areas there is no funding to end.
  const shown = verdictOrder.filter((verdict) => verdict !== 'phase-out' || answer.programmes > 0);
  return (
    <>
      <Sentence parts={summarySentence(answer, speech)} />
      <section class="ql-section">
        <h2 class="ql-heading">{t('need.verdicts')}</h2>
        <CountTable
          assessed={assessed}
          title={t('need.verdict')}
          name="einstufung"
          rows={shown.map((verdict) => ({
            key: verdict,
            label: t(`need.verdict-${verdict}`),
            colour: verdictColours[verdict],
            ...answer.verdictCounts[verdict],
          }))}
        />
        {isEarly && <p class="ql-note">{t('need.emerging-early')}</p>}
        <p class="ql-note">{t('need.choose-area')}</p>
      </section>
    </>
  );
}

function Comparison({ assessed }: { readonly assessed: Assessed }) {
  const { t } = useSpeech();
  const { comparison } = assessed.answer;
  const selected = useSelect((state) => state.view.area);
  const own = assessed.answer.areas[selected === null ? -1 : assessed.level.keys.indexOf(selected)];
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('need.comparison')}</h2>
      {comparison ? (
        <CountTable
          assessed={assessed}
          title={t('need.recommendation')}
          name="foerdergebiete"
          rows={recommendations.map((one) => ({
            key: one,
            label: t(`need.recommendation-${one}`),
            isOwn: own?.recommendation === one,
            ...comparison[one],
          }))}
        />
      ) : (
        <p class="ql-note">{t('need.no-programmes')}</p>
      )}
    </section>
  );
}

function AreaList({ assessed }: { readonly assessed: Assessed }) {
  const speech = useSpeech();
  const { t } = speech;
  const selected = useSelect((state) => state.view.area);
  const hovered = useSelect((state) => state.session.hovered);
  const change = useChange();
  const columns = useMemo(() => columnsOf(speech), [speech]);
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('need.list')}</h2>
      <DataTable
        caption={t('need.list')}
        hideCaption
        height="min(460px, 50vh)"
        rows={assessed.answer.areas}
        rowKey={keyOf}
        columns={columns}
        initialSort={byIndex}
        selected={selected}
        hovered={hovered}
        onSelect={(key) => change.view({ area: key === selected ? null : key })}
        onHover={(key) => change.session({ hovered: key })}
        isMuted={isUnrated}
      />
    </section>
  );
}

/** The selected area's place in a table: the same orange line as elsewhere. */

const keyOf = (area: AreaNeed) => area.area;
const isUnrated = (area: AreaNeed) => area.excluded !== null;
const byIndex = { column: 'index', direction: 'descending' } as const;

function columnsOf({ t, numbers }: Speech): readonly Column<AreaNeed>[] {
  return [
    {
      id: 'name',
      title: t('explore.column-area'),
      value: (area) => area.name,
      render: (area) => (
        <>
          <span
            class="ql-swatch"
            title={t(`need.verdict-${area.verdict}`)}
            style={{ background: verdictColours[area.verdict] }}
          />
          <span title={area.name}>{area.name}</span>
          <span class="ql-unseen">, {t(`need.verdict-${area.verdict}`)}</span>
        </>
      ),
    },
    {
      id: 'index',
      title: t('need.index'),
      hint: t('need.status-long'),
      align: 'end',
      weight: 'strong',
      width: '56px',
      value: (area) => area.statusIndex,
      render: (area) => numbers.signed(area.statusIndex, 2),
    },
    {
      id: 'persistence',
      title: t('need.persistence'),
      hint: t('need.persistence-long'),
      align: 'end',
      width: '74px',
      value: (area) => area.persistence.share,
      render: (area) =>
        t('need.figure-of', {
          n: numbers.integer(area.persistence.low),
          of: numbers.integer(area.persistence.editions),
        }),
    },
    {
      id: 'residents',
      title: t('need.residents-short'),
      hint: t('need.residents'),
      align: 'end',
      weight: 'muted',
      width: '62px',
      value: (area) => area.residents,
      render: (area) => numbers.integer(area.residents),
    },
  ];
}
