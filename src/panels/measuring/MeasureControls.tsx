import { groupYears } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { measureMaps } from '#state/view.ts';
import { Chips } from '#ui/Chips.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import { Select } from '#ui/Select.tsx';
import { LevelChips } from '../LevelChips.tsx';
import { measuredOf } from './measured.ts';

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
            .map((one) => ({ value: one.id, label: text(one.name) })),
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
      {measured && measured.answer.scale.length > 1 && <ScaleCheck />}
    </>
  );
}

/** The same index at every level: the larger the areas, the smaller it gets. */
function ScaleCheck() {
  const { t, text, numbers, find } = useSpeech();
  const measured = useSelect(measuredOf);
  const index = useSelect((state) => state.view.index);
  const level = useSelect((state) => state.view.level);
  const change = useChange();
  if (!measured) return null;
  const { scale } = measured.answer;
  const id = index === 'moran' ? 'D' : index;
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('measure.scale')}</h2>
      <DataTable
        caption={t('measure.scale')}
        hideCaption
        rows={scale}
        rowKey={(row) => row.family}
        sort={null}
        selected={level}
        onSelect={(family) => change.view({ level: family, area: null })}
        columns={[
          {
            id: 'level',
            title: t('measure.scale-level'),
            sortable: false,
            value: (row) => row.family,
            render: (row) => {
              const family = measured.study.families.find((one) => one.id === row.family);
              return family ? text(family.name) : row.family;
            },
          },
          {
            id: 'n',
            title: 'n',
            align: 'end',
            sortable: false,
            value: (row) => row.used,
            render: (row) => numbers.integer(row.used),
          },
          {
            id: 'value',
            title: find('indices', `${id}.short`) ?? id,
            align: 'end',
            sortable: false,
            value: (row) => row.values[id] ?? NaN,
            render: (row) => numbers.decimal((row.values[id] ?? NaN) * 100),
          },
        ]}
      />
      <p class="ql-note">{t('measure.scale-note')}</p>
    </section>
  );
}
