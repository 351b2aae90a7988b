import { useMemo } from 'preact/hooks';
import { Beeswarm } from '#charts/charts.ts';
import type { FigureFormat } from '#i18n/figure.ts';
import { signs } from '#model/sign.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Sentence } from '../Sentence.tsx';
import { sourceText } from '../sourceText.ts';
import { useFigure } from '../useFigure.ts';
import { exploreSentence } from './exploreSentence.ts';
import { type Shown, shownOf } from './shown.ts';

/** The answer: one sentence, the distribution, the ranking of every area. */
export function ExploreAnswer() {
  const speech = useSpeech();
  const { t, text } = speech;
  const shown = useSelect(shownOf);
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const selected = view.area;
  if (!study) return null;
  if (!shown) {
    const name = study.indicators.find((one) => one.id === view.indicator)?.name;
    const level = study.families.find((one) => one.id === view.level)?.name;
    return (
      <EmptyState title={t('explore.no-values-title')}>
        {t('explore.no-values-text', { name: name ? text(name) : '', level: level ? text(level) : '' })}
      </EmptyState>
    );
  }
  const excluded = shown.level.keys.length - shown.order.length;
  return (
    <>
      <Sentence parts={exploreSentence(shown, selected, speech)} />
      <Distribution shown={shown} />
      <Ranking shown={shown} />
      <p class="ql-note ql-sources">
        {t('explore.used-excluded', { used: shown.order.length, excluded })}
        {'. '}
        {shown.data.estimated && `${t('explore.estimated')}. `}
        {t('explore.source', { source: sourceText(study, shown.indicator.source) })}
      </p>
    </>
  );
}

function Distribution({ shown }: { readonly shown: Shown }) {
  const { t, text } = useSpeech();
  const selected = useSelect((state) => state.view.area);
  const hovered = useSelect((state) => state.session.hovered);
  const change = useChange();
  const figure = useFigure(shown.indicator);
  const points = useMemo(
    () =>
      [...shown.order].map((a) => ({
        key: shown.level.keys[a]!,
        label: shown.level.names[a]!,
        value: shown.data.values[a]!,
      })),
    [shown],
  );
  const title = t('explore.distribution', { n: shown.order.length });
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{title}</h2>
      <Beeswarm
        label={`${title}: ${text(shown.indicator.name)}, ${shown.year}`}
        reserve={100}
        points={points}
        classes={shown.coloured}
        format={figure.full}
        formatTick={figure.tick}
        mean={
          Number.isFinite(shown.data.city)
            ? { value: shown.data.city, label: t('explore.city-mean') }
            : undefined
        }
        selected={selected}
        hovered={hovered}
        onSelect={(key) => change.view({ area: key === selected ? null : key })}
        onHover={(key) => change.session({ hovered: key })}
      />
    </section>
  );
}

function Ranking({ shown }: { readonly shown: Shown }) {
  const speech = useSpeech();
  const { t, text } = speech;
  const selected = useSelect((state) => state.view.area);
  const hovered = useSelect((state) => state.session.hovered);
  const change = useChange();
  const figure = useFigure(shown.indicator);
  const rows = useMemo(
    () => Array.from(shown.level.keys, (key, a): RankingRow => ({ key, a })),
    [shown.level],
  );
  const columns = useMemo(() => rankingColumns(shown, figure, speech), [shown, figure, speech]);
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('explore.ranking')}</strong> · {t('explore.ranking-hint')}
      </h2>
      <DataTable
        caption={`${t('explore.ranking')}: ${text(shown.indicator.name)}, ${shown.year}`}
        hideCaption
        height="min(540px, 54vh)"
        rows={rows}
        rowKey={keyOf}
        columns={columns}
        selected={selected}
        hovered={hovered}
        onSelect={(key) => change.view({ area: key === selected ? null : key })}
        onHover={(key) => change.session({ hovered: key })}
        isMuted={(row) => Number.isNaN(shown.data.values[row.a]!)}
        initialSort={highestFirst}
      />
    </section>
  );
}

interface RankingRow {
  readonly key: string;
  readonly a: number;
}

const keyOf = (row: RankingRow) => row.key;
const highestFirst = { column: 'value', direction: 'descending' } as const;

function rankingColumns(shown: Shown, figure: FigureFormat, speech: Speech): readonly Column<RankingRow>[] {
  const { t, text, numbers } = speech;
  const { data, change, level, ranks, indicator } = shown;
  return [
    {
      id: 'area',
      title: t('explore.column-area'),
      value: (row) => level.names[row.a]!,
      render: (row) => (
        <>
          <span class="ql-rank">{ranks[row.a] || ''}</span> {level.names[row.a]}
        </>
      ),
    },
    {
      id: 'value',
      title: figure.unit || t('explore.column-value'),
      hint: text(indicator.name),
      align: 'end',
      weight: 'strong',
      width: '68px',
      value: (row) => data.values[row.a]!,
      render: (row) => {
        const value = data.values[row.a]!;
        if (!Number.isNaN(value)) return figure.value(value);
        const sign = signs[data.signs[row.a]!] ?? 'missing';
        const why = t(`explore.sign-${sign === 'present' ? 'missing' : sign}`);
        return (
          <abbr title={why}>
            –<span class="ql-unseen">{why}</span>
          </abbr>
        );
      },
    },
    ...(change
      ? [
          {
            id: 'change',
            title: t('explore.column-change', { year: String(change.since) }),
            hint: t('explore.column-change-long', { year: String(change.since) }),
            align: 'end' as const,
            width: '78px',
            value: (row: RankingRow) => change.values[row.a]!,
            render: (row: RankingRow) => figure.change(change.values[row.a]!),
          },
        ]
      : []),
    ...(data.denominators
      ? [
          {
            id: 'base',
            title: t('explore.column-base'),
            hint: indicator.denominatorText ? text(indicator.denominatorText) : t('explore.column-base'),
            align: 'end' as const,
            weight: 'muted' as const,
            width: '66px',
            value: (row: RankingRow) => data.denominators![row.a]!,
            render: (row: RankingRow) => numbers.integer(data.denominators![row.a]!),
          },
        ]
      : []),
  ];
}
