import { useMemo } from 'preact/hooks';
import { MoranScatter } from '#charts/charts.ts';
import { type Cluster, clusters, type LocalAnswer } from '#measuring/answer.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { clusterColours } from '#symbology/clusters.ts';
import { Button } from '#ui/Button.tsx';
import { MultiChips } from '#ui/Chips.tsx';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { SaveTableButton } from '../SaveTableButton.tsx';
import { isDrawn, localOf } from './answers.ts';
import { areaTable } from './areaTable.ts';
import { clusterMembers, listedClusters } from './clusterCounts.ts';
import type { Measured } from './measured.ts';
import { NextDoorSelect } from './NextDoorSelect.tsx';
import { useNextDoor } from './nextDoor.ts';
import { Pending } from './Pending.tsx';

/** Who resembles the neighbours and who does not. */
export function NeighboursPart({ measured }: { readonly measured: Measured }) {
  const { t } = useSpeech();
  const local = useSelect(localOf);
  const discovery = useSelect((state) => state.view.discovery);
  const measureMap = useSelect((state) => state.view.measureMap);
  const change = useChange();
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('measure.neighbours')}</strong>
      </h2>
      <NextDoorSelect measured={measured} />
      {!local ? (
        <Pending name="local" label={t('measure.local-pending')} />
      ) : local.refusal ? (
        <p class="ql-note">{t(`measure.reason-${local.refusal}`)}</p>
      ) : (
        <Neighbours local={local} measured={measured} />
      )}
      <MultiChips
        label={t('measure.discovery')}
        hideLabel
        values={discovery ? ['on'] : []}
        options={[{ value: 'on', label: t('measure.discovery-on') }]}
        onChange={(values) => change.view({ discovery: values.includes('on') })}
        note={t('measure.discovery-note')}
      />
      {measureMap !== 'cluster' && (
        <div>
          <Button kind="quiet" small onClick={() => change.view({ measureMap: 'cluster' })}>
            {t('measure.show-clusters')}
          </Button>
        </div>
      )}
      <SaveTableButton label={t('measure.areas-save')} table={areaTable} />
    </section>
  );
}

interface Row {
  readonly kind: Exclude<Cluster, 'excluded'>;
  readonly members: readonly number[];
}

const kindOf = (row: Row) => row.kind;

function Neighbours({ local, measured }: { readonly local: LocalAnswer; readonly measured: Measured }) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const selected = useSelect((state) => state.view.area);
  const hovered = useSelect((state) => state.session.hovered);
  const brushed = useSelect((state) => state.session.brushed);
  const change = useChange();
  const second = useNextDoor();
  const { level } = measured;
  const isKnown = isDrawn(local, 'clusters');
  const members = useMemo(() => clusterMembers(local), [local]);
  const rows = useMemo(
    () =>
      listedClusters
        .map((kind): Row => ({ kind, members: members[kind] }))
        .filter(({ kind, members }) => kind !== 'island' || members.length > 0),
    [members],
  );
  const columns = useMemo(() => clusterColumns(speech, second, isKnown), [speech, second, isKnown]);
  const keysOf = (positions: readonly number[]) => positions.map((a) => level.keys[a] ?? '');
  const marked = useMemo(() => brushed.filter((key) => level.keys.includes(key)), [brushed, level]);
  const chosen = rows.find(
    ({ members }) =>
      members.length > 0 && members.length === marked.length && isSame(keysOf(members), marked),
  );
  const points = useMemo(
    () =>
      Array.from(local.z, (z, a) => {
        const kind = (isKnown && clusters[local.cluster[a] ?? 0]) || 'none';
        return {
          key: level.keys[a] ?? '',
          label: level.names[a] ?? '',
          z,
          lag: local.lag[a] ?? NaN,
          color: kind === 'excluded' ? clusterColours.none : clusterColours[kind],
          isEmphasised: kind !== 'none',
        };
      }),
    [local, level, isKnown],
  );
  const quadrants = useMemo(
    () =>
      [
        t('measure.cluster-high-high'),
        t('measure.cluster-low-high'),
        t('measure.cluster-low-low'),
        t('measure.cluster-high-low'),
      ] as const,
    [t],
  );
  const format = useMemo(
    () => (value: number) => numbers.decimal(value, Number.isInteger(value) ? 0 : 1),
    [numbers],
  );
  const countLabel = useMemo(() => (count: number) => t('measure.brushed', { n: count }), [t]);
  const used = local.z.reduce((sum, z) => sum + (Number.isNaN(z) ? 0 : 1), 0);
  return (
    <>
      {!isKnown ? (
        <Pending name="local" label={t('measure.local-pending')} />
      ) : (
        <p>
          {members.none.length + members.island.length === used
            ? t(second ? 'measure.clusters-none-second' : 'measure.clusters-none', { second: second ?? '' })
            : t(second ? 'measure.clusters-sentence-second' : 'measure.clusters-sentence', {
                second: second ?? '',
                high: members['high-high'].length,
                low: members['low-low'].length,
                used: numbers.integer(used),
                unlike: members['high-low'].length + members['low-high'].length,
              })}
        </p>
      )}
      {second && <p>{relationText(local, second, speech)}</p>}
      <DataTable
        caption={t('measure.clusters')}
        hideCaption
        rows={rows}
        rowKey={kindOf}
        sort={null}
        selected={chosen?.kind ?? null}
        {...(isKnown
          ? {
              onSelect: (kind: string, row: Row) =>
                change.session({ brushed: kind === chosen?.kind ? [] : keysOf(row.members) }),
            }
          : {})}
        columns={columns}
      />
      <div class="ql-mark-line">
        <p class="ql-note" aria-live="polite">
          {marked.length > 0 ? t('measure.brushed', { n: marked.length }) : t('measure.brush-hint')}
        </p>
        {marked.length > 0 && (
          <Button kind="quiet" small onClick={() => change.session({ brushed: [] })}>
            {t('measure.brush-clear')}
          </Button>
        )}
      </div>
      <MoranScatter
        label={second ? t('measure.moran-label-second', { second }) : t('measure.moran-label')}
        reserve={280}
        points={points}
        slope={local.global.value}
        slopeLabel={`${second ? 'Ixy' : 'I'} = ${numbers.decimal(local.global.value, 2)}`}
        xLabel={t('measure.moran-x')}
        yLabel={second ? t('measure.moran-y-second', { second }) : t('measure.moran-y')}
        format={format}
        quadrants={quadrants}
        selected={selected}
        hovered={hovered}
        brushed={marked}
        onBrush={(keys) => change.session({ brushed: keys })}
        countLabel={countLabel}
        onHover={(key) => change.session({ hovered: key })}
        onSelect={(key) => change.view({ area: key === selected ? null : key })}
      />
      <p class="ql-note">
        {t(second ? 'measure.moran-note-second' : 'measure.moran-note', {
          second: second ?? '',
          value: numbers.decimal(local.global.value, 2),
          expected: numbers.decimal(local.global.expected, 3),
          p: numbers.decimal(local.global.p, 4),
          permutations: numbers.integer(local.request.permutations),
        })}
      </p>
    </>
  );
}

/** The whole map in one sentence: whether a high share here goes with more or less of the indicator next door. */
function relationText({ global: { value, p } }: LocalAnswer, second: string, { t, numbers }: Speech): string {
  if (Number.isNaN(value)) return t('measure.reason-no-variation');
  const kind = !(p <= 0.05) ? 'none' : value > 0 ? 'more' : 'less';
  return t(`measure.relation-${kind}`, {
    second,
    value: numbers.decimal(value, 2),
    p: numbers.decimal(p, 4),
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(other);
  return one.every((key) => known.has(key));
}

function clusterColumns(
  { t, numbers }: Speech,
  second: string | null,
  isKnown: boolean,
): readonly Column<Row>[] {
  return [
    {
      id: 'kind',
      title: t('measure.column-cluster'),
      sortable: false,
      value: kindOf,
      render: ({ kind }) => (
        <span class="ql-pair">
          <i class="ql-swatch" style={{ background: clusterColours[kind] }} />
          {t(`measure.cluster-${kind}`)}
          <small>
            {second && kind !== 'none' && kind !== 'island'
              ? t(`measure.cluster-${kind}-note-second`, { second })
              : t(`measure.cluster-${kind}-note`)}
          </small>
        </span>
      ),
    },
    {
      id: 'count',
      title: t('measure.areas'),
      align: 'end',
      weight: 'strong',
      sortable: false,
      width: '64px',
      value: ({ members }) => members.length,
      render: ({ members }) => (isKnown ? numbers.integer(members.length) : '…'),
    },
  ];
}
