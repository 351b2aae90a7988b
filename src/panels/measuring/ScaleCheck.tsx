import { useMemo } from 'preact/hooks';
import type { MeasureAnswer, RankFlip } from '#measuring/answer.ts';
import type { Study } from '#model/study.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';

/** The same index at every level: the larger the areas, the smaller it gets. */
export function ScaleCheck({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t } = speech;
  const index = useSelect((state) => state.view.index);
  const level = useSelect((state) => state.view.level);
  const change = useChange();
  const { scale, flips } = measured.answer;
  // A spatial pattern among six districts is no smaller version of one among hundreds: compare D instead.
  const id = indexById(index).needs.length > 0 ? 'D' : index;
  const columns = useMemo(() => scaleColumns(measured.study, id, speech), [measured.study, id, speech]);
  const flip = flips.find((one) => one.index === id) ?? flips[0];
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('measure.scale')}</h2>
      <DataTable
        caption={t('measure.scale')}
        hideCaption
        rows={scale}
        rowKey={familyOf}
        sort={null}
        selected={level}
        onSelect={(family) => change.view({ level: family, area: null })}
        columns={columns}
      />
      <p class="ql-note">{t('measure.scale-note')}</p>
      {flip && <p class="ql-note ql-warning">{flipText(flip, measured.study, speech)}</p>}
    </section>
  );
}

type ScaleRow = MeasureAnswer['scale'][number];

const familyOf = (row: ScaleRow) => row.family;

function scaleColumns(
  study: Study,
  id: string,
  { t, text, find, numbers }: Speech,
): readonly Column<ScaleRow>[] {
  return [
    {
      id: 'level',
      title: t('measure.scale-level'),
      sortable: false,
      value: familyOf,
      render: (row) => {
        const family = study.families.find((one) => one.id === row.family);
        return family ? text(family.name) : row.family;
      },
    },
    {
      id: 'n',
      title: 'n',
      hint: t('need.areas'),
      align: 'end',
      sortable: false,
      value: (row) => row.used,
      render: (row) => numbers.integer(row.used),
    },
    {
      id: 'value',
      // Codes such as `D_modified` are no words.
      title: /^[A-Za-z]+$/.test(id) ? id : t('measure.column-value'),
      hint: find('indices', `${id}.name`) ?? id,
      unit: '× 100',
      align: 'end',
      sortable: false,
      value: (row) => row.values[id] ?? NaN,
      render: (row) => indexFigure(numbers, id).value(row.values[id] ?? NaN),
    },
  ];
}

/** The comparison that turns round between two levels, in words with its four figures. */
function flipText(flip: RankFlip, study: Study, { t, text, find, numbers }: Speech): string {
  const figure = indexFigure(numbers, flip.index);
  const nameOf = (id: string) => {
    const group = flip.kind === 'groups' ? study.groups.find((one) => one.id === id) : undefined;
    return group ? text(group.name) : id;
  };
  const levelOf = (id: string) => {
    const family = study.families.find((one) => one.id === id);
    return family ? text(family.name) : id;
  };
  return t(`measure.flip-${flip.kind}`, {
    index: find('indices', `${flip.index}.name`) ?? flip.index,
    first: nameOf(flip.first),
    second: nameOf(flip.second),
    finer: levelOf(flip.finer.family),
    coarser: levelOf(flip.coarser.family),
    a: figure.value(flip.finer.first),
    b: figure.value(flip.finer.second),
    c: figure.value(flip.coarser.first),
    d: figure.value(flip.coarser.second),
  });
}
