import { useId, useMemo, useState } from 'preact/hooks';
import { Course } from '#charts/charts.ts';
import type { IndexValue } from '#measuring/answer.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { Button } from '#ui/Button.tsx';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Sentence } from '../Sentence.tsx';
import { sourceText } from '../sourceText.ts';
import { AreaFigures } from './AreaFigures.tsx';
import { AreaRanking } from './AreaRanking.tsx';
import { indexFigure } from './indexFigure.ts';
import { type Measured, measuredOf, permutationOf } from './measured.ts';
import { measureSentence } from './measureSentence.ts';

/** The answer: the chosen index in words, its course, and all indices with what chance alone would give. */
export function MeasureAnswerPanel() {
  const speech = useSpeech();
  const { t, text, find } = speech;
  const measured = useSelect(measuredOf);
  const index = useSelect((state) => state.view.index);
  const failed = useSelect((state) => state.answers.measure?.error ?? null);
  const isPending = useSelect((state) => state.answers.measure?.status === 'pending');
  if (failed) return <EmptyState title={t('app.computing-failed', { reason: failed })} />;
  if (!measured)
    return <p class="ql-note">{isPending ? t('app.computing') : t('measure.reason-no-figures')}</p>;
  const { answer, study, group, level } = measured;
  if (answer.refusal) {
    return <EmptyState title={t('measure.refused')}>{t(`measure.reason-${answer.refusal}`)}</EmptyState>;
  }
  const spec = indexById(index);
  return (
    <>
      <Sentence parts={measureSentence(measured, index, speech)} />
      <AreaFigures measured={measured} />
      <IndexCourse measured={measured} />
      <IndexTable measured={measured} />
      <section class="ql-section">
        <h2 class="ql-heading">
          <strong>{find('indices', `${index}.name`) ?? index}</strong>
        </h2>
        <p class="ql-note">{find('indices', `${index}.explanation`)}</p>
        <p class="ql-note">{find('indices', `${index}.caveat`)}</p>
        <p class="ql-note">{t('measure.after', { citation: spec.citation })}</p>
      </section>
      <AreaRanking measured={measured} />
      <p class="ql-note ql-sources">
        {t('measure.used', { used: answer.used, excluded: answer.excluded })}{' '}
        {answer.islands.length > 0 && `${t('measure.islands', { n: answer.islands.length })} `}
        {t('measure.chance-note')} {t('explore.vintage', { vintage: level.vintage })}.{' '}
        {t('explore.source', {
          source: sourceText(study, study.variables.find((one) => one.id === group.count)?.source ?? ''),
        })}{' '}
        {text(group.name)}.
      </p>
    </>
  );
}

function IndexCourse({ measured }: { readonly measured: Measured }) {
  const { t, text, numbers, find } = useSpeech();
  const index = useSelect((state) => state.view.index);
  const change = useChange();
  const { answer, group } = measured;
  const figure = useMemo(() => indexFigure(numbers, index), [numbers, index]);
  const series = useMemo(
    () => [
      {
        id: group.id,
        label: text(group.name),
        points: answer.course.map(({ year, values }) => ({ x: year, value: values[index] ?? NaN })),
      },
    ],
    [answer, index, group, text],
  );
  const breaks = useMemo(
    () =>
      answer.course.flatMap(({ year, level }, i) => {
        const before = answer.course[i - 1];
        return before && before.level !== level
          ? // The outlines changed between the two, not in either.
            [{ x: (before.year + year) / 2, label: t('measure.new-vintage') }]
          : [];
      }),
    [answer, t],
  );
  if (answer.course.length < 2) return null;
  const name = find('indices', `${index}.name`) ?? index;
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('measure.course', { index: name })}</h2>
      <Course
        label={t('measure.course', { index: name })}
        reserve={140}
        series={series}
        breaks={breaks}
        format={figure.tick}
        fromZero
        selectedX={answer.request.year}
        onSelectX={(year) => change.view({ year })}
      />
    </section>
  );
}

/** The ones most asked for; the others wait behind a button. */
const mainIndices: readonly string[] = ['D', 'G', 'H', 'xPx', 'xPy', 'moran'];
const idOf = (row: IndexValue) => row.id;

function IndexTable({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t } = speech;
  const index = useSelect((state) => state.view.index);
  const p = useSelect(permutationOf);
  const change = useChange();
  const [isOpen, setOpen] = useState(false);
  const region = useId();
  const { answer } = measured;
  // A link may name an index of the rest: it must be seen.
  const showsAll = isOpen || !mainIndices.includes(index);
  const rows = useMemo(
    () => (showsAll ? answer.indices : answer.indices.filter((row) => mainIndices.includes(row.id))),
    [answer, showsAll],
  );
  const section = useMemo(
    () => (row: IndexValue) => t(`measure.dimension-${indexById(row.id).dimension}`),
    [t],
  );
  const columns = useMemo(() => indexColumns(measured, p, speech), [measured, p, speech]);
  const others = answer.indices.filter((row) => !mainIndices.includes(row.id)).length;
  return (
    <section class="ql-section">
      <div id={region}>
        <DataTable
          caption={t('measure.table')}
          hideCaption
          rows={rows}
          rowKey={idOf}
          sort={null}
          section={section}
          selected={index}
          onSelect={(id) => change.view({ index: id })}
          columns={columns}
        />
      </div>
      {others > 0 && mainIndices.includes(index) && (
        <div>
          <Button
            kind="quiet"
            small
            aria-expanded={showsAll}
            aria-controls={region}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t('measure.fewer-indices') : t('measure.more-indices', { n: others })}
          </Button>
        </div>
      )}
      <p class="ql-note">{t('measure.times-100')}</p>
    </section>
  );
}

function indexColumns(
  { answer }: Measured,
  p: number | null,
  { t, find, numbers }: Speech,
): readonly Column<IndexValue>[] {
  const first = answer.course.find((one) => one.year < answer.request.year);
  const since = (row: IndexValue) => row.value - (first?.values[row.id] ?? NaN);
  return [
    {
      id: 'index',
      title: t('measure.column-index'),
      unit: '× 100',
      sortable: false,
      value: (row) => row.id,
      render: (row) => find('indices', `${row.id}.name`) ?? row.id,
    },
    {
      id: 'value',
      title: String(answer.request.year),
      align: 'end',
      weight: 'strong',
      sortable: false,
      value: (row) => row.value,
      render: (row) => {
        if (!row.reason) return indexFigure(numbers, row.id).value(row.value);
        const why = t(`measure.reason-${row.reason}`);
        return (
          <abbr title={why}>
            –<span class="ql-unseen">{why}</span>
          </abbr>
        );
      },
    },
    {
      id: 'expected',
      title: t('measure.column-chance'),
      hint: t('measure.column-chance-long'),
      align: 'end',
      weight: 'muted',
      sortable: false,
      value: (row) => row.expected,
      render: (row) =>
        row.id === 'moran' && p !== null
          ? t('measure.p', { p: numbers.decimal(p, 3) })
          : indexFigure(numbers, row.id).value(row.expected),
    },
    ...(first
      ? [
          {
            id: 'change',
            title: t('explore.column-change', { year: String(first.year) }),
            hint: t('explore.column-change-long', { year: String(first.year) }),
            align: 'end' as const,
            sortable: false,
            value: since,
            render: (row: IndexValue) => indexFigure(numbers, row.id).change(since(row)),
          },
        ]
      : []),
  ];
}
