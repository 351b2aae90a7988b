import { useMemo } from 'preact/hooks';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { SaveTableButton } from '../SaveTableButton.tsx';
import { areaTable } from './areaTable.ts';
import type { Measured } from './measured.ts';

interface Row {
  readonly key: string;
  readonly a: number;
}

const keyOf = (row: Row) => row.key;
const most = { column: 'surplus', direction: 'descending' } as const;

/** Every area with share, quotient and contribution: the map of this task as a table. */
export function AreaRanking({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t, text } = speech;
  const selected = useSelect((state) => state.view.area);
  const hovered = useSelect((state) => state.session.hovered);
  const change = useChange();
  const rows = useMemo(
    () => Array.from(measured.level.keys, (key, a): Row => ({ key, a })),
    [measured.level],
  );
  const columns = useMemo(() => columnsOf(measured, speech), [measured, speech]);
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('measure.areas')}</strong> · {t('explore.ranking-hint')}
      </h2>
      <DataTable
        caption={`${t('measure.areas')}: ${text(measured.group.name)}, ${measured.answer.request.year}`}
        hideCaption
        height="min(460px, 50vh)"
        rows={rows}
        rowKey={keyOf}
        columns={columns}
        initialSort={most}
        selected={selected}
        hovered={hovered}
        onSelect={(key) => change.view({ area: key === selected ? null : key })}
        onHover={(key) => change.session({ hovered: key })}
        isMuted={(row) => Number.isNaN(measured.answer.shares[row.a] ?? NaN)}
      />
      <p class="ql-note">{t('measure.areas-note')}</p>
      <SaveTableButton label={t('measure.areas-save')} table={areaTable} />
    </section>
  );
}

function columnsOf({ answer, level, surplus }: Measured, speech: Speech): readonly Column<Row>[] {
  const { t, numbers } = speech;
  return [
    {
      id: 'area',
      title: t('explore.column-area'),
      value: (row) => level.names[row.a] ?? '',
      render: (row) => <span title={level.names[row.a]}>{level.names[row.a]}</span>,
    },
    {
      id: 'share',
      title: t('measure.map-share'),
      unit: '%',
      align: 'end',
      width: '68px',
      value: (row) => answer.shares[row.a] ?? NaN,
      render: (row) => numbers.percentValue(answer.shares[row.a] ?? NaN),
    },
    {
      id: 'quotient',
      title: t('measure.column-quotient'),
      hint: t('measure.map-location-quotient-note'),
      align: 'end',
      width: '48px',
      value: (row) => answer.locationQuotients[row.a] ?? NaN,
      render: (row) => numbers.decimal(answer.locationQuotients[row.a] ?? NaN, 2),
    },
    {
      id: 'surplus',
      title: t('measure.column-surplus'),
      hint: t('measure.map-contribution-note'),
      align: 'end',
      weight: 'strong',
      width: '82px',
      value: (row) => surplus[row.a] ?? NaN,
      render: (row) => numbers.signed(surplus[row.a] ?? NaN, 0),
    },
  ];
}
