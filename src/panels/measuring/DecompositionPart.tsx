import { useMemo } from 'preact/hooks';
import { DecompositionBars } from '#charts/charts.ts';
import type { DecompositionAnswer, IndexValue } from '#measuring/answer.ts';
import type { Study } from '#model/study.ts';
import { type Speech, useSelect, useSpeech } from '#state/useApp.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { SaveTableButton } from '../SaveTableButton.tsx';
import { decompositionOf } from './answers.ts';
import { decompositionTable } from './decompositionTable.ts';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';
import { Pending } from './Pending.tsx';

/** Where segregation lies, where its change comes from, and what it is among several groups: parts that add up. */
export function DecompositionPart({ measured }: { readonly measured: Measured }) {
  const { t } = useSpeech();
  const decomposition = useSelect(decompositionOf);
  if (!decomposition) return <Pending name="decomposition" label={t('measure.decomposition-pending')} />;
  if (decomposition.refusal) return <p class="ql-note">{t(`measure.reason-${decomposition.refusal}`)}</p>;
  const { study } = measured;
  return (
    <>
      <Nested answer={decomposition} study={study} />
      <Structure answer={decomposition} />
      <Change answer={decomposition} />
      <Many answer={decomposition} study={study} />
      <SaveTableButton label={t('measure.decomposition-save')} table={decompositionTable} />
    </>
  );
}

/** The bars in words, for those who do not see them. */
function spoken(bars: readonly (readonly [label: string, figure: string])[]): string {
  return bars.map(([label, figure]) => `${label}: ${figure}`).join('; ');
}

interface Part {
  readonly answer: DecompositionAnswer;
}

type WithinRow = DecompositionAnswer['within'][number];
const keyOf = (row: WithinRow) => row.key;
const most = { column: 'part', direction: 'descending' } as const;

/** H between the coarsest areas, then between the next finer ones within them, and so on. */
function Nested({ answer, study }: Part & { readonly study: Study }) {
  const speech = useSpeech();
  const { t, text, numbers } = speech;
  const figure = useMemo(() => indexFigure(numbers, 'H'), [numbers]);
  const { nested, total, within } = answer;
  const nameOf = (id: string) => {
    const family = study.families.find((one) => one.id === id);
    return family ? text(family.plural) : id;
  };
  const levelName = (id: string) => {
    const family = study.families.find((one) => one.id === id);
    return family ? text(family.name) : id;
  };
  const parts = useMemo(
    () =>
      nested.map(({ family, H }, i) => ({
        id: family,
        label: i === 0 ? nameOf(family) : t('measure.nested-within', { level: nameOf(family) }),
        value: H,
        figure: `${figure.value(H)} · ${numbers.percent(H / total.H, 0)}`,
      })),
    [nested, total, figure, numbers, t, study],
  );
  const columns = useMemo(() => withinColumns(total.M, speech), [total, speech]);
  const [coarsest] = nested;
  if (!coarsest) return null;
  const reason = answer.reasons.nested;
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('measure.nested')}</strong>
      </h2>
      {reason ? (
        <p class="ql-note">{t(`measure.reason-${reason}`)}</p>
      ) : (
        <>
          <p>
            {t('measure.nested-sentence', {
              percent: numbers.percent(coarsest.H / total.H, 0),
              level: levelName(coarsest.family),
            })}
          </p>
          <DecompositionBars
            label={t('measure.nested-label')}
            description={spoken(parts.map((part) => [part.label, part.figure]))}
            reserve={34 * (nested.length + 1)}
            parts={parts}
            end={{ label: t('measure.total-h'), value: total.H }}
            format={figure.value}
          />
          <p class="ql-note">{t('measure.nested-note')}</p>
          {within.length > 1 && (
            <DataTable
              caption={t('measure.within', { level: nameOf(coarsest.family) })}
              rows={within}
              rowKey={keyOf}
              initialSort={most}
              columns={columns}
              {...(within.length > 14 ? { height: '320px' } : {})}
            />
          )}
        </>
      )}
    </section>
  );
}

function withinColumns(total: number, { t, numbers }: Speech): readonly Column<WithinRow>[] {
  const figure = indexFigure(numbers, 'H');
  return [
    {
      id: 'name',
      title: t('explore.column-area'),
      value: (row) => row.name,
    },
    {
      id: 'H',
      title: 'H',
      unit: '× 100',
      hint: t('measure.within-h'),
      align: 'end',
      width: '66px',
      value: (row) => row.H,
      render: (row) => figure.value(row.H),
    },
    {
      id: 'share',
      title: t('measure.within-share'),
      unit: '%',
      hint: t('measure.within-share-long'),
      align: 'end',
      weight: 'muted',
      width: '70px',
      value: (row) => row.share,
      render: (row) => numbers.percentValue(row.share),
    },
    {
      id: 'part',
      title: t('measure.within-part'),
      unit: '%',
      hint: t('measure.within-part-long'),
      align: 'end',
      weight: 'strong',
      width: '66px',
      value: (row) => row.part,
      render: (row) => numbers.percentValue(row.part / total),
    },
  ];
}

/** The change of D: because people live elsewhere, or because there are more or fewer of them? */
function Structure({ answer }: Part) {
  const { t, numbers } = useSpeech();
  const figure = useMemo(() => indexFigure(numbers, 'D'), [numbers]);
  const { structure, request, reasons } = answer;
  const parts = useMemo(
    () =>
      structure
        ? [
            { id: 'spatial', label: t('measure.structure-spatial'), value: structure.spatial },
            { id: 'composition', label: t('measure.structure-composition'), value: structure.composition },
          ]
        : [],
    [structure, t],
  );
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('measure.structure')}</strong>
      </h2>
      {structure ? (
        <>
          <DecompositionBars
            label={t('measure.structure-label', { from: String(structure.from), to: String(request.year) })}
            description={spoken([
              [`D ${structure.from}`, figure.value(structure.before)],
              ...parts.map(({ label, value }) => [label, figure.change(value)] as const),
              [`D ${request.year}`, figure.value(structure.after)],
            ])}
            reserve={34 * 4}
            start={{ label: `D ${structure.from}`, value: structure.before }}
            parts={parts}
            end={{ label: `D ${request.year}`, value: structure.after }}
            format={figure.value}
            formatPart={figure.change}
          />
          <p class="ql-note">{t('measure.structure-note')}</p>
        </>
      ) : (
        reasons.structure && <p class="ql-note">{t(`measure.reason-${reasons.structure}`)}</p>
      )}
    </section>
  );
}

const changeParts = ['removals', 'additions', 'groupMarginal', 'unitMarginal', 'structural'] as const;

/** The change of M by what changed: areas, sizes of groups and areas, or who lives where. */
function Change({ answer }: Part) {
  const { t, numbers } = useSpeech();
  const { change, request, reasons } = answer;
  const format = useMemo(() => (value: number) => numbers.decimal(value * 100, 2), [numbers]);
  const formatPart = useMemo(() => (value: number) => numbers.signed(value * 100, 2), [numbers]);
  const parts = useMemo(
    () =>
      change
        ? changeParts
            // Areas that came or went: only where there are any.
            .filter((id) => (id !== 'removals' && id !== 'additions') || Math.abs(change[id]) >= 5e-5)
            .map((id) => ({ id, label: t(`measure.change-${id}`), value: change[id] }))
        : [],
    [change, t],
  );
  if (!change) {
    return reasons.change && reasons.change !== reasons.structure ? (
      <p class="ql-note">{t(`measure.reason-${reasons.change}`)}</p>
    ) : null;
  }
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('measure.change')}</strong>
      </h2>
      <DecompositionBars
        label={t('measure.change-label', { from: String(change.from), to: String(request.year) })}
        description={spoken([
          [`M ${change.from}`, format(change.before)],
          ...parts.map(({ label, value }) => [label, formatPart(value)] as const),
          [`M ${request.year}`, format(change.after)],
        ])}
        reserve={34 * (parts.length + 2)}
        start={{ label: `M ${change.from}`, value: change.before }}
        parts={parts}
        end={{ label: `M ${request.year}`, value: change.after }}
        format={format}
        formatPart={formatPart}
      />
      <p class="ql-note">{t('measure.change-note')}</p>
    </section>
  );
}

const idOf = (row: IndexValue) => row.id;

/** Indices of several groups at once, where the data have groups that together are everyone. */
function Many({ answer, study }: Part & { readonly study: Study }) {
  const speech = useSpeech();
  const { t, text } = speech;
  const columns = useMemo(() => manyColumns(speech), [speech]);
  const { many, reasons } = answer;
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('measure.many')}</strong>
      </h2>
      {many ? (
        <>
          <p class="ql-note">
            {many.groups
              .map((id) => {
                const group = study.groups.find((one) => one.id === id);
                return group ? text(group.name) : t('measure.many-rest');
              })
              .join(' · ')}
          </p>
          <DataTable
            caption={t('measure.many')}
            hideCaption
            rows={many.indices}
            rowKey={idOf}
            sort={null}
            columns={columns}
          />
        </>
      ) : (
        reasons.many && <p class="ql-note">{t(`measure.reason-${reasons.many}`)}</p>
      )}
    </section>
  );
}

function manyColumns({ t, find, numbers }: Speech): readonly Column<IndexValue>[] {
  return [
    {
      id: 'index',
      title: t('measure.column-index'),
      unit: '× 100',
      sortable: false,
      value: idOf,
      render: (row) => {
        const name = find('indices', `${row.id}.name`) ?? row.id;
        const isScaled = indexFigure(numbers, row.id).scale !== 1;
        return isScaled ? (
          name
        ) : (
          <span class="ql-pair">
            {name}
            <small>{t('measure.not-times-100')}</small>
          </span>
        );
      },
    },
    {
      id: 'value',
      title: t('measure.column-value'),
      align: 'end',
      weight: 'strong',
      sortable: false,
      width: '60px',
      value: (row) => row.value,
      render: (row) => indexFigure(numbers, row.id).value(row.value),
    },
    {
      id: 'expected',
      title: t('measure.column-chance'),
      hint: t('measure.column-chance-long'),
      align: 'end',
      weight: 'muted',
      sortable: false,
      width: '60px',
      value: (row) => row.expected,
      render: (row) => indexFigure(numbers, row.id).value(row.expected),
    },
  ];
}
