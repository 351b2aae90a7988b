import { useMemo } from 'preact/hooks';
import { Beeswarm, Course } from '#charts/charts.ts';
import type { FigureFormat } from '#i18n/figure.ts';
import { signs } from '#model/sign.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { muted, select } from '#symbology/palettes.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { indicatorSources } from '../figureSources.ts';
import { Sentence } from '../Sentence.tsx';
import { useFigure } from '../useFigure.ts';
import './explore.css';
import { changeHead } from './changeHead.ts';
import { courseOf } from './courseOf.ts';
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
      <IndicatorCourse shown={shown} />
      <Ranking shown={shown} />
      <p class="ql-note ql-sources">
        {t('explore.used-excluded', { used: shown.order.length, excluded })}
        {'. '}
        {shown.isNewVintage && `${t('explore.new-vintage', { vintage: shown.level.vintage })} `}
        {shown.data.denominators &&
          shown.indicator.denominatorText &&
          `${t('explore.base-is', { text: text(shown.indicator.denominatorText) })} `}
        {shown.data.estimated && `${t('explore.estimated')}. `}
        {t('explore.source', { source: indicatorSources(study, [shown.indicator], shown.level) })}
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

/** Since when: the city through all years, and the selected area as far as its outline stayed the same. */
function IndicatorCourse({ shown }: { readonly shown: Shown }) {
  const { t, text } = useSpeech();
  const selected = useSelect((state) => state.view.area);
  const change = useChange();
  const figure = useFigure(shown.indicator);
  const a = selected === null ? -1 : shown.level.keys.indexOf(selected);
  const course = courseOf(shown);
  const series = useMemo(() => {
    const city = course.map(({ year, city: value }) => ({ x: year, value }));
    const area = course.map(({ year, level, values }) => ({
      x: year,
      value: level === shown.level ? (values[a] ?? NaN) : NaN,
    }));
    return [
      ...(a < 0 ? [] : [{ id: 'area', label: shown.level.names[a]!, color: select, points: area }]),
      ...(city.some(({ value }) => Number.isFinite(value))
        ? [{ id: 'city', label: t('explore.city-mean'), ...(a < 0 ? {} : { color: muted }), points: city }]
        : []),
    ];
  }, [course, shown, a, t]);
  const breaks = useMemo(
    () =>
      course.flatMap(({ year, level }, i) => {
        const before = course[i - 1];
        return before && before.level !== level
          ? // The outlines changed between the two, not in either.
            [{ x: (before.year + year) / 2, label: t('charts.new-vintage') }]
          : [];
      }),
    [course, t],
  );
  if (course.length < 2 || series.length === 0) return null;
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('explore.course')}</h2>
      <Course
        label={`${t('explore.course')}: ${text(shown.indicator.name)}`}
        reserve={112}
        height={112}
        series={series}
        breaks={breaks}
        format={figure.tick}
        fromZero={shown.indicator.unit === 'share'}
        selectedX={shown.year}
        onSelectX={(year) => change.view({ year })}
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
        <span class="ql-ranked">
          <span class="ql-rank">{ranks[row.a] || ''}</span>
          <span title={level.names[row.a]}>{level.names[row.a]}</span>
        </span>
      ),
    },
    {
      id: 'value',
      title: t('explore.column-value'),
      // A long unit stands in the legend and in the sentence.
      ...(figure.unit.length <= 4 ? { unit: figure.unit } : {}),
      hint: text(indicator.name),
      align: 'end',
      weight: 'strong',
      width: figure.unit.length === 1 ? '62px' : '84px',
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
            hint: changeHead(shown, speech),
            align: 'end' as const,
            width: '72px',
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
            width: '56px',
            value: (row: RankingRow) => data.denominators![row.a]!,
            render: (row: RankingRow) => numbers.integer(data.denominators![row.a]!),
          },
        ]
      : []),
  ];
}
