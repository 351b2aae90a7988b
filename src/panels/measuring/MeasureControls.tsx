import { useMemo } from 'preact/hooks';
import type { MeasureAnswer } from '#measuring/answer.ts';
import type { Group, Study } from '#model/study.ts';
import { groupYears } from '#state/timeline.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { measureMaps } from '#state/view.ts';
import { indexById } from '#stats/catalog.ts';
import { Chips } from '#ui/Chips.tsx';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { Select } from '#ui/Select.tsx';
import { LevelChips } from '../LevelChips.tsx';
import { indexFigure } from './indexFigure.ts';
import { type Measured, measuredOf } from './measured.ts';

/** What I ask: which group against which, at which level, and what the map shows of it. */
export function MeasureControls() {
  const { t, text, numbers } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const measured = useSelect(measuredOf);
  const change = useChange();
  if (!study) return null;
  const residents = study.groups.filter((group) => group.scope === 'residents');
  const group = residents.find((one) => one.id === view.group);
  const total = measured ? measured.answer.groupTotal + measured.answer.referenceTotal : NaN;
  const size = (persons: number) =>
    t('measure.group-size', { n: numbers.integer(persons), share: numbers.percent(persons / total) });
  const isCurrent = measured?.group.id === view.group && measured.answer.request.reference === view.reference;
  return (
    <>
      <Select
        label={t('measure.group')}
        value={view.group}
        options={residents.map((one) => ({
          value: one.id,
          label: text(one.name),
          disabled: groupYears(study, view.level, one.id, 'rest').length === 0,
        }))}
        onChange={(id) => change.view({ group: id, reference: 'rest' })}
        note={isCurrent && measured.answer.groupTotal > 0 ? size(measured.answer.groupTotal) : null}
      />
      <Select
        label={t('measure.reference')}
        value={view.reference}
        options={[
          { value: 'rest', label: group ? text(group.restName) : '', note: t('measure.reference-rest') },
          ...residents
            .filter((one) => one.id !== view.group && one.universe === group?.universe)
            .map((one) => ({
              value: one.id,
              label: text(one.name),
              ...(group && overlap(group, one)
                ? { disabled: true, note: t('measure.reference-overlaps') }
                : {}),
            })),
        ]}
        onChange={(id) => change.view({ reference: id })}
        note={
          <>
            {isCurrent && measured.answer.referenceTotal > 0 && `${size(measured.answer.referenceTotal)}. `}
            {view.reference === 'rest' ? t('measure.is-note') : t('measure.id-note')}
          </>
        }
      />
      <LevelChips hasFigures={(family) => groupYears(study, family, view.group, view.reference).length > 0} />
      <Chips
        label={t('measure.map')}
        value={view.measureMap}
        options={measureMaps.map((one) => ({ value: one, label: t(`measure.map-${one}`) }))}
        onChange={(measureMap) => change.view({ measureMap })}
        note={t(`measure.map-${view.measureMap}-note`)}
      />
      {measured && measured.answer.scale.length > 1 && <ScaleCheck measured={measured} />}
    </>
  );
}

/** The same index at every level: the larger the areas, the smaller it gets. */
function ScaleCheck({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t } = speech;
  const index = useSelect((state) => state.view.index);
  const level = useSelect((state) => state.view.level);
  const change = useChange();
  const { scale } = measured.answer;
  // A spatial pattern among six districts is no smaller version of one among hundreds: compare D instead.
  const id = indexById(index).dimension === 'clustering' ? 'D' : index;
  const columns = useMemo(() => scaleColumns(measured.study, id, speech), [measured.study, id, speech]);
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
    </section>
  );
}

/** Who belongs to both would be counted twice: such a pair is refused, so it is not offered. */
function overlap(one: Group, other: Group): boolean {
  return Boolean(one.overlaps?.includes(other.id) || other.overlaps?.includes(one.id));
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
